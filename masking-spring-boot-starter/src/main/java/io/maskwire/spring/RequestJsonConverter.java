package io.maskwire.spring;

import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;

/** Writes the JSON body of a request for the edge it goes to, as a whole before a byte of it is sent. */
final class RequestJsonConverter extends DelegatingConverter {

    private final SessionJsonConverter json;
    private final Outbound outbound;

    RequestJsonConverter(SessionJsonConverter json, Outbound outbound) {
        super(json);
        this.json = json;
        this.outbound = outbound;
    }

    @Override
    public void write(
            Object value,
            ResolvableType type,
            @Nullable MediaType contentType,
            HttpOutputMessage request,
            @Nullable Map<String, Object> hints)
            throws IOException {
        Target target = outbound.target(request);
        MaskingSession session = outbound.open(target);
        if (!outbound.enforces()) {
            json.write(value, type, contentType, request, json.hints(hints, session));
            return;
        }
        BufferedMessage body = new BufferedMessage(request.getHeaders());
        json.write(value, type, contentType, body, json.hints(hints, session));
        if (session.metClassified() || session.masksUnclassified()) {
            request.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        }
        outbound.note(request, target, session);
        body.sendTo(request);
    }

    /** The document as one part of the body of this request. */
    byte[] part(Object value, HttpHeaders headers, HttpOutputMessage request) throws IOException {
        Target target = outbound.target(request);
        MaskingSession session = outbound.open(target);
        BufferedMessage part = new BufferedMessage(headers);
        json.write(value, ResolvableType.forInstance(value), headers.getContentType(), part, json.hints(null, session));
        outbound.note(request, target, session);
        return part.bytes();
    }
}
