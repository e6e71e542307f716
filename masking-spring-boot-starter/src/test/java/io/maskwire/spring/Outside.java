package io.maskwire.spring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else's server on loopback, which writes down every byte it is sent. */
final class Outside implements AutoCloseable {

    /** One request as it arrived. */
    record Arrived(String method, String path, Map<String, List<String>> headers, String body) {

        boolean has(String header) {
            return headers.keySet().stream().anyMatch(header::equalsIgnoreCase);
        }
    }

    private final HttpServer server;
    private final boolean https;
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();

    private Outside(HttpServer server, boolean https) {
        this.server = server;
        this.https = https;
        server.createContext("/", this::answer);
        server.start();
    }

    static Outside http() {
        try {
            return new Outside(HttpServer.create(loopback(), 0), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outside https() {
        try {
            HttpsServer server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(Tls.context("server")));
            return new Outside(server, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Redirects {@code /redirect/STATUS?to=URI} and {@code /circle}; all else is answered with a short JSON text. */
    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        arrived.add(new Arrived(
                exchange.getRequestMethod(),
                path,
                Map.copyOf(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8)));
        if (path.equals("/circle")) {
            exchange.getResponseHeaders().set("Location", "/circle");
            exchange.sendResponseHeaders(302, -1);
        } else if (path.startsWith("/redirect/")) {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getQuery().substring(3));
            exchange.sendResponseHeaders(Integer.parseInt(path.substring(10, 13)), -1);
        } else {
            byte[] answer = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : answer.length);
            if (!head) {
                exchange.getResponseBody().write(answer);
            }
        }
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return (https ? "https" : "http") + "://localhost:" + port();
    }

    String url(String path) {
        return url() + path;
    }

    /** Where to send a request that is to be redirected. */
    String redirecting(int status, String to) {
        return url("/redirect/" + status + "?to=" + to);
    }

    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    Arrived only() {
        if (arrived.size() != 1) {
            throw new AssertionError("One request was expected, and " + arrived.size() + " arrived");
        }
        return arrived.get(0);
    }

    void forget() {
        arrived.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
