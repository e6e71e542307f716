package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks over TLS, believing the shop's authority and no other. */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;

    Client(Path authority) throws IOException, GeneralSecurityException {
        http = HttpClient.newBuilder()
                .sslContext(trusting(authority))
                .connectTimeout(PATIENCE)
                .build();
    }

    Answer get(URI uri, Caller caller) throws IOException {
        return send(request(uri, caller).GET().build());
    }

    Answer post(URI uri, Caller caller, String json) throws IOException {
        return send(request(uri, caller)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private static HttpRequest.Builder request(URI uri, Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        caller.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers().map().toString(), response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", interrupted);
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", Pem.readCertificate(authority));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
