package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.ReadFrames.Frame;
import io.maskwire.jackson.scope.ReadRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.util.TokenBuffer;

/** Decides which errors may quote something classified, and puts one that quotes nothing in their place. */
final class ReadErrors {

    private static final @Nullable JsonParser NO_PARSER = null;

    private ReadErrors() {}

    /** The error for a member of an object, or for the object. It has no location: that would point into the source. */
    static MismatchedInputException of(ReadRefusal refusal, Class<?> type, @Nullable String name) {
        // Who shows the message without the path to it shall know the place, too.
        String place = type.getName() + (name == null ? "" : "[\"" + name + "\"]");
        MismatchedInputException error =
                MismatchedInputException.from(NO_PARSER, type, place + ": " + refusal.message());
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
        if (frame.around() != null || parser.posted().quotesNothing(failure)) {
            // Replaced by the object around it, or already.
            return failure;
        }
        JacksonException.Reference first = first(failure);
        String member = first == null || !isOf(type, first) ? null : name(first);
        if (member != null && frame.guards(member)) {
            return replaced(failure, type, frame.shown(member), parser);
        }
        if (frame.met() && mayQuoteAll(failure, first, type, frame)) {
            return replaced(failure, type, null, parser);
        }
        return frame.met() ? withoutSource(failure) : failure;
    }

    private static JacksonException.@Nullable Reference first(Throwable failure) {
        List<JacksonException.Reference> path = failure instanceof JacksonException known ? known.getPath() : List.of();
        return path.isEmpty() ? null : path.get(0);
    }

    private static String name(JacksonException.Reference reference) {
        return reference.getPropertyName() == null ? "" : reference.getPropertyName();
    }

    /** True if a step of the path to a failure is a member of a class, and not of a class of one of its members. */
    private static boolean isOf(Class<?> type, JacksonException.Reference step) {
        Object from = step.from();
        Class<?> of = from instanceof Class<?> known ? known : from == null ? Object.class : from.getClass();
        return of.isAssignableFrom(type) || type.isAssignableFrom(of);
    }

    /**
     * True unless it is about the syntax or one member alone: a creator has seen all members, and so has a setter, whose
     * exception looks like that of a deserializer of the application. Behind the last member others may be read that were
     * waiting for something.
     */
    private static boolean mayQuoteAll(
            RuntimeException failure, JacksonException.@Nullable Reference first, Class<?> type, Frame frame) {
        if (failure instanceof StreamReadException && first == null) {
            return failure instanceof InputCoercionException number && isBuffered(number);
        }
        boolean ofOneMember = first != null && (frame.isInMember() || isOf(type, first));
        return !ofOneMember || failure.getClass() == DatabindException.class && isOfTheApplication(failure.getCause());
    }

    /** True for a number that was waiting for something: nobody can tell which member's it is. */
    private static boolean isBuffered(InputCoercionException number) {
        return number.processor() != null && number.processor().getClass().getEnclosingClass() == TokenBuffer.class;
    }

    private static boolean isOfTheApplication(@Nullable Throwable cause) {
        return cause != null && !(cause instanceof JacksonException);
    }

    private static RuntimeException replaced(
            RuntimeException failure, Class<?> type, @Nullable String name, GuardedParser parser) {
        ReadRefusal known = parser.posted().refusal();
        ReadRefusal refusal = known != null ? known : parser.isAtMasked() ? ReadRefusal.MASKED : ReadRefusal.UNREADABLE;
        JacksonException error = of(refusal, type, name);
        error.setStackTrace(failure.getStackTrace());
        return parser.posted().replaced(error);
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
