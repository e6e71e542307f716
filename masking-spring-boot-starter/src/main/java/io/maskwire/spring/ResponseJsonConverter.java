package io.maskwire.spring;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Mode;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

/** Writes JSON answers as the audience that the response carries may see them; without one, as everybody may. */
final class ResponseJsonConverter extends SessionJsonConverter {

    private final MaskingEngine engine;
    private final RequestBodies bodies;

    ResponseJsonConverter(JacksonJsonHttpMessageConverter like, MaskedJson json, RequestBodies bodies) {
        super(like, json);
        this.engine = json.engine();
        this.bodies = bodies;
    }

    /** The body of a request to us may hold what we masked before, or what its sender did. */
    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
        return bodies.reader(reader);
    }

    @Override
    protected void writeInternal(
            Object value, ResolvableType type, HttpOutputMessage output, @Nullable Map<String, Object> hints)
            throws IOException {
        AudienceResponse response = AudienceResponse.of(output);
        Audience audience = response == null ? Audience.anonymous() : response.audience();
        MaskingSession session = engine.open(Outlet.HTTP_RESPONSE, audience);
        if (response == null || response.isStreamed() || engine.mode() == Mode.REPORT) {
            super.writeInternal(value, type, output, hints(hints, session));
            return;
        }
        HeldAnswer held = new HeldAnswer(output, response, session);
        try {
            super.writeInternal(value, type, held, hints(hints, session));
        } catch (IOException | RuntimeException failed) {
            if (held.isBegun()) {
                throw aborting(value, failed);
            }
            throw failed;
        }
        held.release();
    }

    /** Spring answers what it knows as failed writing by ending the answer well; this one reaches the container. */
    private static IllegalStateException aborting(Object value, Exception failed) {
        return new IllegalStateException(
                "An answer of " + value.getClass().getName() + " failed after its beginning was sent, and is aborted",
                failed);
    }
}
