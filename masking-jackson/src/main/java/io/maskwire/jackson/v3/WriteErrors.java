package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.exc.InvalidDefinitionException;

/** Puts an error that quotes nothing in the place of one that arose while something classified was written. */
final class WriteErrors {

    private static final @Nullable JsonGenerator NO_GENERATOR = null;

    private WriteErrors() {}

    /** The error to throw: a getter, a converter or a serializer may quote what it was given. */
    static <E extends Exception> Exception shown(
            E failure, Scope scope, Class<?> type, @Nullable String name, SerializationContext context) {
        Document document = Document.of(context);
        if (quotesNothing(failure) || !scope.hidesSomething() || document.isSettled(failure)) {
            return failure;
        }
        String place = type.getName() + (name == null ? "" : "[\"" + name + "\"]");
        DatabindException error = DatabindException.from(
                NO_GENERATOR,
                place + ": what stands here can't be written; it is classified, so that neither it nor the reason is"
                        + " shown but as a " + origin(failure).getClass().getName());
        error.setStackTrace(origin(failure).getStackTrace());
        return document.settled(error);
    }

    /** An error whose path names no map keys, which may be anybody's data. */
    static RuntimeException withoutKeys(RuntimeException failure) {
        if (!(failure instanceof JacksonException known)
                || known.getPath().stream().noneMatch(WriteErrors::isKey)) {
            return failure;
        }
        JacksonException error = likeWithoutPath(known);
        error.setStackTrace(known.getStackTrace());
        List<Reference> path = known.getPath();
        for (int i = path.size() - 1; i >= 0; i--) {
            Reference step = path.get(i);
            error.prependPath(isKey(step) ? new Reference(step.from(), "*") : step);
        }
        return error;
    }

    private static boolean isKey(Reference step) {
        return step.from() instanceof Map && step.getPropertyName() != null;
    }

    private static JacksonException likeWithoutPath(JacksonException failure) {
        String message = failure.getOriginalMessage();
        if (failure instanceof InvalidDefinitionException definition) {
            return InvalidDefinitionException.from(NO_GENERATOR, message, definition.getType());
        }
        return failure.getCause() instanceof IOException target
                ? JacksonIOException.construct(target)
                : DatabindException.from(NO_GENERATOR, message, failure.getCause());
    }

    /** The target failed, or the type can't be written whatever its values are. */
    private static boolean quotesNothing(Exception failure) {
        return failure instanceof StreamConstraintsException
                || failure instanceof InvalidDefinitionException
                || Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(JacksonIOException.class::isInstance);
    }

    private static Throwable origin(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }
}
