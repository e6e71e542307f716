package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One authority and a certificate per service, made by the JDK's {@code keytool}. The authority's key is dropped once it
 * has signed: nobody can make a fourth certificate these services would believe.
 */
final class Certificates {

    private static final String DAYS = "365";
    private static final String AUTHORITY = "authority";
    private static final String PASSWORD =
            "shop-store"; // the store lives for seconds, in a folder only its owner reads

    private Certificates() {}

    static void make(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("all.p12");
        try {
            keytool(file, AUTHORITY, "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign");
            for (Service service : Service.values()) {
                keytool(file, service.label(), "-signer", AUTHORITY, "-ext", "san=dns:localhost,ip:127.0.0.1");
            }
            split(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()), folder);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void split(KeyStore store, Path folder) throws IOException, GeneralSecurityException {
        Pem.writeCertificates(folder.resolve("ca.crt"), store.getCertificate(AUTHORITY));
        for (Service service : Service.values()) {
            Path own = Files.createDirectory(folder.resolve(service.label()));
            Key key = store.getKey(service.label(), PASSWORD.toCharArray());
            Pem.writePrivateKey(own.resolve("tls.key"), key.getEncoded());
            Pem.writeCertificates(own.resolve("tls.crt"), store.getCertificateChain(service.label()));
        }
    }

    private static void keytool(Path store, String alias, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=shop " + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                DAYS,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(Arrays.asList(more));
        run(new ProcessBuilder(command).redirectErrorStream(true).start(), alias);
    }

    private static void run(Process keytool, String alias) throws IOException {
        keytool.getOutputStream().close();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new CannotStart("keytool made no certificate for " + alias + ": " + output.strip());
            }
        } catch (InterruptedException interrupted) {
            keytool.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while making certificates.", interrupted);
        }
    }
}
