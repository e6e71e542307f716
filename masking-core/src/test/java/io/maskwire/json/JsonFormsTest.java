package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs of several JSON texts. */
class JsonFormsTest {

    private static final Audience ANYBODY = Audience.anonymous();

    private final EventCounts counts = new EventCounts();
    private final JsonMasker masker = Masking.builder(
                    MaskingPolicy.builder().field("$..password", Masks.erase()).build())
            .events(counts)
            .build()
            .json();

    private String masked(JsonForm form, String input) {
        String masked = masker.form(form).mask(input, ANYBODY);
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(masker.form(form).mask(bytes, ANYBODY), StandardCharsets.UTF_8))
                .isEqualTo(masked);
        for (int window = 64; window < 70; window++) {
            assertThat(JsonTwinTest.stream(masker.form(form).window(window), bytes, ANYBODY))
                    .contains(masked);
        }
        return masked;
    }

    private void refused(JsonForm form, String input) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masker.form(form).mask(input, ANYBODY));
        assertThat(JsonTwinTest.stream(masker.form(form).window(64), input.getBytes(StandardCharsets.UTF_8), ANYBODY))
                .isEmpty();
    }

    // Lines

    @Test
    void eachLineIsAText() {
        assertThat(masked(
                        JsonForm.LINES,
                        "{\"password\":1}\n\n {\"a\":[ 1 ]} \r\n\"x\"\n1\nnull\n{\"password\":\"s\",\"a\":1}"))
                .isEqualTo(
                        "{\"password\":\"[masked]\"}\n\n {\"a\":[ 1 ]} \r\n\"x\"\n1\nnull\n{\"password\":\"[masked]\",\"a\":1}");
    }

    @ParameterizedTest
    @EnumSource(
            value = JsonForm.class,
            names = {"LINES", "CONCATENATED", "EVENTS"})
    void noTextAtAllIsFine(JsonForm form) {
        for (String input : new String[] {"", "\n", "\n\n", "\ufeff"}) {
            assertThat(masked(form, input)).isEqualTo(input);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}{\"a\":1}",
                "{\"a\":1} 2\n",
                "{\"a\":\n1}",
                "[1,\n2]",
                "{\"a\":1},\n{\"a\":1}",
                "1\n{\n",
                "x\n1",
                "{\"a\n\":1}"
            })
    void twoTextsInALineAndOneInTwoAreRefused(String input) {
        refused(JsonForm.LINES, input);
    }

    /** What was learned from a text in a string must not let a line end in the midst of a record. */
    @Test
    void aLineEndLearnedElsewhereIsRefusedAllTheSame() {
        JsonMasker lines = masker.embedded("$.s").form(JsonForm.LINES);
        String pretty = "{\"s\":\"{\\n \\\"a\\\":1,\\n \\\"bcd\\\":2}\"}";
        assertThat(lines.mask(pretty + "\n" + pretty + "\n", ANYBODY)).isEqualTo(pretty + "\n" + pretty + "\n");

        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> lines.mask("{\"a\":1,\n \"bcd\":2}", ANYBODY));
    }

    // Concatenated

    @Test
    void textsFollowEachOther() {
        assertThat(masked(
                        JsonForm.CONCATENATED, "{\"password\":1}{\"a\":1}[\n]\"x\"\"y\"1 2\ntrue {\"password\":\"s\"}"))
                .isEqualTo("{\"password\":\"[masked]\"}{\"a\":1}[\n]\"x\"\"y\"1 2\ntrue {\"password\":\"[masked]\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\"a\"", "truefalse", "1{}", "null[]", "{},{}", "{}x", "1,2", "[", "{}\u0000"})
    void textsThatRunTogetherAreRefused(String input) {
        refused(JsonForm.CONCATENATED, input);
    }

    // Events

    @Test
    void theDataOfEventsIsMasked() {
        assertThat(masked(
                        JsonForm.EVENTS,
                        ": comment\nevent: order\nid: 7\ndata: {\"password\":1}\n\n"
                                + "data:{\"a\":1}\r\n\r\ndata: {\"a\":\ndata: {\"password\":\"s\"}}\nretry: 10\n\n"))
                .isEqualTo(": comment\nevent: order\nid: 7\ndata: {\"password\":\"[masked]\"}\n\n"
                        + "data:{\"a\":1}\r\n\r\ndata: {\"a\":\ndata: {\"password\":\"[masked]\"}}\nretry: 10\n\n");
    }

    @Test
    void allThreeLineEndsEndLines() {
        assertThat(masked(
                        JsonForm.EVENTS,
                        "\ufeffdata: {\"password\":1}\r\rdata: {\"password\":1}\r\n\r\ndata\n\ndata:\n\n"))
                .isEqualTo(
                        "\ufeffdata: {\"password\":\"[masked]\"}\r\rdata: {\"password\":\"[masked]\"}\r\n\r\ndata\n\ndata:\n\n");
    }

    @Test
    void dataThatIsNoJsonIsTheMarkerAndTheNextEventIsServed() {
        assertThat(masked(
                        JsonForm.EVENTS,
                        "data: s3cr3t\ndata: more\n\ndata: {\"password\":1\n\ndata: 1\n\ndata: [DONE]"))
                .isEqualTo("data: \"[masked]\"\n\ndata: \"[masked]\"\n\ndata: 1\n\ndata: \"[masked]\"\n");
        assertThat(counts.snapshot()).containsKey(new MaskingEvent(Action.UNMASKABLE, Outlet.JSON, "-", "anonymous"));
    }

    @Test
    void linesNoReaderKnowsAreLeftOut() {
        assertThat(masked(JsonForm.EVENTS, "Data: {\"password\":1}\ndata : 1\n data: 1\ndatax: 1\nsecret\ndata: 1\n\n"))
                .isEqualTo("data: 1\n\n");
    }

    @Test
    void eventsInAnotherEncodingAreRefused() {
        for (String encoding : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"}) {
            byte[] events = "data: {\"password\":\"s3cr3t\"}\n\n".getBytes(java.nio.charset.Charset.forName(encoding));

            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> masker.form(JsonForm.EVENTS).mask(events, ANYBODY))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(JsonException.Reason.ENCODING));
        }
    }

    @Test
    void anEventHasALimit() {
        JsonMasker small = masker.form(JsonForm.EVENTS).limits(JsonLimits.DEFAULT.withDocument(20));

        assertThat(small.mask("data: 1\n\n".repeat(10), ANYBODY)).hasSize(90);
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> small.mask("data: \"" + "x".repeat(20) + "\"\n\n", ANYBODY))
                .withMessageContaining("JsonLimits.document");
    }

    // Liveness

    /** Whoever reads a live stream gets a record when it is there, not when the next one comes. */
    @ParameterizedTest
    @EnumSource(
            value = JsonForm.class,
            names = {"LINES", "CONCATENATED", "EVENTS"})
    void aTextThatEndedIsWrittenBeforeTheNextIsAwaited(JsonForm form) throws Exception {
        String first = form == JsonForm.EVENTS ? "data: {\"password\":1}\n\n" : "{\"password\":1}\n";
        PipedOutputStream producer = new PipedOutputStream();
        PipedInputStream input = new PipedInputStream(producer);
        CompletableFuture<String> seen = new CompletableFuture<>();
        ByteArrayOutputStream output = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                if (size() > 0) {
                    seen.complete(toString(StandardCharsets.UTF_8));
                }
            }
        };
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            try {
                masker.form(form).mask(input, output, ANYBODY);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });

        producer.write(first.getBytes(StandardCharsets.UTF_8));
        producer.flush();

        assertThat(seen.get(20, TimeUnit.SECONDS)).contains("[masked]");
        producer.close();
        work.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aBrokenRecordLeavesTheEarlierOnesWhole() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        String input = "{\"password\":1}\n".repeat(5000) + "{\"password\":\"s3cr3t\",}\n" + "{\"a\":1}\n";

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masker.form(JsonForm.LINES)
                        .mask(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), written, ANYBODY));

        String output = written.toString(StandardCharsets.UTF_8);
        assertThat("{\"password\":\"[masked]\"}\n".repeat(5000)).startsWith(output);
        assertThat(output).endsWith("}\n");
    }
}
