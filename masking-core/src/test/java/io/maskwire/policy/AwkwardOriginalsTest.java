package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What redacting shows of originals nobody thought of. */
class AwkwardOriginalsTest {

    private static final String FAMILY = "👩‍👩‍👧";

    /** A text hidden in the marks of one character: a face and a tag character for each letter. */
    private static final String SMUGGLED = "😀"
            + "Mueller"
                    .codePoints()
                    .mapToObj(c -> Character.toString(0xE0000 + c))
                    .reduce("", String::concat);

    private static final List<String> PIECES = List.of(
            "1",
            "4",
            "７",
            "٣",
            "a",
            "Z",
            "ë",
            "e\u0301",
            "ﬀ",
            "ſ",
            "ı",
            "山",
            FAMILY,
            "🇩🇪",
            "👍🏽",
            "नम",
            "กิ่",
            "각",
            "\u200d",
            "\u200b",
            "\ufe0f",
            "\u00ad",
            "\u202e",
            "\u0000",
            "\r\n",
            "\t",
            " ",
            "\u00a0",
            "\u3000",
            "\u3164",
            "\ud83d",
            "\udc69",
            "-",
            ".",
            "@",
            "+",
            "(",
            "<",
            ":",
            "/",
            "%",
            "*",
            "T",
            "@example.com",
            "+49",
            "DE02",
            "SW1A 1AA",
            "1984-02-29",
            "203.0.113.7",
            "2001:db8::",
            "4111 1111",
            "[masked]",
            "e\u0301\u0301\u0301\u0301");

    /** All that a style can show, whatever it gets. */
    private static final Map<RedactStyle, Pattern> SHOWN = Map.of(
            RedactStyle.EMAIL, Pattern.compile("(\\X?)\\*{3}@\\*{3}\\.[\\p{L}\\p{M}]{2,24}"),
            RedactStyle.PHONE, Pattern.compile("\\+?\\*{3}[0-9]{2}"),
            RedactStyle.PAN, Pattern.compile("([0-9]{6})?\\*{6}[0-9]{4}"),
            RedactStyle.PAN_BIN8, Pattern.compile("([0-9]{6}|[0-9]{8})?\\*{6}[0-9]{4}"),
            RedactStyle.IBAN, Pattern.compile("[A-Z]{2}\\*{4}[A-Z0-9]{4}"),
            RedactStyle.SSN, Pattern.compile("\\*{3}-\\*{2}-[0-9]{4}"),
            RedactStyle.NAME, Pattern.compile("\\X\\*{3}"),
            RedactStyle.IP, Pattern.compile("([0-9]{1,3}\\.){3}0|([0-9a-f]{1,4}:){3}:"),
            RedactStyle.DATE, Pattern.compile("[0-9]{4}"),
            RedactStyle.POSTCODE_UK, Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? \\*{3}"));

    private static List<String> originals() {
        Random random = new Random(20_261_123);
        List<String> originals = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int length = 1 + random.nextInt(40);
            StringBuilder original = new StringBuilder();
            boolean alike = random.nextInt(4) == 0;
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            for (int j = 0; j < length; j++) {
                original.append(alike ? piece : PIECES.get(random.nextInt(PIECES.size())));
            }
            originals.add(original.toString());
        }
        return originals;
    }

    @ParameterizedTest
    @EnumSource
    void aStyleShowsItsFormOrTheMarker(RedactStyle style) {
        Mask mask = Masks.redact().style(style);
        for (String original : originals()) {
            String masked = mask(mask, original);
            if (!masked.equals(Masks.MARKER)) {
                Matcher form = SHOWN.get(style).matcher(masked);
                assertThat(form.matches()).as(masked).isTrue();
                assertThat(masked.codePointCount(0, masked.length())).isLessThan(45);
            }
        }
    }

    @Test
    void atMostAThirdOfWhatPeopleSeeIsKept() {
        for (RedactMask mask : List.of(
                Masks.redact().keepFirst(1),
                Masks.redact().keepLast(1),
                Masks.redact().keepLast(4),
                Masks.redact().keepFirst(2).keepLast(3),
                Masks.redact().keepFirst(1).keepLast(1).separators(" -.@1"))) {
            for (String original : originals()) {
                String masked = mask(mask, original);
                if (!masked.equals(Masks.MARKER)) {
                    long kept = visible(masked) - 4;
                    assertThat(3 * kept).as(mask + " of a text").isLessThanOrEqualTo(visible(original));
                    assertThat(masked.codePoints().noneMatch(Character::isISOControl))
                            .isTrue();
                }
            }
        }
    }

