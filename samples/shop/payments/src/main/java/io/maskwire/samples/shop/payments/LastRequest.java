package io.maskwire.samples.shop.payments;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Keeps the last body that was posted here and read, so that the sample can show what {@code orders} really sent. */
@Component
class LastRequest extends OncePerRequestFilter {

    private static final int MAX_BYTES = 64 * 1024;

    private volatile byte[] body = {};

    byte[] body() {
        return body.clone();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingRequestWrapper copying = new ContentCachingRequestWrapper(request, MAX_BYTES);
        chain.doFilter(copying, response);
        byte[] read = copying.getContentAsByteArray();
        if (read.length > 0) {
            body = read;
        }
    }
}
