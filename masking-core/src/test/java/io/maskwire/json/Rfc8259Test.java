package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text the grammar has is accepted, every other is refused, wherever it stands, and none of those leaks. */
class Rfc8259Test {

    private static final Audience ANYBODY = Audience.anonymous();
    private static final String SECRET = "s3cr3t-value";
    private static final JsonMasker MASKER = Masking.of(MaskingPolicy.builder()
                    .field("$..password", Masks.erase())
                    .field("$..card", Masks.redact().keepLast(2))
                    .build())
            .json();

    /** Where a text may stand so that the whole is JSON exactly if the text is; each has a secret. */
    private static final List<String[]> AROUND = List.of(
            new String[] {"{\"password\":\"" + SECRET + "\",\"x\":", "}"},
            new String[] {"[{\"password\":\"" + SECRET + "\"},", "]"},
            new String[] {"{\"card\":", ",\"password\":\"" + SECRET + "\"}"},
            new String[] {"[{\"a\":1,\"password\":\"" + SECRET + "\",\"b\":1},{\"a\":1,\"password\":", ",\"b\":1}]"});

    static Stream<String> valid() {
        return lines("valid.txt");
    }

    static Stream<String> invalid() {
        return Stream.concat(Stream.of(""), lines("invalid.txt"));
    }

    private static Stream<String> lines(String file) {
        try (InputStream lines = Rfc8259Test.class.getResourceAsStream("/rfc8259/" + file)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One character for each byte. */
    private static byte[] bytes(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '%') {
                bytes.write(Integer.parseInt(line, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(line.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(String before, byte[] text, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(text);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aValidTextIsAcceptedAndStaysAsItIs(String line) throws IOException {
        byte[] text = bytes(line);

        assertThat(MASKER.mask(text, ANYBODY)).isEqualTo(text);
        assertThat(MASKER.mask(new String(text, StandardCharsets.UTF_8), ANYBODY))
                .isEqualTo(new String(text, StandardCharsets.UTF_8));
        for (int window = 64; window < 72; window++) {
            ByteArrayOutputStream masked = new ByteArrayOutputStream();
            MASKER.window(window).mask(new ByteArrayInputStream(text), masked, ANYBODY);
            assertThat(masked.toByteArray()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aValidTextIsAcceptedInsideAnother(String line) {
        byte[] text = bytes(line);
        if (text[0] == (byte) 0xef) {
            return; // a byte order mark has its place at the beginning
        }
        for (String[] around : AROUND) {
            byte[] masked = MASKER.mask(joined(around[0], text, around[1]), ANYBODY);

            assertThat(new String(masked, StandardCharsets.UTF_8)).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidTextIsRefused(String line) {
        byte[] text = bytes(line);

        refused(text);
        for (String[] around : AROUND) {
            refused(joined(around[0], text, around[1]));
        }
    }

    private static void refused(byte[] text) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> MASKER.mask(text, ANYBODY))
                .satisfies(refused -> assertThat(refused.offset()).isBetween(0L, (long) text.length))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(SECRET));
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> MASKER.window(64).holdBack(0).mask(new ByteArrayInputStream(text), masked, ANYBODY));
        assertThat(masked.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
        String characters = new String(text, StandardCharsets.UTF_8);
        if (!characters.contains("\ufffd")) {
            assertThatExceptionOfType(JsonException.class).isThrownBy(() -> MASKER.mask(characters, ANYBODY));
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void cutOffItIsRefusedOrStillValid(String line) {
        byte[] text = joined(AROUND.get(0)[0], bytes(line), "}");
        for (int length = 0; length < text.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(text, length);

            assertThatExceptionOfType(JsonException.class).isThrownBy(() -> MASKER.mask(cut, ANYBODY));
        }
        if (text[AROUND.get(0)[0].length()] != (byte) 0xef) {
            assertThatCode(() -> MASKER.mask(text, ANYBODY)).doesNotThrowAnyException();
        }
    }
}
