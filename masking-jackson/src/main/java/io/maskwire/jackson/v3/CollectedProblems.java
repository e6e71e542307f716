package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.ReadFrames.Frame;
import io.maskwire.jackson.scope.ReadRefusal;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.CollectingProblemHandler;
import tools.jackson.databind.exc.CollectedProblem;

/**
 * The problems of a reader that collects them instead of ending at the first: of a classified property each is kept without
 * value, message and location.
 */
final class CollectedProblems extends AbstractList<CollectedProblem> {

    private final List<CollectedProblem> all;
    private final Frame frame;

    private CollectedProblems(List<CollectedProblem> all, Frame frame) {
        this.all = all;
        this.frame = frame;
    }

    /** Begins to look at the problems of an object; returns what collected them before, null if nothing does. */
    static @Nullable List<CollectedProblem> enter(DeserializationContext context, Frame frame) {
        List<CollectedProblem> before = CollectingProblemHandler.getBucket(context);
        if (before != null) {
            context.setAttribute(CollectingProblemHandler.class, new CollectedProblems(before, frame));
        }
        return before;
    }

    /** Ends that. */
    static void leave(DeserializationContext context, @Nullable List<CollectedProblem> before) {
        if (before != null) {
            context.setAttribute(CollectingProblemHandler.class, before);
        }
    }

    @Override
    public CollectedProblem get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public boolean add(CollectedProblem problem) {
        return all.add(mayQuote() ? withoutValue(problem) : problem);
    }

    private boolean mayQuote() {
        return frame.current() != null || frame.around() != null || frame.met() && !frame.isInMember();
    }

    private CollectedProblem withoutValue(CollectedProblem problem) {
        String name = frame.shownName();
        JsonPointer path =
                name == null ? JsonPointer.empty() : JsonPointer.empty().appendProperty(name);
        return new CollectedProblem(
                path, ReadRefusal.UNREADABLE.message(), problem.getTargetType(), null, null, problem.getToken());
    }
}
