package io.maskwire.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDirectoryTest {

    private static final String KEY = Base64.getEncoder().encodeToString(KeyRingTest.key(7));
    private static final String URL_SAFE =
            Base64.getUrlEncoder().withoutPadding().encodeToString(KeyRingTest.key(200));

    @TempDir
    Path directory;

    @Test
    void oneKeyIsItsOwnPrimary() throws IOException {
        write("k1.key", KEY + "\n");

        assertThat(ring()).hasToString("KeyRing[primary=k1, keys=[k1]]");
    }

    @Test
    void thePrimaryOfSeveralIsNamedByAFile() throws IOException {
        write("k1.key", KEY);
        write("k2.key", URL_SAFE);
        write("primary", "k2\n");

        assertThat(ring().primary()).isEqualTo("k2");
        assertThat(ring().kids()).containsExactlyInAnyOrder("k1", "k2");
    }

    @Test
    void whatAMountedSecretHidesIsLeftAlone() throws IOException {
        Path data = Files.createDirectory(directory.resolve("..2026_11_23"));
        Files.writeString(data.resolve("k1.key"), KEY);
        Files.createSymbolicLink(directory.resolve("..data"), data.getFileName());
        Files.createSymbolicLink(directory.resolve("k1.key"), Path.of("..data/k1.key"));

        assertThat(ring().primary()).isEqualTo("k1");
    }

    @Test
    void namesThatBeginWithADotAreLeftAlone() throws IOException {
        write("k1.key", KEY);
        write(".k2.key.swp", URL_SAFE);

        assertThat(ring().kids()).containsExactly("k1");
    }

    @Test
    void aFileThatIsNotThereBehindItsLinkIsToldWithoutItsText() throws IOException {
        Files.createSymbolicLink(directory.resolve("k1.key"), Path.of("gone.key"));

        assertRefused(
                "Can't read the key directory " + directory + " (NoSuchFileException)", "that this user may read them");
    }

    @Test
    void aFileAtTheLimitIsReadAndALongerOneIsNot() throws IOException {
        write("k1.key", KEY + " ".repeat((1 << 20) - KEY.length()));
        assertThat(ring().primary()).isEqualTo("k1");

        write("k1.key", KEY + " ".repeat((1 << 20) + 1 - KEY.length()));
        assertRefused("The file k1.key is longer than 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "/", "-", "_"})
    void bothAlphabetsOfBase64AreRead(String sixtyTwoOrThree) throws IOException {
        String text = sixtyTwoOrThree + KEY.substring(1);
        write("k1.key", text);

        String plain = text.replace('-', '+').replace('_', '/');
        byte[] key = Base64.getDecoder().decode(plain);
        assertThat(ring().sameAs(KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", key)))))
                .isTrue();
    }

    @Test
    void theProblemAndTheRemedyOfARefusalCanBeToldApart() throws IOException {
        write("k1.key", KEY);
        write("notes.txt", "");

        assertThatExceptionOfType(KeyException.class).isThrownBy(this::ring).satisfies(refusal -> {
            assertThat(refusal.problem()).isEqualTo("Unknown file notes.txt in the key directory");
            assertThat(refusal.remedy()).startsWith("keep only KID.key and KID.subkeys files");
            assertThat(refusal).hasMessage(refusal.problem() + "; " + refusal.remedy());
        });
    }

    @Test
    void severalKeysWithoutAPrimaryAreRefused() throws IOException {
        write("k1.key", KEY);
        write("k2.key", URL_SAFE);

        assertRefused("has 2 keys and no file primary", "write the name of the key that makes new values");
    }

    @Test
    void aPrimaryTheDirectoryHasNotIsRefused() throws IOException {
        write("k1.key", KEY);
        write("primary", "k9");

        assertRefused("No key \"k9\" to be primary; the ring has [k1]");
    }

    @Test
    void aMissingDirectorySaysHowToMakeOne() {
        assertThatThrownBy(() -> KeyRing.from(KeySource.directory(directory.resolve("none"))))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("No key directory at")
                .hasMessageContaining("openssl rand -base64 32 >");
    }

    @Test
    void anEmptyDirectorySaysHowToMakeAKey() {
        assertRefused("No *.key file in", "openssl rand -base64 32 >");
    }

    @ParameterizedTest
    @CsvSource({
        "1, does not hold 32",
        "20, does not hold 32",
        "40, does not hold 32",
        "42, does not hold 32",
        "43, ''",
    })
    void aTruncatedKeyIsRefusedAndNotQuoted(int characters, String problem) throws IOException {
        write("k1.key", KEY.substring(0, characters));

        if (problem.isEmpty()) {
            // Only the padding is gone: the key is whole.
            assertThat(ring().primary()).isEqualTo("k1");
        } else {
            assertThatThrownBy(this::ring)
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining("k1.key")
                    .hasMessageMatching("(?s).*(does not hold 32|is not base64).*")
                    .hasMessageContaining("it may be truncated")
                    .hasMessageNotContaining(KEY.substring(0, Math.min(characters, 8)));
        }
    }

    @Test
    void textThatIsNoBase64IsNotQuoted() throws IOException {
        write("k1.key", "s3cret!s3cret!s3cret!s3cret!s3cret!");

        assertThatThrownBy(this::ring)
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("is not base64")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void aKeyOfZeroesIsNotRandom() throws IOException {
        write("k1.key", Base64.getEncoder().encodeToString(new byte[32]));

        assertRefused("Key \"k1\" is not random");
    }

    @Test
    void eightDifferentBytesAreTheFewestOfAKey() {
        assertThat(RootKey.of("k1", bytesOf(8))).hasToString("RootKey[k1]");
        assertThatThrownBy(() -> RootKey.of("k1", bytesOf(7))).hasMessageContaining("fewer than 8 different bytes");
    }

    @Test
    void aStrayFileIsNamed() throws IOException {
        write("k1.key", KEY);
        write("k1.key.bak", KEY);

        assertRefused("Unknown file k1.key.bak");
    }

    @Test
    void aKeyNameOutsideTheAlphabetIsRefused() throws IOException {
        write("K_1.key", KEY);

        assertRefused("A key's name is 1 to 32 of a-z, 0-9 and -");
    }

    private static byte[] bytesOf(int different) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i % different);
        }
        return key;
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(this::ring)
                .isInstanceOf(KeyException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining(KEY);
    }

    private KeyRing ring() {
        return KeyRing.from(KeySource.directory(directory));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
