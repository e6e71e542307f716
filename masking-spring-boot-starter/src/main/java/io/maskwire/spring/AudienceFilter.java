package io.maskwire.spring;

import io.maskwire.policy.Audience;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.WebUtils;

/**
 * Finds the sender of a request once, lets the request carry it to whatever reads the body, and lets the response carry
 * the audience to whatever thread writes the answer. It stands after all other filters, so that it sees what they
 * authenticated.
 */
final class AudienceFilter implements Filter {

    private final AudienceResolver audiences;
    private final Map<Audience, Boolean> mayBeGranted = new ConcurrentHashMap<>();

    AudienceFilter(AudienceResolver audiences) {
        this.audiences = audiences;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, wrapped(request, response));
    }

    private ServletResponse wrapped(ServletRequest request, ServletResponse response) {
        boolean http = request instanceof HttpServletRequest && response instanceof HttpServletResponse;
        if (!http || WebUtils.getNativeResponse(response, AudienceResponse.class) != null) {
            return response;
        }
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        Audience audience = sender(httpRequest).audience();
        boolean granted = mayBeGranted.computeIfAbsent(
                audience, known -> !audiences.granted(known).isEmpty());
        return new AudienceResponse(httpRequest, (HttpServletResponse) response, audience, granted);
    }

    private Sender sender(HttpServletRequest request) {
        // An error dispatch of the same request is answered to the same audience.
        return Sender.of(request).orElseGet(() -> {
            Sender sender = audiences.of(request);
            sender.attachTo(request);
            return sender;
        });
    }
}
