package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.key.KeyException;
import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.Masks;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.UnmaskableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every value of a format, tried on seeded random ones. */
class PreservedFormatPropertiesTest {

    private static final Alphabet DIGITS = Alphabet.of(Alphabet.DIGITS);

    private final Pseudonyms pseudonyms = Pseudonyms.of(TestRings.withPrimary("k1"), "");
    private final Originals originals = Originals.of(TestRings.withPrimary("k2"), "");

    static Stream<Alphabet> alphabets() {
        return Stream.of(
                        Alphabet.DIGITS,
                        Alphabet.ALPHANUMERIC_LOWER,
                        Alphabet.ALPHANUMERIC_UPPER,
                        Alphabet.ALPHANUMERIC_MIXED,
                        "01",
                        "áéíóúñü",
                        characters(0x430, 32),
                        characters(0x4e00, 3_000),
                        characters(0x10000, 65_536))
                .map(Alphabet::of);
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void everyLengthUpTo200ComesBack(Alphabet alphabet) {
        Random random = new Random(alphabet.radix());
        for (int length = FormatText.shortest(alphabet.radix()); length <= 200; length++) {
            int kept = random.nextInt(length - FormatText.shortest(alphabet.radix()) + 1);
            int first = random.nextInt(kept + 1);
            PreservedFormat format = new PreservedFormat(alphabet, " -", first, kept - first, Luhn.NONE);
            String original = separated(random, symbols(random, alphabet, length));

            String masked = pseudonyms.preserveFormat("d", format, original);

            assertThat(originals.ofPreserved("d", format, "k1", masked)).contains(original);
            assertThat(keptParts(format, masked)).isEqualTo(keptParts(format, original));
            assertThat(masked.replaceAll("[^ -]", "x")).isEqualTo(original.replaceAll("[^ -]", "x"));
        }
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void oneSymbolLessThanAMillionValuesNeedIsRefused(Alphabet alphabet) {
        int shortest = FormatText.shortest(alphabet.radix());
        PreservedFormat format = new PreservedFormat(alphabet, "", 1, 1, Luhn.NONE);
        String tooShort = symbols(new Random(1), alphabet, shortest + 1);

        assertThat(Math.pow(alphabet.radix(), shortest)).isGreaterThanOrEqualTo(1e6);
        assertThat(Math.pow(alphabet.radix(), shortest - 1)).isLessThan(1e6);
        assertThatThrownBy(() -> pseudonyms.preserveFormat("d", format, tooShort))
                .isInstanceOfSatisfying(
                        UnmaskableException.class,
                        e -> assertThat(e.reason()).isEqualTo(UnmaskableException.Reason.TOO_SHORT));
    }

    @Test
    @Tag("many-values")
    void allMiddlesOfOneBinStayApart() {
        PreservedFormat format = new PreservedFormat(DIGITS, "", 6, 4, Luhn.NONE);
        BitSet seen = new BitSet(1_000_000);
        List<String> originals = IntStream.range(0, 1_000_000)
                .mapToObj(i -> "411111" + String.valueOf(1_000_000 + i).substring(1) + "1111")
                .toList();

        for (String masked : pseudonyms.preserveFormat("pan", format, originals)) {
            assertThat(masked.startsWith("411111") && masked.endsWith("1111") && masked.length() == 16)
                    .isTrue();
            seen.set(Integer.parseInt(masked.substring(6, 12)));
        }

        assertThat(seen.cardinality()).isEqualTo(1_000_000);
    }

    @Test
    @Tag("many-values")
    void allTextsOfTheSmallestAlphabetStayApart() {
        PreservedFormat format = new PreservedFormat(Alphabet.of("01"), "", 0, 0, Luhn.NONE);
        int symbols = FormatText.shortest(2);
        BitSet seen = new BitSet(1 << symbols);
        List<String> originals = IntStream.range(0, 1 << symbols)
                .mapToObj(i -> Integer.toBinaryString(1 << symbols | i).substring(1))
                .toList();

        pseudonyms.preserveFormat("d", format, originals).forEach(masked -> {
            assertThat(masked.length()).isEqualTo(symbols);
            seen.set(Integer.parseInt(masked, 2));
        });

        assertThat(seen.cardinality()).isEqualTo(1 << symbols);
    }

    @Test
    void togetherIsAsAlone() {
        Random random = new Random(3);
        PreservedFormat format = new PreservedFormat(DIGITS, " -.", 2, 0, Luhn.INVALID);
        List<String> values = new ArrayList<>(List.of("", "x", "4111111111111112", "1".repeat(201)));
        for (int i = 0; i < 500; i++) {
            String digits = symbols(random, DIGITS, 1 + random.nextInt(50));
            values.add(separated(random, digits + (i % 3 == 0 ? "" : luhn(digits))));
        }

        List<String> alone =
                values.stream().map(value -> maskOrMarker(format, value)).toList();

        assertThat(pseudonyms.preserveFormat("d", format, values)).isEqualTo(alone);
        assertThat(alone).contains(Masks.MARKER).anyMatch(text -> !text.equals(Masks.MARKER));
    }

    @Test
    void digitsAloneBecomeWhatDigitsWithSeparatorsBecome() {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            PreservedFormat format = new PreservedFormat(DIGITS, " ", random.nextInt(7), random.nextInt(5), Luhn.NONE);
            String digits = symbols(random, DIGITS, format.keepFirst() + format.keepLast() + 6 + random.nextInt(40));
            String separated = digits.substring(0, 1) + " " + digits.substring(1);

            String masked = pseudonyms.preserveFormat("d", format, digits);
            assertThat(masked)
                    .isEqualTo(pseudonyms.preserveFormat("d", format, separated).replace(" ", ""));
            assertThat(originals.ofPreserved("d", format, "k1", masked)).contains(digits);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "16, NONE, 0, 0",
        "16, NONE, 6, 4",
        "16, INVALID, 6, 0",
        "9, NONE, 0, 0",
        "6, NONE, 0, 0",
        "40, NONE, 0, 0"
    })
    void aColumnIsAsItsValues(int width, Luhn luhn, int first, int last) {
        Random random = new Random(width);
        PreservedFormat format = new PreservedFormat(DIGITS, " ", first, last, luhn);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String digits = symbols(random, DIGITS, width - 1);
            values.add(i % 9 == 0 ? digits + "x" : i % 7 == 0 ? digits.substring(1) + " 1" : digits + luhn(digits));
        }
        byte[] column = String.join("", values).getBytes(StandardCharsets.ISO_8859_1);
        List<String> alone = values.stream()
                .map(value -> maskOrMarker(format, value))
                .map(text -> text.equals(Masks.MARKER) ? "*".repeat(width) : text)
                .toList();

        int overwritten = pseudonyms.preserveFormat("d", format, column, width);

        assertThat(new String(column, StandardCharsets.ISO_8859_1)).isEqualTo(String.join("", alone));
        assertThat(overwritten).isEqualTo((int)
                alone.stream().filter(text -> text.startsWith("*")).count());
    }

