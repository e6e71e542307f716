package io.maskwire.spring;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.util.FastByteArrayOutputStream;

/** Takes a body as a whole before any of it is sent. */
final class BufferedMessage implements HttpOutputMessage {

    private final HttpHeaders headers;
    private final FastByteArrayOutputStream body = new FastByteArrayOutputStream(1024);

    BufferedMessage(HttpHeaders headers) {
        this.headers = headers;
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public OutputStream getBody() {
        return body;
    }

    byte[] bytes() {
        return body.toByteArrayUnsafe();
    }

    /** Hands the body to the message it was meant for. */
    void sendTo(HttpOutputMessage message) throws IOException {
        if (message instanceof StreamingHttpOutputMessage streaming) {
            streaming.setBody(body.toByteArrayUnsafe());
        } else {
            body.writeTo(message.getBody());
            message.getBody().flush();
        }
    }
}
