package io.maskwire.spring;

import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * Holds the beginning of an answer back until it is known which headers its values ask for. A longer answer gets the
 * headers that are right whatever follows. For one thread.
 */
final class HeldAnswer implements HttpOutputMessage {

    private static final int HELD = 1 << 18;

    private final HttpOutputMessage answer;
    private final AudienceResponse response;
    private final MaskingSession session;
    private final Body body = new Body();

    HeldAnswer(HttpOutputMessage answer, AudienceResponse response, MaskingSession session) {
        this.answer = answer;
        this.response = response;
        this.session = session;
    }

    @Override
    public HttpHeaders getHeaders() {
        return answer.getHeaders();
    }

    @Override
    public OutputStream getBody() {
        return body;
    }

    /** True if some of the answer was sent. */
    boolean isBegun() {
        return body.open != null;
    }

    /** Writes what is still held. */
    void release() throws IOException {
        if (body.open == null) {
            boolean different = session.metClassified() || session.masksUnclassified();
            response.settle(different, session.metGranted());
            body.open();
        }
    }

    private final class Body extends OutputStream {

        private final FastByteArrayOutputStream held = new FastByteArrayOutputStream(1024);
        private @Nullable OutputStream open;

        private OutputStream open() throws IOException {
            OutputStream opened = answer.getBody();
            open = opened;
            held.writeTo(opened);
            held.reset();
            return opened;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (open != null) {
                open.write(bytes, offset, length);
            } else if (held.size() + length <= HELD) {
                held.write(bytes, offset, length);
            } else {
                response.settleUnseen();
                open().write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (open != null) {
                open.flush();
            }
        }
    }
}
