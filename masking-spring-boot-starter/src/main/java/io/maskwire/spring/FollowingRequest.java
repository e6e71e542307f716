package io.maskwire.spring;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * A request whose redirects we follow ourselves, so that a body never goes to another scheme, host or port than the one
 * it was written for. For one thread.
 */
final class FollowingRequest implements ClientHttpRequest, StreamingHttpOutputMessage {

    private static final int MOST_HOPS = 10;
    private static final List<String> ABOUT_THE_BODY = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_LOCATION,
            HttpHeaders.TRANSFER_ENCODING);
    // All others may say who asks.
    private static final List<String> FOR_ANYBODY = List.of(
            HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.USER_AGENT);

    private final FollowingRequestFactory factory;
    private final URI uri;
    private final HttpMethod method;
    private final HttpHeaders headers = new HttpHeaders();
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private @Nullable Body body;
    private boolean executed;

    FollowingRequest(FollowingRequestFactory factory, URI uri, HttpMethod method) {
        this.factory = factory;
        this.uri = uri;
        this.method = method;
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    public HttpHeaders getHeaders() {
        return executed ? HttpHeaders.readOnlyHttpHeaders(headers) : headers;
    }

    @Override
    public OutputStream getBody() {
        checkNotExecuted();
        if (body == null) {
            body = new HeldBody();
        }
        if (body instanceof HeldBody held) {
            return held.bytes;
        }
        throw new IllegalStateException("Invoke either getBody or setBody; not both");
    }

    @Override
    public void setBody(Body written) {
        checkNotExecuted();
        if (body != null) {
            throw new IllegalStateException("Invoke either getBody or setBody; not both");
        }
        body = written;
    }

    private void checkNotExecuted() {
        if (executed) {
            throw new IllegalStateException("ClientHttpRequest already executed");
        }
    }

    @Override
    public ClientHttpResponse execute() throws IOException {
        checkNotExecuted();
        if (body != null) {
            factory.outbound().checkWrittenFor(attributes, factory.outbound().target(uri));
        }
        ClientHttpResponse response = send(uri, method, headers, body);
        executed = true;
        return factory.follows(method) ? follow(response) : response;
    }

    private ClientHttpResponse follow(ClientHttpResponse first) throws IOException {
        URI at = uri;
        HttpMethod with = method;
        HttpHeaders sent = headers;
        Body carried = body;
        ClientHttpResponse response = first;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            Optional<Redirect> redirect = Redirect.of(at, with, response).filter(factory.followable(at));
            if (redirect.isEmpty()) {
                return response;
            }
            Redirect next = redirect.get();
            carried = next.keepsBody() ? carried : null;
            if (carried != null && !carried.repeatable()) {
                return response;
            }
            response.close();
            boolean sameAuthority = factory.sameAuthority(at, next.uri());
            if (carried != null && !sameAuthority) {
                throw refusal(at, next.uri());
            }
            sent = headers(sent, carried != null, sameAuthority);
            at = next.uri();
            with = next.method();
            response = send(at, with, sent, carried);
        }
        response.close();
        throw new IOException("Gave up after " + MOST_HOPS + " redirects, the last from "
                + factory.outbound().target(at));
    }

    private RefusedException refusal(URI from, URI to) {
        Target target = factory.outbound().target(to);
        String remedy = target.edge()
                .map(edge -> "the target belongs to the edge " + edge.name()
                        + ": send the request there in the first place, so that its body is written for it")
                .orElseGet(target::lineToAdd);
        return new RefusedException(factory.outbound().target(from) + " redirects a request with a body to " + target
                + "; the body was not sent there, because it was written for another receiver: " + remedy);
    }

    private static HttpHeaders headers(HttpHeaders before, boolean withBody, boolean sameAuthority) {
        HttpHeaders headers = new HttpHeaders();
        if (sameAuthority) {
            headers.putAll(before);
            if (!withBody) {
                ABOUT_THE_BODY.forEach(headers::remove);
            }
            return headers;
        }
        FOR_ANYBODY.stream().filter(before::containsHeader).forEach(name -> headers.put(name, before.getOrEmpty(name)));
        return headers;
    }

    private ClientHttpResponse send(URI to, HttpMethod with, HttpHeaders sent, @Nullable Body carried)
            throws IOException {
        ClientHttpRequest request = factory.behind().createRequest(to, with);
        request.getHeaders().putAll(sent);
        request.getAttributes().putAll(attributes);
        if (carried != null) {
            if (request instanceof StreamingHttpOutputMessage streaming) {
                streaming.setBody(carried);
            } else {
                carried.writeTo(request.getBody());
            }
        }
        return request.execute();
    }

    /** A body that was written to a stream; it can be sent again. */
    private static final class HeldBody implements Body {

        private final FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(1024);

        @Override
        public void writeTo(OutputStream outputStream) throws IOException {
            bytes.writeTo(outputStream);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }
}
