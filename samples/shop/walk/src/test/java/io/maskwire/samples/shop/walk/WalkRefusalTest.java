package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the way is said in one line, and nothing has been started. */
class WalkRefusalTest {

    private static final int COULD_NOT_START = 2;

    @TempDir
    Path shop;

    private final Recorder recorder = new Recorder();

    @Test
    void aTakenPortIsNamedWithItsService() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exit = run("--port", String.valueOf(taken.getLocalPort()));

            assertThat(recorder.err()).contains("Port " + taken.getLocalPort() + " for orders is taken", "--port");
            assertThatItIsOneLineAnd(exit);
        }
    }

    @Test
    void aRunFolderWithoutAMaskingKeyIsRefused() throws IOException, GeneralSecurityException {
        for (Service service : Service.values()) {
            Files.createDirectories(service.jar(shop).getParent());
            Files.createFile(service.jar(shop));
        }
        assertThat(new RunFolder(shop.resolve(".run")).prepare()).isTrue();
        Files.delete(shop.resolve(".run/keys/shop-1.key"));

        int exit = run("--port", String.valueOf(FreePorts.first()));

        assertThat(recorder.err()).contains(".run has no masking key in keys/", "delete that folder");
        assertThatItIsOneLineAnd(exit);
    }

    @Test
    void aShopThatWasNotBuiltIsRefused() throws IOException {
        int exit = run("--port", String.valueOf(FreePorts.first()));

        assertThat(recorder.err()).contains("shop-orders.jar", "samples/shop/run builds it");
        assertThatItIsOneLineAnd(exit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "70000", "65534", "eight", "-1"})
    void aPortThatIsNoneIsRefused(String port) {
        int exit = run("--port", port);

        assertThat(recorder.err()).contains("--port needs a number from 1 to 65533");
        assertThatItIsOneLineAnd(exit);
    }

    @Test
    void aPortWithoutANumberIsRefused() {
        assertThatItIsOneLineAnd(run("--port"));
    }

    @Test
    void anUnknownOptionIsRefused() {
        int exit = run("--sevre");

        assertThat(recorder.err()).contains("--sevre", "--help");
        assertThatItIsOneLineAnd(exit);
    }

    private int run(String... arguments) {
        return new Walk(recorder.console()).run(shop, List.of(arguments));
    }

    private void assertThatItIsOneLineAnd(int exit) {
        assertThat(exit).isEqualTo(COULD_NOT_START);
        assertThat(recorder.err().lines()).hasSize(1);
    }
}
