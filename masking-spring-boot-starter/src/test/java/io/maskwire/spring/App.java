package io.maskwire.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application under test, on loopback, with a declaration of its own. */
final class App implements AutoCloseable {

    private static final SSLContext NO_CERTIFICATE = Tls.context();

    private final ConfigurableApplicationContext context;
    private final Map<SSLContext, HttpClient> clients = new ConcurrentHashMap<>();
    private final boolean https;

    private App(ConfigurableApplicationContext context, boolean https) {
        this.context = context;
        this.https = https;
    }

    /** Starts an application that serves https. */
    static App start(Class<?> application, String declaration, String... properties) {
        return start(application, declaration, true, properties);
    }

    /** Starts an application that serves http. */
    static App startPlain(Class<?> application, String declaration, String... properties) {
        return start(application, declaration, false, properties);
    }

    /** Starts an application that serves nothing. */
    static App startWithoutWeb(Class<?> application, String declaration, String... properties) {
        String[] all = with(properties, "spring.main.banner-mode=off", "masking.declaration=" + file(declaration));
        return new App(
                new SpringApplicationBuilder(application)
                        .web(WebApplicationType.NONE)
                        .properties(all)
                        .run(),
                false);
    }

    private static App start(Class<?> application, String declaration, boolean https, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.main.banner-mode=off",
                "masking.declaration=" + file(declaration)));
        if (https) {
            all.addAll(Arrays.asList(Tls.server()));
        }
        all.addAll(Arrays.asList(properties));
        return new App(
                new SpringApplicationBuilder(application)
                        .web(WebApplicationType.SERVLET)
                        .properties(all.toArray(String[]::new))
                        .run(),
                https);
    }

    static Path file(String declaration) {
        try {
            Path file = Files.createTempFile("maskwire", ".yml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, declaration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a key, always the same one, to where a key directory holds it. */
    static void key(Path directory, String name) {
        byte[] key = new byte[32];
        IntStream.range(0, key.length).forEach(i -> key[i] = (byte) (i * 7));
        try {
            Files.writeString(
                    directory.resolve(name + ".key"), Base64.getEncoder().encodeToString(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    URI uri(String path) {
        return URI.create((https ? "https" : "http") + "://localhost:" + port() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return get(NO_CERTIFICATE, path, headers);
    }

    HttpResponse<String> get(SSLContext tls, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(tls, request);
    }

    HttpResponse<String> post(String path, String body, String contentType, String... headers) {
        return exchange("POST", path, body, contentType, headers);
    }

    HttpResponse<String> exchange(String method, String path, String body, String contentType, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", contentType);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(NO_CERTIFICATE, request);
    }

    /** A request without a body. */
    HttpResponse<String> send(String method, String path) {
        return send(NO_CERTIFICATE, HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody()));
    }

    private HttpResponse<String> send(SSLContext tls, HttpRequest.Builder request) {
        try {
            HttpClient client = clients.computeIfAbsent(
                    tls, context -> HttpClient.newBuilder().sslContext(context).build());
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    @Override
    public void close() {
        context.close();
    }
}
