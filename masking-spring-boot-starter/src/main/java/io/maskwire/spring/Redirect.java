package io.maskwire.spring;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Where a redirect leads, and what goes there (RFC 9110, 15.4).
 *
 * @param uri the next address
 * @param method the next method
 * @param keepsBody whether the body is sent again
 */
record Redirect(URI uri, HttpMethod method, boolean keepsBody) {

    /** The redirect an answer asks for; empty if it asks for none that can be followed. */
    static Optional<Redirect> of(URI from, HttpMethod method, ClientHttpResponse response) throws IOException {
        String location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (location == null) {
            return Optional.empty();
        }
        Optional<URI> to = resolved(from, location);
        return switch (response.getStatusCode().value()) {
            case 301, 302 -> to.map(uri -> rewritten(uri, method, HttpMethod.POST.equals(method)));
            case 303 -> to.map(uri -> rewritten(uri, method, !HttpMethod.HEAD.equals(method)));
            case 307, 308 -> to.map(uri -> new Redirect(uri, method, true));
            default -> Optional.empty();
        };
    }

    private static Redirect rewritten(URI uri, HttpMethod method, boolean toGet) {
        return toGet
                ? new Redirect(uri, HttpMethod.GET, false)
                : new Redirect(uri, method, !HttpMethod.HEAD.equals(method));
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            int fragment = location.indexOf('#');
            return Optional.of(from.resolve(new URI(fragment < 0 ? location : location.substring(0, fragment))));
        } catch (URISyntaxException e) {
            // Not followed: the answer itself goes to the application.
            return Optional.empty();
        }
    }
}
