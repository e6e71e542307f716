package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Keys and certificates as text, the form in which Kubernetes mounts them. */
final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static void writeCertificates(Path file, Certificate... certificates) throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : certificates) {
            text.append(block("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(file, text);
    }

    static void writePrivateKey(Path file, byte[] pkcs8) throws IOException {
        Files.writeString(file, block("PRIVATE KEY", pkcs8));
    }

    static void writePublicKey(Path file, byte[] x509) throws IOException {
        Files.writeString(file, block("PUBLIC KEY", x509));
    }

    static byte[] readPrivateKey(Path file) throws IOException {
        return Base64.getMimeDecoder()
                .decode(Files.readString(file)
                        .replaceAll("-----[A-Z ]+-----", "")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    static X509Certificate readCertificate(Path file) throws IOException, GeneralSecurityException {
        try (var stream = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    private static String block(String type, byte[] bytes) {
        return "-----BEGIN " + type + "-----\n" + LINES.encodeToString(bytes) + "\n-----END " + type + "-----\n";
    }
}
