package io.maskwire.jackson;

import io.maskwire.Masking;
import io.maskwire.jackson.scope.OriginalsFor;
import io.maskwire.jackson.scope.Posted;
import io.maskwire.reveal.Caller;
import io.maskwire.reveal.Reason;
import io.maskwire.reveal.RevealException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for originals as anybody has to. */
record RevealedOriginals(Masking masking) implements OriginalsFor {

    @Override
    public Posted.@Nullable Originals with(Function<Object, @Nullable Object> attributes) {
        return attributes.apply(Caller.class) instanceof Caller caller
                        && attributes.apply(Reason.class) instanceof Reason reason
                ? (dataClass, token) -> original(dataClass, token, caller, reason)
                : null;
    }

    /** A refusal says no reason, so neither does null. */
    private @Nullable String original(String dataClass, String token, Caller caller, Reason reason) {
        try {
            return masking.reveal(dataClass, token, caller, reason);
        } catch (RevealException refused) {
            return null;
        }
    }
}
