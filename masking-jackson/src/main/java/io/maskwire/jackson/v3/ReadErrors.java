package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.ReadFrames.Frame;
import io.maskwire.jackson.scope.ReadRefusal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Decides which errors may quote something classified, and puts one that quotes nothing in their place. */
final class ReadErrors {

    private static final @Nullable JsonParser NO_PARSER = null;

    private ReadErrors() {}

    /** The error for a member of an object, or for the object. It has no location: that would point into the source. */
    static MismatchedInputException of(ReadRefusal refusal, Class<?> type, @Nullable String name) {
        MismatchedInputException error = MismatchedInputException.from(NO_PARSER, type, refusal.message());
        if (name != null) {
            error.prependPath(type, name);
        }
        return error;
    }

    /** The error to throw while an object of a class is read. */
    static RuntimeException shown(RuntimeException failure, Class<?> type, Frame frame, GuardedParser parser) {
        if (parser.isOfSource(failure)) {
            return failure;
        }
        if (frame.current() != null) {
            return replaced(failure, type, frame.shownName(), parser);
        }
        if (frame.around() != null) {
            // Replaced by the object around it.
            return failure;
        }
        String first = first(failure);
        boolean guarded = first != null && frame.guards(first);
        if (guarded || frame.met() && isOfTheObject(failure, first)) {
            return replaced(failure, type, first, parser);
        }
        return frame.met() ? withoutSource(failure) : failure;
    }

    private static @Nullable String first(Throwable failure) {
        List<JacksonException.Reference> path = failure instanceof JacksonException known ? known.getPath() : List.of();
        return path.isEmpty() ? null : path.get(0).getPropertyName();
    }

    /**
     * True unless it is about the syntax or one member alone: a creator has seen all members, and so has a setter, whose
     * exception looks like that of a deserializer of the application.
     */
    private static boolean isOfTheObject(RuntimeException failure, @Nullable String first) {
        if (!(failure instanceof JacksonException)) {
            return true;
        }
        if (first == null) {
            return !(failure instanceof StreamReadException);
        }
        return failure.getClass() == DatabindException.class && failure.getCause() != null;
    }

    private static RuntimeException replaced(
            RuntimeException failure, Class<?> type, @Nullable String name, GuardedParser parser) {
        ReadRefusal known = parser.posted().refusal();
        ReadRefusal refusal = known != null ? known : parser.isAtMasked() ? ReadRefusal.MASKED : ReadRefusal.UNREADABLE;
        JacksonException error = of(refusal, type, name);
        error.setStackTrace(failure.getStackTrace());
        return error;
    }

    /** The source is the whole document, where a reader was told to show it. */
    static RuntimeException withoutSource(RuntimeException failure) {
        if (failure instanceof JacksonException known) {
            TokenStreamLocation location = known.getLocation();
            if (location != null && location.contentReference().getRawContent() != null) {
                known.clearLocation();
            }
        }
        return failure;
    }
}
