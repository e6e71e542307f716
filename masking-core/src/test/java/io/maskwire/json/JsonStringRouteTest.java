package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A string is masked without being encoded, by a way of its own: it must give what the bytes of the same text give. */
class JsonStringRouteTest {

    private static final Audience ANYBODY = Audience.anonymous();
    private static final String[] PIECES = {
        "a",
        "?",
        "??",
        " ",
        "é",
        "ÿ",
        "\u0100",
        "\u0122",
        "\u013f",
        "東",
        "Ж",
        "😀",
        "\\\"",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud800",
        "zoe@example.com",
        "\u0085",
        "\ufeff",
        "\u2028"
    };
    private static final String[] LONE = {"\ud800", "\udfff", "\ud83d"};
    private static final String[] NAMES = {"email", "key", "é", "東京", "gone", "fixed", "plain", "?", "em\\u0061il"};

    private final JsonMasker masker = Masking.of(MaskingPolicy.builder()
                    .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                    .field("$..email", "email")
                    .field("$..fixed", Masks.constant("***"))
                    .field("$..東京", Masks.constant("秘密?"))
                    .field("$..é", Masks.of(value -> value + "?ÿ"))
                    .field(
                            "$..key",
                            Masks.of(value -> new StringBuilder(value).reverse().toString()))
                    .field("$..gone", Masks.nothing())
                    .mapKeys("$..plain", "email")
                    .build())
            .json();

    private final Random random = new Random(20261123);

    private String text(boolean latin, boolean lone) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            boolean fits = !latin || piece.chars().allMatch(c -> c <= 0xff);
            text.append(fits ? piece : "b");
            if (lone && random.nextInt(20) == 0) {
                // A letter behind it, or it could become half of a pair.
                text.append('<').append(LONE[random.nextInt(LONE.length)]).append('>');
            }
        }
        return text.append('"').toString();
    }

    private String name(boolean latin) {
        String name = NAMES[random.nextInt(NAMES.length)];
        return '"' + (latin && name.equals("東京") ? "tokyo" : name) + '"';
    }

    private String value(int depth, boolean latin, boolean lone) {
        return switch (random.nextInt(depth > 3 ? 3 : 6)) {
            case 0, 1 -> text(latin, lone);
            case 2 -> random.nextBoolean() ? "-1.50e3" : "null";
            case 3 -> "[" + value(depth + 1, latin, lone) + ", " + value(depth + 1, latin, lone) + "]";
            default -> {
                StringBuilder object = new StringBuilder("{");
                for (int i = random.nextInt(5); i > 0; i--) {
                    String name = random.nextInt(4) == 0 ? text(latin, lone) : name(latin);
                    object.append(name)
                            .append(':')
                            .append(value(depth + 1, latin, lone))
                            .append(i > 1 ? "," : "");
                }
                yield object.append('}').toString();
            }
        };
    }

    /** Each unpaired surrogate as JSON can write it in UTF-8. */
    private static String escaped(String json) {
        String escaped = json;
        for (String lone : LONE) {
            escaped = escaped.replace("<" + lone + ">", "<\\u" + Integer.toHexString(lone.charAt(0)) + ">");
        }
        return escaped;
    }

    private String bytes(String json) {
        return new String(masker.mask(json.getBytes(StandardCharsets.UTF_8), ANYBODY), StandardCharsets.UTF_8);
    }

    @Test
    void stringsAreMaskedAsTheirBytesAre() {
        int latins = 0;
        for (int round = 0; round < 30_000; round++) {
            boolean latin = random.nextBoolean();
            latins += latin ? 1 : 0;
            String bom = random.nextInt(10) == 0 && !latin ? "\ufeff" : "";
            // Long enough that what is not Latin-1 often comes late.
            String before = random.nextInt(3) == 0 ? "\"" + "x".repeat(random.nextInt(400)) + "\"," : "";
            String json = bom + "[" + before + value(0, latin, false) + "]";
            assertThat(masker.mask(json, ANYBODY)).isEqualTo(bytes(json));
        }
        assertThat(latins).isBetween(10_000, 20_000);
    }

    @Test
    void halfAPairIsMaskedAsItsEscapeIs() {
        int met = 0;
        for (int round = 0; round < 20_000; round++) {
            String json = "[" + value(0, false, true) + "]";
            String escaped = escaped(json);
            met += escaped.equals(json) ? 0 : 1;
            assertThat(escaped(masker.mask(json, ANYBODY))).isEqualTo(bytes(escaped));
        }
        assertThat(met).isGreaterThan(2_000);
    }

    @Test
    void brokenStringsAreRefusedAsTheirBytesAre() {
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            String json = "[" + value(0, random.nextBoolean(), false) + "]";
            int at = random.nextInt(json.length());
            char other = "?{}[],:\"\\x\u0122\u015c\u0001".charAt(random.nextInt(13));
            String broken = json.substring(0, at) + other + json.substring(at + 1);
            if (!Unescaped.isWellFormed(broken)) {
                continue;
            }
            String expected;
            try {
                expected = bytes(broken);
            } catch (JsonException invalid) {
                refused++;
                assertThatExceptionOfType(JsonException.class).isThrownBy(() -> masker.mask(broken, ANYBODY));
                continue;
            }
            assertThat(masker.mask(broken, ANYBODY)).isEqualTo(expected);
        }
        assertThat(refused).isGreaterThan(5_000);
    }
}
