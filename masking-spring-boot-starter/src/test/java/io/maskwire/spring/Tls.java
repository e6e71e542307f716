package io.maskwire.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for loopback, made once by the JDK's own keytool. */
final class Tls {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Path DIRECTORY = made();

    private Tls() {}

    private static Path made() {
        try {
            Path directory = Files.createTempDirectory("maskwire-tls");
            directory.toFile().deleteOnExit();
            make(directory, "server", "san=dns:localhost,ip:127.0.0.1");
            make(directory, "web", "san=uri:spiffe://cluster.local/ns/shop/sa/web");
            make(directory, "stranger", "san=uri:spiffe://other.example/ns/shop/sa/web");
            trust(directory, "server", "web", "stranger");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void trust(Path directory, String... names) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, PASSWORD);
        for (String name : names) {
            trust.setCertificateEntry(name, load(directory, name).getCertificate(name));
        }
        try (OutputStream out = Files.newOutputStream(directory.resolve("trust.p12"))) {
            trust.store(out, PASSWORD);
        }
    }

    private static String store(Path directory, String name) {
        return directory.resolve(name + ".p12").toString();
    }

    private static void make(Path directory, String name, String extension) {
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-ext",
                extension,
                "-keystore",
                store(directory, name));
    }

    private static void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Properties that make an application serve https, asking for a client certificate without insisting. */
    static String[] server() {
        return new String[] {
            "spring.ssl.bundle.jks.server.keystore.location=file:" + store(DIRECTORY, "server"),
            "spring.ssl.bundle.jks.server.keystore.password=changeit",
            "spring.ssl.bundle.jks.server.truststore.location=file:" + DIRECTORY.resolve("trust.p12"),
            "spring.ssl.bundle.jks.server.truststore.password=changeit",
            "server.ssl.bundle=server",
            "server.ssl.client-auth=want"
        };
    }

    /** Properties that make an application's clients trust the test servers. */
    static String[] client() {
        return new String[] {
            "spring.ssl.bundle.jks.client.truststore.location=file:" + DIRECTORY.resolve("trust.p12"),
            "spring.ssl.bundle.jks.client.truststore.password=changeit",
            "spring.http.clients.ssl.bundle=client"
        };
    }

    /** What a client needs that shows no certificate. */
    static SSLContext context() {
        return context(null);
    }

    /** What a client needs that shows the certificate of a name. */
    static SSLContext context(String name) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load("trust"));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(name == null ? null : load(name), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(name == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore load(String name) throws GeneralSecurityException {
        try {
            return load(DIRECTORY, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyStore load(Path directory, String name) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(directory.resolve(name + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }
}
