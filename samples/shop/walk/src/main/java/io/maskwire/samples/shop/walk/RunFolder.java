package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder {@code .run}: all that is secret, made at first run and readable by its owner only.
 *
 * <pre>
 * ca.crt                      the authority every service believes
 * SERVICE/tls.crt, tls.key    a service's certificate and key
 * issuer.key, issuer.pub      who signs tokens; services are given the second
 * orders/token                who orders is, renewed at every start
 * tokens/ROLE                 one person per role, renewed at every start
 * keys/shop-1.key             the masking key ring
 * logs/SERVICE.log
 * </pre>
 */
record RunFolder(Path path) {

    static final List<String> ROLES = List.of("fraud-desk", "clerk", "inspector");

    private static final Duration LEFT = Duration.ofDays(1);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /**
     * Makes the folder if there is none, and checks it if there is.
     *
     * @return whether it was made
     */
    boolean prepare() throws IOException, GeneralSecurityException {
        boolean missing = !Files.exists(path);
        if (missing) {
            make();
        } else {
            check();
        }
        writeTokens();
        return missing;
    }

    Path ca() {
        return path.resolve("ca.crt");
    }

    Path token(String role) {
        return path.resolve("tokens").resolve(role);
    }

    Path ordersToken() {
        return path.resolve("orders").resolve("token");
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    Issuer issuer() throws IOException, GeneralSecurityException {
        return Issuer.read(path.resolve("issuer.key"));
    }

    /** All or nothing: made beside, then moved, so that a first run cut short leaves no half of it. */
    private void make() throws IOException, GeneralSecurityException {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        delete(draft);
        Files.createDirectory(draft, OWNER_ONLY);
        Certificates.make(draft);
        Issuer.make(draft.resolve("issuer.key"), draft.resolve("issuer.pub"));
        Files.createDirectory(draft.resolve("tokens"));
        Files.createDirectory(draft.resolve("logs"));
        writeKey(Files.createDirectory(draft.resolve("keys")).resolve("shop-1.key"));
        Files.move(draft, path);
    }

    private static void writeKey(Path file) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    }

    private void check() throws IOException, GeneralSecurityException {
        for (String file : List.of("ca.crt", "issuer.key", "issuer.pub", "tokens", "logs")) {
            require(Files.exists(path.resolve(file)), "has no " + file);
        }
        for (Service service : Service.values()) {
            require(
                    Files.exists(path.resolve(service.label()).resolve("tls.crt")),
                    "has no " + service.label() + "/tls.crt");
            require(
                    Files.exists(path.resolve(service.label()).resolve("tls.key")),
                    "has no " + service.label() + "/tls.key");
        }
        require(hasKey(), "has no masking key in keys/");
        Instant end = Pem.readCertificate(ca()).getNotAfter().toInstant();
        require(Instant.now().plus(LEFT).isBefore(end), "holds certificates that end within a day");
    }

    private boolean hasKey() throws IOException {
        Path keys = path.resolve("keys");
        if (!Files.isDirectory(keys)) {
            return false;
        }
        try (Stream<Path> files = Files.list(keys)) {
            return files.anyMatch(file -> file.toString().endsWith(".key"));
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new CannotStart(path + " " + otherwise + "; delete that folder, the next run makes it anew.");
        }
    }

    private void writeTokens() throws IOException, GeneralSecurityException {
        Issuer issuer = issuer();
        Files.writeString(ordersToken(), issuer.serviceToken("shop/orders"));
        for (String role : ROLES) {
            Files.writeString(token(role), issuer.userToken("somebody-at-the-" + role, role));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
