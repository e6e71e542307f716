package io.maskwire.samples.shop.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Shows this service's token, read anew each time: whoever issues it renews the file, as Kubernetes does. */
final class ServiceToken implements ClientHttpRequestInterceptor {

    private final Path file;

    ServiceToken(Path file) {
        this.file = file;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        request.getHeaders().setBearerAuth(Files.readString(file).strip());
        return execution.execute(request, body);
    }
}
