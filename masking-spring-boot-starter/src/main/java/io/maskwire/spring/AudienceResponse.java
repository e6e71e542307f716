package io.maskwire.spring;

import io.maskwire.policy.Audience;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.server.DelegatingServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.util.WebUtils;

/**
 * A response that knows its audience, on whatever thread it is written, and which headers an answer to it may have.
 *
 * <p>What depends on the audience or on masks is neither kept by caches nor described by checks over other bytes.
 */
final class AudienceResponse extends HttpServletResponseWrapper {

    private static final List<String> CHECKS_OVER_OTHER_BYTES =
            List.of("ETag", "Content-Length", "Content-MD5", "Digest", "Content-Digest", "Repr-Digest");

    private final HttpServletRequest request;
    private final Audience audience;
    private final boolean mayBeGranted;
    private volatile boolean settled;

    /**
     * Wraps a response.
     *
     * @param mayBeGranted whether the policy grants this audience anything that not everybody sees
     */
    AudienceResponse(
            HttpServletRequest request, HttpServletResponse response, Audience audience, boolean mayBeGranted) {
        super(response);
        this.request = request;
        this.audience = audience;
        this.mayBeGranted = mayBeGranted;
    }

    /** The response an output message writes to; null if it has no known audience. */
    static @Nullable AudienceResponse of(HttpOutputMessage output) {
        if (output instanceof DelegatingServerHttpResponse delegating) {
            return of(delegating.getDelegate());
        }
        return output instanceof ServletServerHttpResponse servlet
                ? WebUtils.getNativeResponse(servlet.getServletResponse(), AudienceResponse.class)
                : null;
    }

    Audience audience() {
        return audience;
    }

    /** True if parts of the answer are written one after the other, so that its headers must be right before the first. */
    boolean isStreamed() {
        return isCommitted() || request.isAsyncStarted();
    }

    /** Sets the headers for an answer that met classified values, and for one that shows what not everybody sees. */
    void settle(boolean metClassified, boolean granted) {
        settled = true;
        if (metClassified) {
            CHECKS_OVER_OTHER_BYTES.forEach(name -> setHeader(name, null));
        }
        if (granted) {
            setHeader("Cache-Control", "private, no-store");
        }
    }

    /** The same for an answer whose values are not known yet. */
    void settleUnseen() {
        settle(true, mayBeGranted);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        settleStream();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        settleStream();
        return super.getWriter();
    }

    private void settleStream() {
        if (!settled && !isCommitted() && request.isAsyncStarted()) {
            settleUnseen();
        }
    }
}
