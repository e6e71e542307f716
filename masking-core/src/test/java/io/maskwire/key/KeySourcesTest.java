package io.maskwire.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySourcesTest {

    private static final String ONE = Base64.getEncoder().encodeToString(KeyRingTest.key(1));
    private static final String TWO = Base64.getEncoder().encodeToString(KeyRingTest.key(2));

    @TempDir
    Path directory;

    @Test
    void everySourceOfTheSameKeysGivesTheSameRing() throws Exception {
        Files.writeString(directory.resolve("k1.key"), ONE);
        Files.writeString(directory.resolve("k2.key"), TWO);
        Files.writeString(directory.resolve("primary"), "k2");
        KeyRing fromDirectory = KeyRing.from(KeySource.directory(directory));

        KeyRing fromEnvironment = KeyRing.from(environment("k2=" + TWO + ", k1=" + ONE));
        KeyRing fromStore = KeyRing.from(KeySource.pkcs12(keyStore(), "changeit"::toCharArray, "k2"));

        assertThat(fromEnvironment.sameAs(fromDirectory)).isTrue();
        assertThat(fromStore.sameAs(fromDirectory)).isTrue();
        assertThat(fromStore.checkValues()).isEqualTo(fromDirectory.checkValues());
        assertThat(fromStore).hasToString("KeyRing[primary=k2, keys=[k1, k2]]");
    }

    @Test
    void aWrongPasswordIsToldWithoutDetails() throws Exception {
        Path store = keyStore();

        assertThatThrownBy(() -> KeyRing.from(KeySource.pkcs12(store, "wrong"::toCharArray, "k2")))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("check that it is there, that it is PKCS#12 and that the password is right")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k1", "k1=", "k1=s3cret", "K1=s3cret", "=s3cret", "k1=s3cret,k1=s3cret", "s3cret"})
    void aBadVariableIsNamedAndNotQuoted(String text) {
        assertThatThrownBy(() -> KeyRing.from(environment(text)))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("environment variable KEYS")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void theBadEntryOfAVariableIsCounted() {
        assertThatThrownBy(() -> KeyRing.from(environment("k2=" + TWO + ",k1=s3cret")))
                .hasMessageStartingWith("Entry 2 of the environment variable KEYS can't be used");
    }

    @Test
    void readingKeysFromTheEnvironmentLogsAWarningWithoutThem() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(KeySource.class.getName());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(listener);
        try {
            KeyRing.from(environment("k1=" + ONE));
        } finally {
            logger.removeHandler(listener);
        }

        assertThat(logged).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getMessage()).contains("a mounted directory is safer");
            assertThat(line.getParameters()).containsExactly("KEYS");
        });
    }

    @Test
    void sourcesPrintPlacesAndNoKey() {
        assertThat(environment("k1=" + ONE)).hasToString("EnvironmentKeys[KEYS]");
        assertThat(KeySource.development()).hasToString("DevelopmentKeys[]");
        assertThat(KeySource.directory(Path.of("keys"))).hasToString("KeyDirectory[directory=keys]");
        assertThat(KeySource.pkcs12(Path.of("keys.p12"), "changeit"::toCharArray, "k1"))
                .hasToString("KeyStoreKeys[keys.p12]");
        assertThat(KeyMaterial.of("k1", Map.of("k1", KeyRingTest.key(1))))
                .hasToString("KeyMaterial[primary=k1, keys=[k1]]");
    }

    @Test
    void theEnvironmentOfTheProcessIsRead() {
        assertThatThrownBy(() -> KeyRing.from(KeySource.environment("MASKWIRE_NOT_SET_IN_ANY_TEST")))
                .hasMessageContaining("The environment variable MASKWIRE_NOT_SET_IN_ANY_TEST is not set");
    }

    @Test
    void aVariableThatIsNotSetSaysHowToSetIt() {
        assertThatThrownBy(() -> KeyRing.from(new EnvironmentKeys("KEYS", Map.of())))
                .hasMessageContaining("is not set")
                .hasMessageContaining("openssl rand -base64 32");
        assertThat(new EnvironmentKeys("KEYS", Map.of("KEYS", "k=" + ONE)).toString())
                .doesNotContain(ONE);
    }

    @Test
    void developmentKeysDifferAtEachStart() {
        KeySource source = new DevelopmentKeys(Map.of(), directory.resolve("none"));

        assertThat(KeyRing.from(source).checkValues())
                .isNotEqualTo(KeyRing.from(source).checkValues());
    }

    @Test
    void developmentKeysAreRefusedInKubernetes() {
        KeySource byVariable =
                new DevelopmentKeys(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"), directory.resolve("none"));
        KeySource byMount = new DevelopmentKeys(Map.of(), directory);

        assertThatThrownBy(byVariable::read).hasMessageContaining("refused in Kubernetes");
        assertThatThrownBy(byMount::read).hasMessageContaining("refused in Kubernetes");
    }

    @Test
    void keysBelowTheMinimumAreNotRead() throws Exception {
        Files.writeString(directory.resolve("k9.key"), ONE);
        Files.writeString(directory.resolve("k10.key"), TWO);
        Files.writeString(directory.resolve("minimum"), "k10\n");

        assertThat(KeyRing.from(KeySource.directory(directory))).hasToString("KeyRing[primary=k10, keys=[k10]]");
    }

    @Test
    void thePasswordIsWipedAfterItsUse() throws Exception {
        char[] password = "changeit".toCharArray();
        KeyRing.from(KeySource.pkcs12(keyStore(), () -> password, "k2"));

        assertThat(password).containsOnly('\0');
    }

    @ParameterizedTest
    @CsvSource({"k9, k10", "2026-02, 2026-11", "a, b", "k, k1", "07, 7", "9-b, 10-a", "a1b2, a1b10", "1, a", "k1, kk"})
    void namesAreOrderedAsPeopleCount(String earlier, String later) {
        assertThat(KidOrder.INSTANCE.compare(earlier, later)).isNegative();
        assertThat(KidOrder.INSTANCE.compare(later, earlier)).isPositive();
        assertThat(KidOrder.INSTANCE.compare(earlier, earlier)).isZero();
    }

    private static KeySource environment(String text) {
        return new EnvironmentKeys("KEYS", Map.of("KEYS", text));
    }

    private Path keyStore() throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        KeyStore.ProtectionParameter protection = new KeyStore.PasswordProtection(password);
        for (int i = 1; i <= 2; i++) {
            SecretKeySpec key = new SecretKeySpec(KeyRingTest.key(i), "HmacSHA256");
            store.setEntry("k" + i, new KeyStore.SecretKeyEntry(key), protection);
        }
        Path file = Files.createTempFile(directory, "store", ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        Path moved = directory.resolveSibling(directory.getFileName() + ".p12");
        return Files.move(file, moved);
    }
}