    /** Up to a little more than two fillings of the lanes, so that the last value is each one of a filling once. */
    @ParameterizedTest
    @CsvSource({"DIGITS, 16", "DIGITS, 10", "DIGITS, 7", "LOWER, 16", "LOWER, 10", "LOWER, 7"})
    void everyValueOfAShortColumnIsMaskedAndWhatIsTooShortIsOverwritten(String symbols, int width) {
        Random random = new Random(width);
        Alphabet alphabet = symbols.equals("DIGITS") ? DIGITS : Alphabet.of(Alphabet.ALPHANUMERIC_LOWER);
        for (int first = 0; first < 5; first += 2) {
            PreservedFormat format = new PreservedFormat(alphabet, "", first, 0, Luhn.NONE);
            for (int count = 1; count <= 20; count++) {
                List<String> values = Stream.generate(() -> symbols(random, DIGITS, width))
                        .limit(count)
                        .toList();
                byte[] column = String.join("", values).getBytes(StandardCharsets.ISO_8859_1);
                List<String> alone = values.stream()
                        .map(value -> maskOrMarker(format, value))
                        .map(text -> text.equals(Masks.MARKER) ? "*".repeat(width) : text)
                        .toList();

                int overwritten = pseudonyms.preserveFormat("d", format, column, width);

                assertThat(new String(column, StandardCharsets.ISO_8859_1)).isEqualTo(String.join("", alone));
                assertThat(overwritten).isEqualTo(alone.get(0).startsWith("*") ? count : 0);
            }
        }
    }

