package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path shop;

    @Test
    void theFirstRunMakesAllAndTheSecondKeepsIt() throws IOException, GeneralSecurityException {
        RunFolder run = new RunFolder(shop.resolve(".run"));

        assertThat(run.prepare()).isTrue();
        String key = Files.readString(shop.resolve(".run/keys/shop-1.key"));
        assertThat(run.prepare()).isFalse();

        assertThat(Files.readString(shop.resolve(".run/keys/shop-1.key"))).isEqualTo(key);
        assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path())))
                .isEqualTo("rwx------");
        assertThat(shop.resolve(".run.new")).doesNotExist();
        assertThatTheAuthoritySigned(Service.ORDERS, run);
        assertThatTheAuthoritySigned(Service.CUSTOMERS, run);
        assertThatTheAuthoritySigned(Service.PAYMENTS, run);
    }

    private static void assertThatTheAuthoritySigned(Service service, RunFolder run)
            throws IOException, GeneralSecurityException {
        X509Certificate certificate =
                Pem.readCertificate(run.path().resolve(service.label()).resolve("tls.crt"));
        certificate.verify(Pem.readCertificate(run.ca()).getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=shop " + service.label());
    }
}
