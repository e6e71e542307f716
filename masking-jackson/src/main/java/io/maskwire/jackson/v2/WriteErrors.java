package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.maskwire.jackson.scope.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an error that quotes nothing in the place of one that arose while something classified was written. */
final class WriteErrors {

    private static final @Nullable JsonGenerator NO_GENERATOR = null;

    private WriteErrors() {}

    /** The error to throw: a getter, a converter or a serializer may quote what it was given. */
    static Exception shown(
            Exception failure, Scope scope, Class<?> type, @Nullable String name, SerializerProvider context) {
        Document document = Document.of(context);
        if (quotesNothing(failure) || !scope.hidesSomething() || document.isSettled(failure)) {
            return failure;
        }
        String place = type.getName() + (name == null ? "" : "[\"" + name + "\"]");
        JsonMappingException error = JsonMappingException.from(
                NO_GENERATOR,
                place + ": what stands here can't be written; it is classified, so that neither it nor the reason is"
                        + " shown but as a " + origin(failure).getClass().getName());
        error.setStackTrace(origin(failure).getStackTrace());
        return document.settled(error);
    }

    /** An error whose path names no map keys, which may be anybody's data. */
    static Exception withoutKeys(Exception failure) {
        if (!(failure instanceof JsonMappingException known)
                || known.getPath().stream().noneMatch(WriteErrors::isKey)) {
            return failure;
        }
        JsonMappingException error = likeWithoutPath(known);
        error.setStackTrace(known.getStackTrace());
        List<Reference> path = known.getPath();
        for (int i = path.size() - 1; i >= 0; i--) {
            Reference step = path.get(i);
            error.prependPath(isKey(step) ? new Reference(step.getFrom(), "*") : step);
        }
        return error;
    }

    private static boolean isKey(Reference step) {
        return step.getFrom() instanceof Map && step.getFieldName() != null;
    }

    private static JsonMappingException likeWithoutPath(JsonMappingException failure) {
        String message = failure.getOriginalMessage();
        return failure instanceof InvalidDefinitionException definition
                ? InvalidDefinitionException.from(NO_GENERATOR, message, definition.getType())
                : JsonMappingException.from(NO_GENERATOR, message, failure.getCause());
    }

    /** The target failed, or the type can't be written whatever its values are. Jackson hands on what a target throws. */
    private static boolean quotesNothing(Exception failure) {
        return failure instanceof IOException && !(failure instanceof JacksonException)
                || failure instanceof StreamConstraintsException
                || failure instanceof InvalidDefinitionException;
    }

    private static Throwable origin(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }
}