    @Test
    void aColumnOfOtherWidthOrOtherSymbolsIsRefused() {
        PreservedFormat greek = new PreservedFormat(Alphabet.of("αβγδεζηθικ"), "", 0, 0, Luhn.NONE);

        assertThatThrownBy(() -> pseudonyms.preserveFormat("d", PreservedFormat.DIGITS, new byte[17], 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiple of the width");
        assertThatThrownBy(() -> pseudonyms.preserveFormat("d", PreservedFormat.DIGITS, new byte[16], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> pseudonyms.preserveFormat("d", greek, new byte[16], 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO 8859-1");
    }

    @Test
    void unusualNumbersComeBackOrBecomeTheMarker() {
        Random random = new Random(1);
        List<PreservedFormat> formats = List.of(
                PreservedFormat.DIGITS,
                new PreservedFormat(DIGITS, " -.", 6, 4, Luhn.NONE),
                new PreservedFormat(DIGITS, " -.", 6, 0, Luhn.INVALID),
                new PreservedFormat(DIGITS, " -.", 0, 0, Luhn.VALID));
        String someCharacters = "0123456789 -.x４/";
        for (int i = 0; i < 20_000; i++) {
            int length = 1 + random.nextInt(20);
            int usable = i % 2 == 0 ? 10 : someCharacters.length();
            String original = random.ints(length, 0, usable)
                    .mapToObj(c -> someCharacters.substring(c, c + 1))
                    .collect(Collectors.joining());
            PreservedFormat format = formats.get(i % formats.size());

            String masked = maskOrMarker(format, original);

            if (!masked.equals(Masks.MARKER)) {
                assertThat(originals.ofPreserved("d", format, "k1", masked)).contains(original);
                assertThat(keptParts(format, masked)).isEqualTo(keptParts(format, original));
            }
        }
    }

    /** A position that is not kept is as often the same as chance makes it. */
    @Test
    void nothingIsKeptThatIsNotDeclared() {
        Random random = new Random(9);
        PreservedFormat format = new PreservedFormat(DIGITS, "", 6, 0, Luhn.INVALID);
        int[] same = new int[16];
        int tries = 5_000;
        for (int i = 0; i < tries; i++) {
            String digits = symbols(random, DIGITS, 15);
            String original = digits + luhn(digits);
            String masked = pseudonyms.preserveFormat("d", format, original);
            for (int at = 0; at < same.length; at++) {
                same[at] += original.charAt(at) == masked.charAt(at) ? 1 : 0;
            }
        }

        for (int at = 0; at < same.length; at++) {
            assertThat(same[at] / (double) tries).isBetween(at < 6 ? 1.0 : 0.08, at < 6 ? 1.0 : 0.12);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Luhn.class,
            names = {"INVALID", "VALID"})
    void aMaskedCardHasTheCheckDigitThatWasAskedFor(Luhn luhn) {
        Random random = new Random(5);
        PreservedFormat format = new PreservedFormat(DIGITS, " ", 6, 0, luhn);
        for (int i = 0; i < 2_000; i++) {
            String digits = symbols(random, DIGITS, 12 + random.nextInt(7));
            String masked = pseudonyms.preserveFormat("d", format, digits + luhn(digits));
            boolean isRight = masked.endsWith(luhn(masked.substring(0, masked.length() - 1)));

            assertThat(isRight).isEqualTo(luhn == Luhn.VALID);
        }
    }

    @Test
    void aMaskedCardWithTheWrongCheckDigitHasNoOriginal() {
        PreservedFormat format = new PreservedFormat(DIGITS, " ", 6, 0, Luhn.INVALID);

        assertThat(originals.ofPreserved("d", format, "k1", "4111111111111111")).isEmpty();
        assertThat(originals.ofPreserved("d", format, "k1", "4111111111111116")).isPresent();
        assertThat(originals.ofPreserved("d", format, "k1", "41111111111111x6")).isEmpty();
        assertThat(originals.ofPreserved("d", format, "k1", "")).isEmpty();
    }

    @Test
    void separatorsChangeNothingElse() {
        String plain = pseudonyms.preserveFormat("d", PreservedFormat.DIGITS, "4111111111111111");
        String separated = pseudonyms.preserveFormat("d", PreservedFormat.DIGITS, " 4111-1111.1111 1111 ");

        assertThat(separated.replaceAll("[ .-]", "")).isEqualTo(plain);
        assertThat(separated).matches(" \\d{4}-\\d{4}\\.\\d{4} \\d{4} ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ÿ", "Ā", "-ÿĀ", "–·", "🚀"})
    void separatorsOfAnyScriptStayWhereTheyAre(String separators) {
        PreservedFormat format = new PreservedFormat(DIGITS, separators, 0, 0, Luhn.NONE);
        String plain = pseudonyms.preserveFormat("d", PreservedFormat.DIGITS, "41111111");

        String masked = pseudonyms.preserveFormat("d", format, separators + "4111" + separators + "1111");

        assertThat(masked).isEqualTo(separators + plain.substring(0, 4) + separators + plain.substring(4));
    }

    @Test
    void theKeptPartsDecideWhatTheOthersBecome() {
        PreservedFormat format = new PreservedFormat(DIGITS, "", 6, 4, Luhn.NONE);
        List<String> middles = Stream.of("4111111234561111", "4111121234561111", "4111111234561112")
                .map(original ->
                        pseudonyms.preserveFormat("d", format, original).substring(6, 12))
                .toList();

        assertThat(middles).doesNotHaveDuplicates();
    }

    @Test
    void aKeyTheRingHasNotIsNamed() {
        assertThatThrownBy(() -> originals.ofPreserved("d", PreservedFormat.DIGITS, "k9", "123456"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("k9")
                .hasMessageNotContaining("123456");
    }

    @Test
    void aLongValueOfSeparatorsIsReadInOnePass() {
        String original = "1-".repeat(200) + " ".repeat(100_000);

        String masked = pseudonyms.preserveFormat("d", PreservedFormat.DIGITS, original);

        assertThat(originals.ofPreserved("d", PreservedFormat.DIGITS, "k1", masked))
                .contains(original);
    }

    private String maskOrMarker(PreservedFormat format, String original) {
        try {
            return pseudonyms.preserveFormat("d", format, original);
        } catch (UnmaskableException e) {
            return Masks.MARKER;
        }
    }

    private static List<Integer> keptParts(PreservedFormat format, String text) {
        List<Integer> symbols = text.codePoints()
                .filter(c -> !format.isSeparator(c))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        List<Integer> kept = new ArrayList<>(symbols.subList(0, format.keepFirst()));
        kept.addAll(symbols.subList(symbols.size() - format.keepLast(), symbols.size()));
        return kept;
    }

    private static String symbols(Random random, Alphabet alphabet, int count) {
        return random.ints(count, 0, alphabet.radix())
                .map(alphabet::codePointAt)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String separated(Random random, String symbols) {
        StringBuilder text = new StringBuilder();
        symbols.codePoints().forEach(c -> {
            text.append(" -".repeat(2), 0, random.nextInt(8) == 0 ? random.nextInt(3) : 0);
            text.appendCodePoint(c);
        });
        return text.toString();
    }

    /** The check digit by the table of doubled digits. */
    private static String luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? "0246813579".charAt(digit) - '0' : digit;
        }
        return String.valueOf((10 - sum % 10) % 10);
    }

    private static String characters(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