    /** Counted another way: one for each code point that begins a character and has a form. */
    private static long visible(String text) {
        return Pattern.compile("\\X")
                .matcher(text)
                .results()
                .filter(character -> character
                        .group()
                        .codePoints()
                        .anyMatch(c -> !Character.isSpaceChar(c)
                                && !Character.isWhitespace(c)
                                && !Character.isISOControl(c)
                                && !Character.isIdentifierIgnorable(c)
                                && Character.getType(c) != Character.NON_SPACING_MARK
                                && Character.getType(c) != Character.SURROGATE
                                && c != 0x3164))
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4711        ",
                "        4711",
                "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b4711",
                "4711\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000",
                "4711\u3000\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164",
                "\ud83d\ud83d\ud83d\ud83d\ud83d\ud83d\ud83d\ud83d4711",
                "47\u00ad\u00ad\u00ad\u00ad\u00ad\u00ad\u00ad\u00ad\u00ad11",
                "4 7 1 1        x",
            })
    void paddingHidesNothing(String original) {
        assertThat(mask(Masks.redact().keepLast(4), original)).isEqualTo(Masks.MARKER);
        assertThat(mask(Masks.redact().keepFirst(4), original)).isEqualTo(Masks.MARKER);
    }

    @Test
    void theMarksOfACharacterCarryNoText() {
        assertThat(mask(Masks.redact().keepFirst(1), SMUGGLED + "abcdef")).isEqualTo(Masks.MARKER);
        assertThat(mask(Masks.redact().keepLast(1), "abcdef" + SMUGGLED)).isEqualTo(Masks.MARKER);
        assertThat(mask(Masks.redact().style(RedactStyle.NAME), SMUGGLED + "abcdef"))
                .isEqualTo(Masks.MARKER);
        assertThat(mask(Masks.redact().style(RedactStyle.EMAIL), SMUGGLED + "abcdef@example.com"))
                .isEqualTo("***@***.com");
        assertThat(mask(Masks.redact().keepFirst(1), "e" + "\u0301".repeat(12) + "abcdef"))
                .isEqualTo(Masks.MARKER);
        assertThat(mask(Masks.redact().keepFirst(1), "👩🏻‍❤️‍💋‍👩🏻abcdef")).isEqualTo("👩🏻‍❤️‍💋‍👩🏻****");
    }

    /** Java 17 cuts these otherwise than Java 25. */
    @ParameterizedTest
    @CsvSource({
        "क्षत्रिय अशोक, क्ष",
        "নমস্কার অশোক, ন",
        "কর্ম কর্ম কর্ম, ক",
        "ક્ષત્રિય અશોક, ક્ષ",
        "ଶ୍ରୀ ଅଶୋକ, ଶ୍ରୀ",
        "క్షత్రియ అశోక్, క్ష",
        "ക്ഷേത്രം അശോക്, ക്ഷേ",
        "क्‍ष अशोक, क्‍ष",
    })
    void lettersJoinedIntoOneAreKeptTogetherByEveryJava(String original, String first) {
        assertThat(mask(Masks.redact().style(RedactStyle.NAME), original)).isEqualTo(first + "***");
        assertThat(mask(Masks.redact().keepFirst(1), original)).isEqualTo(first + "****");
    }

    @Test
    void aMillionJoinedLettersAreReadInOneGo() {
        assertThat(mask(Masks.redact().keepLast(1), "क्".repeat(500_000))).isEqualTo(Masks.MARKER);
        assertThat(mask(Masks.redact().keepLast(1), "क" + "\u094d".repeat(1_000_000)))
                .isEqualTo(Masks.MARKER);
        assertThat(mask(Masks.redact().keepLast(1), FAMILY.repeat(100_000))).isEqualTo("****" + FAMILY);
    }

    @ParameterizedTest
    @CsvSource({
        "Zoe Mueller <zoe@example.com, [masked]",
        "write to zoe@example.com or to Zoe.Mueller, [masked]",
        "zoe@example.com or zoe.mueller, [masked]",
        "zoe mueller@example.com, [masked]",
        "zoe@a..com, [masked]",
        "zoe@.com, [masked]",
        "zoe@example.c, [masked]",
        "zoe@example.zoemuellerlukaszvonundzuexample, [masked]",
        "zoe@-.bücher.zürich, z***@***.zürich",
        "zo\u200be@example.com, z***@***.com",
        "zo\u200b@example.com, ***@***.com",
    })
    void aTextWithAMailAddressInItIsNone(String original, String expected) {
        assertThat(mask(Masks.redact().style(RedactStyle.EMAIL), original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111, ******1111",
        "378282246310005, 378282******0005",
        "4111111111111111, 41111111******1111",
        "6304 0000 0000 0000 000, 63040000******0000",
        "63040000000000000000, [masked]",
    })
    void theBinOfEightIsShownWhereFourDigitsStayHidden(String original, String expected) {
        assertThat(mask(Masks.redact().style(RedactStyle.PAN_BIN8), original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"IBAN, ſE02120300000000202051", "IBAN, ıE02120300000000202051", "POSTCODE_UK, ﬀ1 1AA"})
    void lettersThatBecomeOthersInUpperCaseAreNone(RedactStyle style, String original) {
        assertThat(mask(Masks.redact().style(style), original)).isEqualTo(Masks.MARKER);
    }

    private static String mask(Mask mask, String original) {
        return mask.mask(original, TestContext.STRING);
    }
}
