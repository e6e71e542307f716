package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NIST's samples, and two second opinions: the standard written down with big integers, and BouncyCastle. */
class Ff1Test {

    private static final String KEY = "2b7e151628aed2a6abf7158809cf4f3cef4359d8d580aa4f7f036d6f04fc6a94";

    /** The nine samples NIST published with SP 800-38G. */
    @ParameterizedTest
    @CsvSource({
        "16, 10, '', 0123456789, 2433477484",
        "16, 10, 39383736353433323130, 0123456789, 6124200773",
        "16, 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
        "24, 10, '', 0123456789, 2830668132",
        "24, 10, 39383736353433323130, 0123456789, 2496655549",
        "24, 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
        "32, 10, '', 0123456789, 6657667009",
        "32, 10, 39383736353433323130, 0123456789, 1001623463",
        "32, 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd",
    })
    void answersToNistsSamples(int keyBytes, int radix, String tweak, String plaintext, String expected) {
        byte[] key = HexFormat.of().parseHex(KEY.substring(0, 2 * keyBytes));
        Ff1 ff1 = new Ff1(key, radix);
        int[] text = plaintext.chars().map(c -> Character.digit(c, radix)).toArray();
        byte[] tweakBytes = HexFormat.of().parseHex(tweak);

        int[] encrypted = encrypt(ff1, tweakBytes, text);

        assertThat(text(encrypted, radix)).isEqualTo(expected);
        assertThat(decrypt(ff1, tweakBytes, encrypted)).isEqualTo(text);
    }

    /** Every radix's first lengths, then random ones: all cores, every b, powers of two, long tweaks. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                2, 3, 8, 10, 16, 26, 32, 36, 45, 62, 64, 85, 94, 95, 128, 255, 256, 257, 1000, 4096, 32768, 65535, 65536
            })
    void agreesWithTheStandardWrittenDown(int radix) {
        Random random = new Random(radix);
        byte[] key = bytes(random, new int[] {16, 24, 32}[random.nextInt(3)]);
        Ff1 ff1 = new Ff1(key, radix);
        ReferenceFf1 reference = new ReferenceFf1(key, radix);
        int shortest = (int) Math.max(2, Math.ceil(Math.log(100) / Math.log(radix)));
        for (int i = 0; i < 300; i++) {
            int length = i < 100 ? shortest + i : shortest + random.nextInt(200);
            int[] text = random.ints(length, 0, radix).toArray();
            byte[] tweak = bytes(random, random.nextInt(i % 10 == 0 ? 150 : 20));

            int[] encrypted = encrypt(ff1, tweak, text);

            assertThat(encrypted).isEqualTo(reference.encrypt(tweak, text));
            assertThat(decrypt(ff1, tweak, encrypted)).isEqualTo(text);
            assertThat(reference.decrypt(tweak, encrypted)).isEqualTo(text);
        }
    }

    /** The largest and the smallest halves, where sums and remainders wrap. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 16, 36, 62, 256, 65535, 65536})
    void agreesWithTheStandardWhereHalvesAreAllZeroesOrAllNines(int radix) {
        byte[] key = bytes(new Random(radix), 32);
        Ff1 ff1 = new Ff1(key, radix);
        ReferenceFf1 reference = new ReferenceFf1(key, radix);
        for (int length = 8; length <= 140; length++) {
            for (int fill : new int[] {0, radix - 1}) {
                int[] text = new int[length];
                Arrays.fill(text, 0, length / 2, fill);
                Arrays.fill(text, length / 2, length, radix - 1);

                assertThat(encrypt(ff1, new byte[7], text)).isEqualTo(reference.encrypt(new byte[7], text));
                assertThat(decrypt(ff1, new byte[7], text)).isEqualTo(reference.decrypt(new byte[7], text));
            }
        }
    }

    /** BouncyCastle is right where the domain has a million texts and the radix fits 16 bits. */
    @ParameterizedTest
    @ValueSource(ints = {10, 16, 26, 36, 62, 95, 256})
    void agreesWithBouncyCastle(int radix) {
        Random random = new Random(radix);
        byte[] key = bytes(random, 32);
        Ff1 ff1 = new Ff1(key, radix);
        for (int length = 6; length <= 80; length++) {
            byte[] tweak = bytes(random, random.nextInt(30));
            int[] text = random.ints(length, 0, radix).toArray();
            FPEFF1Engine engine = new FPEFF1Engine();
            engine.init(true, new FPEParameters(new KeyParameter(key), radix, tweak));
            byte[] theirs = new byte[length];
            engine.processBlock(asBytes(text), 0, length, theirs, 0);

            assertThat(asBytes(encrypt(ff1, tweak, text))).isEqualTo(theirs);
        }
    }

