package io.maskwire.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders with declarations to read and manifests to look at. */
final class Folders {

    static final String FLEET = """
            fleet: acme
            platform:
              ingress: {namespace: ingress-nginx, selector: app.kubernetes.io/name=ingress-nginx}
            """;

    static final String ORDERS = """
            service: {name: orders, namespace: shop, owner: team-orders}
            classes:
              pan:  {mask: redact, style: pan, only: [pay/payments]}
              name: {mask: redact, style: name}
            serves:
              https: {port: 8443, service-port: 443, from: [ingress], callers: {}}
            calls:
              payments:  {to: pay/payments, port: https, sends: [pan], why: card authorisation}
              customers: {to: customers, port: https, receives: [name]}
            """;

    static final String PAYMENTS = """
            service: {name: payments, namespace: pay}
            classes:
              pan: {mask: redact, style: pan, only: [pay/payments]}
            serves:
              https: {port: 8443, service-port: 443, accepts: [pan], callers: {shop/orders: {}}}
            """;

    static final String CUSTOMERS = """
            service: {name: customers, namespace: shop}
            classes:
              name: {mask: redact, style: name}
            serves:
              https: {port: 8443, callers: {orders: {gives: [name]}}}
            """;

    private Folders() {}

    static void shop(Path folder) {
        put(folder, "fleet.yml", FLEET);
        put(folder, "orders/src/main/resources/maskwire.yml", ORDERS);
        put(folder, "payments/maskwire.yml", PAYMENTS);
        put(folder, "customers/declared.yml", CUSTOMERS);
    }

    static Path put(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of every file below a folder by its relative name; nothing for a folder that isn't there. */
    static Map<String, String> contents(Path folder) {
        Map<String, String> contents = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contents;
    }
}
