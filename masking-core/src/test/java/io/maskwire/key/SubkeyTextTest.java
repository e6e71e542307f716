package io.maskwire.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubkeyTextTest {

    private static final SubkeyId EMAIL = new SubkeyId(Purpose.HASH, "", "email", "none");
    private static final SubkeyId ODD = new SubkeyId(Purpose.TAG, "ten ant=1\n", "größe&key=x", "");

    private final RootKey root = RootKey.of("k1", KeyRingTest.key(1));
    private final String text = SubkeyText.write(subkeys());

    @TempDir
    Path directory;

    @Test
    void whatIsReadIsWhatWasWritten() {
        SubkeySet read = SubkeyText.read("k1", text);

        assertThat(read.subkey(EMAIL)).isEqualTo(root.subkey(EMAIL));
        assertThat(read.subkey(ODD)).isEqualTo(root.subkey(ODD));
        assertThat(read.checkValue()).isEqualTo(root.checkValue());
    }

    @Test
    void whatWasNotExportedCannotBeDerived() {
        SubkeySet read = SubkeyText.read("k1", text);

        assertThatThrownBy(() -> read.subkey(new SubkeyId(Purpose.HASH, "", "phone", "none")))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("has no subkey for hash in the domain phone")
                .hasMessageContaining("export the subkeys again");
    }

    @Test
    void everyTruncationIsSeen() {
        for (int end = 0; end < text.length() - 1; end++) {
            String part = text.substring(0, end);
            assertThatThrownBy(() -> SubkeyText.read("k1", part)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anExportOfNothingIsRefused() {
        assertThatThrownBy(() -> SubkeyText.read("k1", SubkeyText.write(Map.of())))
                .hasMessage("The subkeys of \"k1\" have no check value; export them again");
    }

    @Test
    void printsTheNameOnly() {
        assertThat(SubkeyText.read("k1", text)).hasToString("SubkeySet[k1]");
    }

    @Test
    void exportsAreTheSameIfTheyHoldTheSameSubkeysOfTheSameKey() {
        assertThat(export(1, EMAIL).sameAs(export(1, EMAIL))).isTrue();
        assertThat(export(1, EMAIL).sameAs(export(1, EMAIL, ODD))).isFalse();
        assertThat(export(1, EMAIL, ODD).sameAs(export(1, EMAIL))).isFalse();
        assertThat(export(1, EMAIL).sameAs(export(2, EMAIL))).isFalse();
        assertThat(export(1, EMAIL).sameAs(root)).isFalse();
        assertThat(root.sameAs(export(1, EMAIL))).isFalse();
    }

    @Test
    void exportsAgreeIfNothingThatBothHoldDiffers() {
        assertThat(export(1, EMAIL).agreesWith(export(1, ODD))).isTrue();
        assertThat(export(1, EMAIL).agreesWith(export(1, EMAIL, ODD))).isTrue();
        assertThat(export(1, EMAIL).agreesWith(export(2, EMAIL))).isFalse();
        assertThat(export(1).agreesWith(export(2))).isFalse();
        assertThat(export(1, EMAIL).agreesWith(root)).isFalse();
    }

    @Test
    void aSubkeyThatDiffersUnderTheSameCheckValueDoesNotAgree() {
        Map<SubkeyId, byte[]> forged = new LinkedHashMap<>(subkeys());
        forged.put(EMAIL, RootKey.of("k1", KeyRingTest.key(2)).subkey(EMAIL));

        assertThat(SubkeyText.read("k1", SubkeyText.write(forged)).agreesWith(SubkeyText.read("k1", text)))
                .isFalse();
    }

    @Test
    void aDamagedLineIsNumberedAndNotQuoted() {
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(root.subkey(EMAIL));

        assertThatThrownBy(() -> SubkeyText.read("k1", text.replace(key, key + "A")))
                .hasMessage("can't be read in line 3")
                .hasNoCause();
        assertThatThrownBy(() -> SubkeyText.read("k1", text.replace("hash ", "hush ")))
                .hasMessage("can't be read in line 3");
    }

    @Test
    void aDirectoryTakesAnExportInTheKeysPlace() throws Exception {
        Files.writeString(directory.resolve("k1.subkeys"), text);
        KeyRing ring = KeyRing.from(KeySource.directory(directory));

        assertThat(ring.subkey("k1", Purpose.HASH, "", "email", "none")).isEqualTo(root.subkey(EMAIL));
        assertThat(ring).hasToString("KeyRing[primary=k1, keys=[k1]]");
    }

    @Test
    void aKeyBesideItsExportIsRefused() throws Exception {
        Files.writeString(directory.resolve("k1.subkeys"), text);
        Files.writeString(directory.resolve("k1.key"), Base64.getEncoder().encodeToString(KeyRingTest.key(1)));

        assertThatThrownBy(() -> KeyRing.from(KeySource.directory(directory))).hasMessageContaining("has \"k1\" twice");
    }

    private static SubkeySet export(int key, SubkeyId... ids) {
        KeyRing ring = KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", KeyRingTest.key(key))));
        return SubkeyText.read("k1", ring.export("k1", Set.of(ids)));
    }

    private Map<SubkeyId, byte[]> subkeys() {
        Map<SubkeyId, byte[]> subkeys = new LinkedHashMap<>();
        for (SubkeyId id : new SubkeyId[] {SubkeyId.CHECK, EMAIL, ODD}) {
            subkeys.put(id, root.subkey(id));
        }
        return subkeys;
    }
}