    @Test
    void manyTogetherGiveWhatEachGivesAlone() {
        Random random = new Random(16);
        Ff1 ff1 = new Ff1(bytes(random, 32), 36);
        for (int count : new int[] {0, 1, 15, 16, 17, 100}) {
            List<Ff1Input> together = new ArrayList<>();
            List<int[]> alone = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int[] text = random.ints(4 + random.nextInt(60), 0, 36).toArray();
                byte[] tweak = bytes(random, random.nextInt(40));
                together.add(input(tweak, text));
                alone.add(encrypt(ff1, tweak, text));
            }
            ff1.encrypt(together.toArray(Ff1Input[]::new), together.size());

            assertThat(together.stream().map(input -> input.numerals).toList())
                    .usingRecursiveComparison()
                    .isEqualTo(alone);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 32, 40})
    void fullRowsOfOneLengthGiveWhatEachGivesAlone(int count) {
        Random random = new Random(count);
        Ff1 ff1 = new Ff1(bytes(random, 32), 10);
        List<Ff1Input> together = new ArrayList<>();
        List<int[]> alone = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] text = random.ints(16, 0, 10).toArray();
            together.add(input(new byte[] {(byte) i}, text));
            alone.add(encrypt(ff1, new byte[] {(byte) i}, text));
        }
        ff1.encrypt(together.toArray(Ff1Input[]::new), together.size());

        assertThat(together.stream().map(input -> input.numerals).toList())
                .usingRecursiveComparison()
                .isEqualTo(alone);
    }

    @Test
    void onlyThePartIsChangedAndItsPlaceDoesNotMatter() {
        Ff1 ff1 = new Ff1(bytes(new Random(1), 32), 10);
        int[] body = {1, 2, 3, 4, 5, 6, 7, 8};
        Ff1Input input = input(new byte[] {1}, new int[] {9, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        input.part(2, 8);
        ff1.encrypt(input);

        assertThat(input.numerals).startsWith(9, 9).endsWith(9);
        assertThat(Arrays.copyOfRange(input.numerals, 2, 10)).isEqualTo(encrypt(ff1, new byte[] {1}, body));
    }

    @Test
    void aRadixOrLengthOutsideTheStandardIsRefused() {
        byte[] key = new byte[32];

        assertThatThrownBy(() -> new Ff1(key, 1)).hasMessageContaining("from 2 to 65536, not 1");
        assertThatThrownBy(() -> new Ff1(key, 65537)).hasMessageContaining("from 2 to 65536");
        assertThatThrownBy(() -> encrypt(new Ff1(key, 65536), key, new int[1])).hasMessageContaining("two numerals");
        assertThatThrownBy(() -> encrypt(new Ff1(key, 9), key, new int[2])).hasMessageContaining("at least 100 texts");
    }

    @Test
    void manyThreadsGetTheSameAnswersAsOne() {
        Ff1 ff1 = new Ff1(bytes(new Random(4), 32), 10);
        List<int[]> texts = IntStream.range(0, 4_000)
                .mapToObj(i -> new Random(i).ints(6 + i % 60, 0, 10).toArray())
                .toList();
        List<String> alone =
                texts.stream().map(t -> text(encrypt(ff1, new byte[3], t), 10)).toList();

        List<String> together = texts.parallelStream()
                .map(t -> text(encrypt(ff1, new byte[3], t), 10))
                .toList();

        assertThat(together).isEqualTo(alone);
    }

    /** A state remembers the latest tweak and length; each pair here differs in one part of what it remembers. */
    @Test
    void whatWasEncryptedBeforeMakesNoDifference() {
        byte[] key = HexFormat.of().parseHex("2b7e151628aed2a6abf7158809cf4f3cef4359d8d580aa4f7f036d6f04fc6a94");
        String same = "00112233445566778899aabbccddeeff";
        List<byte[]> tweaks = Stream.of(
                        "",
                        "00",
                        "01",
                        "0100",
                        "02",
                        "0011223344556677",
                        "0011223344556678",
                        same,
                        "ff" + same.substring(2),
                        same.substring(0, 30) + "00",
                        same + "01",
                        same + "02",
                        same + "0100",
                        same + same)
                .map(HexFormat.of()::parseHex)
                .toList();
        Ff1 shared = new Ff1(key, 10);
        for (byte[] before : tweaks) {
            for (byte[] tweak : tweaks) {
                for (int length : new int[] {6, 7, 16, 40}) {
                    int[] text = new int[length];
                    encrypt(shared, before, new int[length == 6 ? 16 : 6]);
                    encrypt(shared, before, new int[length]);
                    assertThat(encrypt(shared, tweak, text)).isEqualTo(encrypt(new Ff1(key, 10), tweak, text));
                    encrypt(shared, tweak, new int[length + 1]);
                    assertThat(encrypt(shared, tweak, text)).isEqualTo(encrypt(new Ff1(key, 10), tweak, text));
                }
            }
        }
    }

    static int[] encrypt(Ff1 ff1, byte[] tweak, int[] text) {
        Ff1Input input = input(tweak, text);
        ff1.encrypt(input);
        return input.numerals;
    }

    static int[] decrypt(Ff1 ff1, byte[] tweak, int[] text) {
        Ff1Input input = input(tweak, text);
        ff1.decrypt(input);
        return input.numerals;
    }

    private static Ff1Input input(byte[] tweak, int[] text) {
        Ff1Input input = new Ff1Input(text.length);
        System.arraycopy(text, 0, input.numerals, 0, text.length);
        input.part(0, text.length);
        input.addToTweak(tweak);
        return input;
    }

    private static String text(int[] numerals, int radix) {
        StringBuilder text = new StringBuilder();
        for (int numeral : numerals) {
            text.append(Character.forDigit(numeral, radix));
        }
        return text.toString();
    }

    private static byte[] asBytes(int[] numerals) {
        byte[] bytes = new byte[numerals.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numerals[i];
        }
        return bytes;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
