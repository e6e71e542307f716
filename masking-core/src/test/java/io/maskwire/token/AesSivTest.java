package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.DeterministicAead;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5297, its appendix A, and Tink as a second opinion. */
class AesSivTest {

    private static final HexFormat HEX = HexFormat.of();

    /** A.1, A.2 and a list without any string, which RFC 5297 leaves to the reader. */
    @ParameterizedTest
    @CsvSource({
        "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,"
                + " 101112131415161718191a1b1c1d1e1f2021222324252627,"
                + " 112233445566778899aabbccddee,"
                + " 85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c",
        "7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f,"
                + " 00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100"
                + ":102030405060708090a0:09f911029d74e35bd84156c5635688c0,"
                + " 7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e67205349562d414553,"
                + " 7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17dba77ceb094fa663b7a3f748ba8af829"
                + "ea64ad544a272e9c485b62a3fd5c0d",
        "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff, none, '',"
                + " f2007a5beb2b8900c588a7adf599f172",
    })
    void answersToThePublishedVectors(String key, String associated, String plaintext, String expected) {
        byte[][] data = associated.equals("none")
                ? new byte[0][]
                : Arrays.stream(associated.split(":")).map(HEX::parseHex).toArray(byte[][]::new);
        AesSiv siv = new AesSiv(HEX.parseHex(key), data);

        assertThat(HEX.formatHex(siv.encrypt(HEX.parseHex(plaintext)))).isEqualTo(expected);
        assertThat(siv.decrypt(HEX.parseHex(expected))).isEqualTo(HEX.parseHex(plaintext));
    }

    @Test
    void agreesWithTinkForEveryLength() throws GeneralSecurityException {
        Random random = new Random(5297);
        for (int length = 0; length <= 600; length++) {
            byte[] key = bytes(random, 64);
            byte[] associated = bytes(random, random.nextInt(70));
            byte[] plaintext = bytes(random, length);
            AesSiv ours = new AesSiv(key, associated);
            DeterministicAead tink = new com.google.crypto.tink.subtle.AesSiv(key);

            byte[] text = ours.encrypt(plaintext);

            assertThat(text).isEqualTo(tink.encryptDeterministically(plaintext, associated));
            assertThat(ours.decrypt(text)).isEqualTo(plaintext);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 32, 47, 300})
    void everySingleChangedBitIsNoticed(int length) {
        Random random = new Random(length);
        AesSiv siv = new AesSiv(bytes(random, 64), bytes(random, 7));
        byte[] text = siv.encrypt(bytes(random, length));
        for (int bit = 0; bit < text.length * 8; bit++) {
            byte[] changed = text.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(siv.decrypt(changed)).isNull();
        }
        assertThat(siv.decrypt(text)).isNotNull();
    }

    @Test
    void aTextShorterThanItsTagIsRefused() {
        AesSiv siv = new AesSiv(new byte[64]);
        for (int length = 0; length < 16; length++) {
            assertThat(siv.decrypt(new byte[length])).isNull();
        }
    }

    @Test
    void keyAndAssociatedDataDecideAndTheirOrderAndNumberToo() {
        byte[] key = bytes(new Random(1), 64);
        byte[] otherKey = bytes(new Random(2), 64);
        byte[] a = {1};
        byte[] b = {2};
        byte[] none = {};
        byte[] plaintext = bytes(new Random(3), 16);

        List<String> texts = List.of(
                text(new AesSiv(key), plaintext),
                text(new AesSiv(key, none), plaintext),
                text(new AesSiv(key, none, none), plaintext),
                text(new AesSiv(key, a), plaintext),
                text(new AesSiv(key, b), plaintext),
                text(new AesSiv(key, a, b), plaintext),
                text(new AesSiv(key, b, a), plaintext),
                text(new AesSiv(key, new byte[] {1, 2}), plaintext),
                text(new AesSiv(otherKey, a), plaintext));

        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void moreAssociatedDataThanTheDoublingAllowsIsRefused() {
        byte[][] most = new byte[126][0];

        assertThat(new AesSiv(new byte[64], most).encrypt(new byte[1])).hasSize(17);
        assertThatThrownBy(() -> new AesSiv(new byte[64], new byte[127][0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 126");
    }

    @Test
    void manyThreadsGetTheSameAnswersAsOne() {
        AesSiv siv = new AesSiv(bytes(new Random(4), 64), new byte[3]);
        List<byte[]> plaintexts = IntStream.range(0, 4_000)
                .mapToObj(i -> bytes(new Random(i), i % 100))
                .toList();
        List<String> alone = plaintexts.stream().map(p -> text(siv, p)).toList();

        List<String> together =
                plaintexts.parallelStream().map(p -> text(siv, p)).toList();

        assertThat(together).isEqualTo(alone);
    }

    private static String text(AesSiv siv, byte[] plaintext) {
        return HEX.formatHex(siv.encrypt(plaintext));
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
