package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What can't work stops the start, and says where and what to do. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

    private static final String CLASSES = """
            service: {name: orders, namespace: shop}
            classes: {email: {mask: redact, style: email}}
            """;
    private static final String KEYED = """
            service: {name: orders, namespace: shop}
            classes: {email: {mask: hash}}
            """;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {}

    private static void assertStops(String... properties) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Shop.class)
                        .web(WebApplicationType.NONE)
                        .properties(properties)
                        .run())
                .isNotNull();
    }

    private static void assertStopsWith(String declaration, String... properties) {
        assertStops(App.with(properties, "masking.declaration=" + App.file(declaration)));
    }

    @Test
    void noDeclaration(CapturedOutput output) {
        assertStops();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("There is no declaration at classpath:maskwire.yml (masking.declaration)")
                .contains("src/main/resources/maskwire.yml")
                .contains("service: {name: orders, namespace: shop}");
    }

    @Test
    void noDeclarationFile(CapturedOutput output) {
        assertStops("masking.declaration=file:/nowhere/maskwire.yml");

        assertThat(output).contains("There is no declaration at file:/nowhere/maskwire.yml");
    }

    @Test
    void anUnknownKey(CapturedOutput output) {
        assertStopsWith(CLASSES + "clases: {}\n");

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(".yml:3:1: ")
                .contains("classes");
    }

    @Test
    void anUnknownClassAndABadPathAtOnce(CapturedOutput output) {
        assertStopsWith(CLASSES + """
                fields:
                  one: {path: "$.email", class: e-mail}
                  two: {path: "email[", class: email}
                """);

        assertThat(output).contains(".yml:4:").contains(".yml:5:").contains("e-mail");
    }

    @Test
    void noKey(CapturedOutput output) {
        assertStopsWith(KEYED);

        assertThat(output)
                .contains("has a keyed mask (hash), and there is no key for it")
                .contains("set masking.keys.directory")
                .contains("openssl rand -base64 32 > keys/k1.key");
    }

    @Test
    void resolvingWithoutAKey(CapturedOutput output) {
        assertStopsWith(CLASSES + "write-back: resolve\n");

        assertThat(output)
                .contains("says write-back: resolve, and there is no key to turn tokens back with")
                .contains("set masking.keys.directory");
    }

    @Test
    void resolvingWithoutARecord(CapturedOutput output, @TempDir Path directory) {
        App.key(directory, "k1");

        assertStopsWith(CLASSES + "write-back: resolve\n", "masking.keys.directory=" + directory);

        assertThat(output)
                .contains("says write-back: resolve, and there is nowhere to record who had originals")
                .contains("declare a bean of type io.maskwire.reveal.AuditSink");
    }

    @Test
    void noKeyDirectory(CapturedOutput output, @TempDir Path directory) {
        assertStopsWith(KEYED, "masking.keys.directory=" + directory.resolve("keys"));

        assertThat(output).contains("No key directory at " + directory.resolve("keys"));
    }

    @Test
    void anEmptyKeyDirectoryProperty(CapturedOutput output) {
        assertStopsWith(KEYED, "masking.keys.directory=");

        assertThat(output).contains("APPLICATION FAILED TO START").contains("masking.keys.directory");
    }

    @Test
    void aTruncatedKeyFile(CapturedOutput output, @TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("k1.key"), "c2hvcnQtYnV0LXNlY3JldA==");

        assertStopsWith(KEYED, "masking.keys.directory=" + directory);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("k1.key")
                .contains("it may be truncated")
                .doesNotContain("c2hvcnQtYnV0LXNlY3JldA", "short-but-secret");
    }

    @Test
    void anAddressForNoEdge(CapturedOutput output) {
        assertStopsWith(
                CLASSES + "calls: {payments: {to: pay/payments, port: https}}\n", "masking.urls.paiments=https://x");

        assertThat(output)
                .contains("masking.urls.paiments names no edge of the declaration")
                .contains("the edges are [payments]");
    }

    @Test
    void anEdgeWithoutAddress(CapturedOutput output) {
        assertStopsWith(CLASSES + "calls: {payments: {to: pay/payments, port: web}}\n");

        assertThat(output).contains(".yml:3:").contains("set masking.urls.payments=https://HOST:PORT");
    }

    @Test
    void clearOverHttp(CapturedOutput output) {
        assertStopsWith(
                CLASSES + "calls: {payments: {to: pay/payments, port: https, sends: [email]}}\n",
                "masking.urls.payments=http://localhost:8080");

        assertThat(output).contains("calls.payments sends [email] in clear, and its address http://localhost:8080");
    }
}
