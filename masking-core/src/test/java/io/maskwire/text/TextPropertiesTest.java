package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.text.Label.Line;
import io.maskwire.text.Label.Piece;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPropertiesTest {

    private static final String KEY = "-----BEGIN PRIVATE KEY-----\n"
            + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n".repeat(20)
            + "-----END PRIVATE KEY-----";
    private static final List<String> OVER_LINES = List.of(
            KEY,
            "{\"password\":\n  \"hunter2\"\n}",
            "{\"password\"\n  : [\n \"a\",\n {\"b\": 1}\n] }",
            "say \"password\":\"cut\noff\" end",
            "password=\nnext",
            "\"quoted\"\n\"line\"");

    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("pan", Masks.hash())
            .dataClass("email", Masks.tokenize())
            .dataClass("secret", Masks.hash())
            .build();
    private final TextMasker masker = Masking.builder(policy)
            .keys(KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", key()))))
            .build()
            .text();

    private static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }

    private final List<Line> lines = LabelledLines.of(5);

    private String found(Line line) {
        Set<Piece> pieces = line.pieces();
        return pieces.stream()
                .map(piece -> line.text().substring(piece.start(), piece.end()))
                .collect(Collectors.joining());
    }

    @Test
    void whatWasMaskedIsNotMaskedTwice() {
        for (Line line : lines) {
            String once = masker.mask(line.text());
            assertThat(masker.mask(once)).isSameAs(once);
        }
    }

    @Test
    void whatChangesIsNotLeftWhole() {
        int changed = 0;
        for (Line line : lines) {
            String masked = masker.mask(line.text());
            if (!line.pieces().isEmpty() && !masked.equals(line.text())) {
                assertThat(masked).doesNotContain(found(line));
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(1000);
    }

    @Test
    void neighboursHideNothing() {
        Random random = new Random(3);
        String around = "aZ é（。，\u00a0\u200b\ud83d\ude00\"'<>[]{}|\t\n";
        for (Line line : lines) {
            if (line.pieces().isEmpty() || masker.mask(found(line)).equals(found(line))) {
                continue;
            }
            String text = around.charAt(random.nextInt(around.length()))
                    + found(line)
                    + around.charAt(4 + random.nextInt(around.length() - 4));
            assertThat(masker.mask(text)).as(text).doesNotContain(found(line));
        }
    }

    private String streamed(String text, Random random) throws IOException {
        Reader pieces = new StringReader(text) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5000)));
            }
        };
        StringWriter out = new StringWriter();
        masker.mask(pieces, out);
        return out.toString();
    }

    @Test
    void aStreamGivesWhatTheWholeTextGives() throws IOException {
        Random random = new Random(9);
        for (int i = 0; i < 20; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 200_000) {
                String next = random.nextInt(8) == 0
                        ? OVER_LINES.get(random.nextInt(OVER_LINES.size()))
                        : lines.get(random.nextInt(lines.size())).text();
                text.append(next).append(random.nextInt(3) == 0 ? "\r\n" : "\n");
            }
            assertThat(streamed(text.toString(), random)).isEqualTo(masker.mask(text.toString()));
        }
    }

    @Test
    void aLineTooLongIsErasedAndTheNextIsNot() throws IOException {
        String text = "a\n" + "word ".repeat(1_000_000) + "\nlast line\n";

        assertThat(streamed(text, new Random(1))).isEqualTo("a\n[masked]\nlast line\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"password\":", "[{\"password\":["})
    void jsonOfAHundredThousandLevelsInATextIsMaskedWithoutOverflow(String open) {
        String levels = open.repeat(100_000);

        for (String text :
                List.of("x {\"password\":" + levels + "\"s3cr3t\"", "{\"password\": " + levels + "12345678")) {
            assertThat(masker.mask(text).contains("s3cr3t")).isFalse();
            assertThat(masker.mask(text).contains("12345678")).isFalse();
            String embedded = "{\"body\":\"" + text.replace("\"", "\\\"") + "\"}";
            assertThat(masker.mask(embedded).contains("s3cr3t")).isFalse();
            assertThat(masker.mask(embedded).contains("12345678")).isFalse();
        }
    }

    @Test
    void anArrayThatDoesNotEndStopsTheStreamWithNothingOfIt() {
        String text = "first\n{\"password\": [\n" + "\"canary\",\n".repeat(300_000);
        StringWriter out = new StringWriter();

        assertThatThrownBy(() -> masker.mask(new StringReader(text), out))
                .isInstanceOf(TextException.class)
                .hasMessageStartingWith("What begins in line 2 goes on over several lines")
                .hasMessageNotContaining("canary");
        assertThat(out).hasToString("first\n");
    }

    @Test
    void inReportModeNothingChanges() throws IOException {
        TextMasker reporting = Masking.builder(MaskingPolicy.builder().build())
                .mode(Mode.REPORT)
                .build()
                .text();
        String text = "4111111111111111 " + "x".repeat(3_000_000) + "\nzoe@example.com\n";
        StringWriter out = new StringWriter();
        reporting.mask(new StringReader(text), out);

        assertThat(out).hasToString(text);
        assertThat(reporting.mask("zoe@example.com")).isEqualTo("zoe@example.com");
    }
}
