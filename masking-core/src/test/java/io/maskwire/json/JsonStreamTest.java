package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What only streams do: hold back, let go of what is too long, read in pieces. */
class JsonStreamTest {

    private static final Audience ANYBODY = Audience.anonymous();
    private static final JsonMasker MASKER = Masking.of(MaskingPolicy.builder()
                    .field("$..password", Masks.erase())
                    .field("$..card", Masks.redact().keepLast(2))
                    .build())
            .json();

    private static String masked(JsonMasker masker, String json) throws IOException {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        masker.mask(stream(json), masked, ANYBODY);
        return masked.toString(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsWrittenOfABrokenTextThatIsNotLongerThanWhatIsHeldBack() {
        for (int holdBack : new int[] {10_000, 50_000, 300_000}) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            String broken = "[" + "1,".repeat(holdBack / 2 - 10) + "x]";

            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> MASKER.holdBack(holdBack).mask(stream(broken), written, ANYBODY));

            assertThat(written.size()).isZero();
        }
    }

    @Test
    void ofALongerBrokenTextTheLatestIsNotWritten() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        String broken = "[" + "1,".repeat(100_000) + "1]]";

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> MASKER.holdBack(1000).mask(stream(broken), written, ANYBODY))
                .satisfies(refused -> assertThat(refused.offset()).isEqualTo(broken.length() - 1));

        assertThat(written.size()).isBetween(100_000, broken.length() - 1000);
        assertThat(broken).startsWith(written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void evenWithNothingHeldBackABrokenTextNeverLooksWhole() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() ->
                        MASKER.holdBack(0).mask(stream("[" + "1,".repeat(100_000) + "1] 2"), written, ANYBODY));

        assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("]");
    }

    @Test
    void aLongerValueIsErasedAndItsRestLetGo() throws IOException {
        JsonMasker masker = MASKER.limits(JsonLimits.DEFAULT.withValue(1000)).window(64);
        String longest = "1".repeat(998) + "é1";

        assertThat(masked(masker, "{\"card\":\"" + longest + "\",\"a\":1}")).isEqualTo("{\"card\":\"****é1\",\"a\":1}");
        for (String text : new String[] {
            "1".repeat(1001), "1".repeat(100_000), "\\u0031".repeat(1001), "é".repeat(100_000), "\\\"".repeat(50_000)
        }) {
            assertThat(masked(masker, "[{\"card\":\"" + text + "\"},{\"card\":\"" + longest + "\"}]"))
                    .isEqualTo("[{\"card\":\"[masked]\"},{\"card\":\"****é1\"}]");
        }
        assertThat(masked(masker, "{\"card\":" + "1".repeat(100_000) + ",\"a\":1}"))
                .isEqualTo("{\"card\":\"[masked]\",\"a\":1}");
    }

    @Test
    void ofATextThatEndsInALongValueNothingOfItIsWritten() {
        JsonMasker masker =
                MASKER.limits(JsonLimits.DEFAULT.withValue(10)).window(64).holdBack(0);
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masker.mask(stream("{\"card\":\"" + "s3cr3t".repeat(100_000)), written, ANYBODY));

        assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("s3cr3t");
    }

    @Test
    void aLongerNameIsRefused() {
        JsonMasker masker = MASKER.limits(JsonLimits.DEFAULT.withName(1000)).window(64);

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masked(masker, "{\"" + "n".repeat(100_000) + "\":1}"))
                .withMessageContaining("JsonLimits.name");
    }

    @Test
    void aLongUnclassifiedValueStays() throws IOException {
        String json = "{\"a\":\"" + "é日🚀\\n\\u00e9".repeat(20_000) + "\",\"b\":" + "1".repeat(50_000) + "."
                + "1".repeat(50_000) + "}";

        assertThat(masked(MASKER.window(64), json).equals(json)).isTrue();
    }

    @Test
    void aDocumentMayHaveALimit() {
        JsonMasker masker = MASKER.limits(JsonLimits.DEFAULT.withDocument(10_000));

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masked(masker, "[" + "1,".repeat(10_000) + "1]"))
                .withMessageContaining("JsonLimits.document");
    }

    @Test
    void readsOneByteAtATimeAndClosesNothing() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream slow = new InputStream() {
            private final InputStream bytes = stream("{\"password\":\"日本\",\"a\":[1.5e3,true,\"\\u00e9\"]}");

            @Override
            public int read() throws IOException {
                return bytes.read();
            }

            @Override
            public int read(byte[] b, int offset, int length) throws IOException {
                return bytes.read(b, offset, Math.min(length, 1));
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        ByteArrayOutputStream masked = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        MASKER.mask(slow, masked, ANYBODY);

        assertThat(masked.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"password\":\"[masked]\",\"a\":[1.5e3,true,\"\\u00e9\"]}");
        assertThat(closed).isFalse();
    }

    @Test
    void whatReadingOrWritingThrowsIsPassedOn() {
        InputStream broken = new SequenceInputStream(stream("{\"a\":"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });
        assertThatThrownBy(() -> MASKER.mask(broken, OutputStream.nullOutputStream(), ANYBODY))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> MASKER.mask(stream("[1]"), full, ANYBODY))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }
}
