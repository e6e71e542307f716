package io.maskwire.samples.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

class ServiceTokenTest {

    private static final ClientHttpRequestExecution OK =
            (request, body) -> new MockClientHttpResponse(new byte[0], HttpStatus.OK);

    @TempDir
    Path folder;

    @Test
    void aRenewedTokenIsUsedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        ServiceToken token = new ServiceToken(file);
        assertThat(authorization(token)).isEqualTo("Bearer first");

        Files.writeString(file, "second\n");
        assertThat(authorization(token)).isEqualTo("Bearer second");
    }

    private static String authorization(ServiceToken token) throws IOException {
        MockClientHttpRequest request =
                new MockClientHttpRequest(HttpMethod.GET, URI.create("https://customers.example/customers/c-1"));
        token.intercept(request, new byte[0], OK).close();
        return request.getHeaders().getFirst("Authorization");
    }
}
