package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.Unclassified;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMaskerTest {

    private static final Audience ANYBODY = Audience.anonymous();
    private static final Audience DESK = Audience.role("desk");

    private final EventCounts counts = new EventCounts();
    private final Masking masking = Masking.builder(MaskingPolicy.builder()
                    .dataClass("email", Masks.redact().keepFirst(1))
                    .dataClass("kind", (original, context) -> context.kind() + ":" + original.length())
                    .dataClass("picky", Masks.of(JsonMaskerTest::onlyDigits))
                    .field("$..email", "email")
                    .field("$..kind", "kind")
                    .field("$..picky", "picky")
                    .field("$..password", Masks.erase())
                    .audience(DESK, grant -> grant.inClear("email"))
                    .build())
            .events(counts)
            .build();

    private static String onlyDigits(String original) {
        if (!original.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("no digits: " + original);
        }
        return "digits";
    }

    private String masked(String json) {
        String masked = masking.json().mask(json, ANYBODY);
        byte[] bytes = masking.json().mask(json.getBytes(StandardCharsets.UTF_8), ANYBODY);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(masked);
        return masked;
    }

    // The awkward inputs on which other maskers leak

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"s\"}                       | {\"password\":\"[masked]\"}",
                "{ \"password\" :\t\"s\" , \"a\" : 1 }      | { \"password\" :\t\"[masked]\" , \"a\" : 1 }",
                "{\"password\":\"s\",\"password\":\"t\"}    | {\"password\":\"[masked]\",\"password\":\"[masked]\"}",
                "{\"password\":\"a\\\"s\\\\\"}              | {\"password\":\"[masked]\"}",
                "{\"\\u0070assword\":\"s\"}                 | {\"\\u0070assword\":\"[masked]\"}",
                "{\"PASS_word\":\"s\",\"pass-Word\":\"s\"}  | {\"PASS_word\":\"[masked]\",\"pass-Word\":\"[masked]\"}",
                "{\"password\":12.50}                       | {\"password\":\"[masked]\"}",
                "{\"password\":-1e5,\"a\":-1e5}             | {\"password\":\"[masked]\",\"a\":-1e5}",
                "{\"password\":true}                        | {\"password\":\"[masked]\"}",
                "{\"password\":[1,\"s\",[null],{}]}         | {\"password\":[\"[masked]\",\"[masked]\",[null],{}]}",
                "{\"password\":{\"a\":{\"b\":\"s\"}}}       | {\"password\":{\"a\":{\"b\":\"[masked]\"}}}",
                "{\"password\":null}                        | {\"password\":null}",
                "[1.10,1E400,123456789012345678901234567890] | [1.10,1E400,123456789012345678901234567890]",
                "{\"a\":\"\\ud800\",\"password\":\"\\ud800\"} | {\"a\":\"\\ud800\",\"password\":\"[masked]\"}"
            })
    void maskedToTheLetter(String json, String expected) {
        assertThat(masked(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"s3cr3t\n\"}",
                "{\"password\":\"s3cr3t",
                "{\"password\":\"s3cr3t\"",
                "{\"password\":}",
                "{\"a\":1,}",
                "{\"x\":nul,\"password\":\"s3cr3t\"}",
                "{\"x\":NaN,\"password\":\"s3cr3t\"}",
                "/*c*/{\"password\":\"s3cr3t\"}",
                "{'password':'s3cr3t'}",
                "{password:\"s3cr3t\"}"
            })
    void refusedWithoutAPieceOfIt(String json) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masking.json().mask(json, ANYBODY))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(JsonException.Reason.MALFORMED))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("offset " + refused.offset())
                        .doesNotContain("s3cr3t"));
    }

    // Values

    @Test
    void aMaskGetsTheTextAndTheKindAndItsResultIsEscaped() {
        assertThat(masked("{\"kind\":\"a\\u0062\\n\"}")).isEqualTo("{\"kind\":\"STRING:3\"}");
        assertThat(masked("{\"kind\":[12.5,false]}")).isEqualTo("{\"kind\":[\"NUMBER:4\",\"BOOLEAN:5\"]}");
        assertThat(masked("{\"email\":\"\\\"zoe@example.com\"}")).isEqualTo("{\"email\":\"\\\"****\"}");
        assertThat(masked("{\"email\":\"\\u65e5本語テキスト\"}")).isEqualTo("{\"email\":\"日****\"}");
        assertThat(masked("{\"email\":\"🚀🚀🚀\"}")).isEqualTo("{\"email\":\"🚀****\"}");
    }

    @Test
    void aValueItsMaskCannotTakeIsTheMarkerAndTheRestIsServed() throws IOException {
        String records = IntStream.range(0, 100_000)
                .mapToObj(i -> "{\"picky\":\"" + (i == 70_000 ? "poison" : i) + "\",\"n\":" + i + "}")
                .collect(Collectors.joining(",", "[", "]"));
        String expected = IntStream.range(0, 100_000)
                .mapToObj(i -> "{\"picky\":\"" + (i == 70_000 ? Masks.MARKER : "digits") + "\",\"n\":" + i + "}")
                .collect(Collectors.joining(",", "[", "]"));

        String masked = masking.json().mask(records, ANYBODY);

        assertThat(masked.equals(expected)).isTrue();
        assertThat(counts.of(new MaskingEvent(Action.UNMASKABLE, Outlet.JSON, "picky", "anonymous")))
                .isEqualTo(1);
        assertThat(counts.of(new MaskingEvent(Action.MASKED, Outlet.JSON, "picky", "anonymous")))
                .isEqualTo(99_999);
        byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        masking.json().mask(new ByteArrayInputStream(bytes), streamed, ANYBODY);
        assertThat(masking.json().mask(bytes, ANYBODY)).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
        assertThat(streamed.toByteArray()).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aValueWithHalfASurrogatePairIsTheMarkerWhereAMaskWouldReadIt() {
        assertThat(masking.json().mask("{\"email\":\"\\ud83dzoe@example.com\",\"a\":\"\\ud83d\"}", ANYBODY))
                .isEqualTo("{\"email\":\"[masked]\",\"a\":\"\\ud83d\"}");
        assertThat(masking.json().mask("{\"email\":\"\ud83dzoe@example.com\",\"a\":\"\ud83d\"}", ANYBODY))
                .isEqualTo("{\"email\":\"[masked]\",\"a\":\"\ud83d\"}");
    }

    @Test
    void anAudienceSeesWhatItWasGranted() {
        String json = "{\"email\":\"zoe\\u0040example.com\",\"password\":1}";

        assertThat(masking.json().mask(json, DESK))
                .isEqualTo("{\"email\":\"zoe\\u0040example.com\",\"password\":\"[masked]\"}");
        assertThat(masking.json().mask(json, Audience.role("nobody-knows"))).doesNotContain("zoe", "****");
    }

    @Test
    void whatNoRuleSelectsIsErasedIfThePolicySaysSo() {
        JsonMasker masker = Masking.of(MaskingPolicy.builder()
                        .unclassified(Unclassified.MASK)
                        .field("$..id", Masks.clear())
                        .build())
                .json();

        assertThat(masker.mask("{\"id\":7,\"a\":[1,null,{\"b\":\"x\"}]}", ANYBODY))
                .isEqualTo("{\"id\":7,\"a\":[\"[masked]\",null,{\"b\":\"[masked]\"}]}");
    }

    @Test
    void reportModeChangesNothing() {
        JsonMasker reporting = Masking.builder(masking.policy())
                .mode(Mode.REPORT)
                .events(counts)
                .build()
                .json()
                .embedded("$.body")
                .pairs("$.headers[*]", "name", "value");
        String json = "{\"password\":1,\"body\":\"no json\",\"headers\":[{\"value\":1,\"name\":\"password\"}]}";

        assertThat(reporting.mask(json, ANYBODY)).isEqualTo(json);
        assertThat(reporting.form(JsonForm.EVENTS).mask("data: no json\n\n", ANYBODY))
                .isEqualTo("data: no json\n\n");
        assertThat(counts.of(new MaskingEvent(Action.WOULD_MASK, Outlet.JSON, "-", "anonymous")))
                .isEqualTo(2);
    }

    // Encodings

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void anotherEncodingIsRefusedByItsName(String encoding) {
        for (String json : new String[] {"{\"password\":\"s\"}", "\ufeff{\"password\":\"s\"}", "1"}) {
            byte[] bytes = json.getBytes(Charset.forName(encoding));

            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> masking.json().mask(bytes, ANYBODY))
                    .withMessageContaining(encoding)
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(JsonException.Reason.ENCODING));
        }
    }

    @Test
    void aByteOrderMarkStays() {
        assertThat(masked("\ufeff{\"password\":\"ж\"}")).isEqualTo("\ufeff{\"password\":\"[masked]\"}");
    }

    // Limits

    @Test
    void nestingIsLimitedAndNeverOverflowsTheStack() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        assertThat(masked(deep)).isEqualTo(deep);

        for (String open : new String[] {"[", "{\"password\":", "[{\"a\":"}) {
            String levels = open.repeat(100_000);
            byte[] bytes = levels.getBytes(StandardCharsets.UTF_8);
            tooDeep(() -> masking.json().mask(levels, ANYBODY));
            tooDeep(() -> masking.json().mask(bytes, ANYBODY));
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            tooDeep(() -> masking.json().mask(new ByteArrayInputStream(bytes), written, ANYBODY));
            assertThat(written.size()).isZero();
            for (JsonForm form : new JsonForm[] {JsonForm.LINES, JsonForm.CONCATENATED}) {
                tooDeep(() -> masking.json().form(form).mask(bytes, ANYBODY));
            }
        }
    }

    private static void tooDeep(ThrowingCallable masking) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(masking)
                .withMessageContaining("1000 levels (JsonLimits.depth)")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(JsonException.Reason.LIMIT));
    }

    @Test
    void anEventAndEmbeddedJsonOfTooManyLevelsAreTheMarker() {
        String levels = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(masking.json().form(JsonForm.EVENTS).mask("data: " + levels + "\n\ndata: 1\n\n", ANYBODY))
                .isEqualTo("data: \"[masked]\"\n\ndata: 1\n\n");
        assertThat(masking.json().embedded("$.text").mask("{\"text\":\"" + levels + "\",\"a\":1}", ANYBODY))
                .isEqualTo("{\"text\":\"[masked]\",\"a\":1}");
    }

    @Test
    void depthsUpToTheHighestLimitAreFine() {
        JsonMasker masker = masking.json().limits(JsonLimits.DEFAULT.withDepth(1 << 20));
        String deep = "[".repeat(1 << 20) + "]".repeat(1 << 20);

        assertThat(masker.mask(deep, ANYBODY).equals(deep)).isTrue();
    }

    @Test
    void aNameHasALimit() {
        JsonMasker masker = masking.json().limits(JsonLimits.DEFAULT.withName(5));

        assertThat(masker.mask("{\"abcde\":1}", ANYBODY)).isEqualTo("{\"abcde\":1}");
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masker.mask("{\"abcdef\":1}", ANYBODY))
                .withMessageContaining("JsonLimits.name");
    }

    @Test
    void aLongerValueIsErasedAndAnUnclassifiedOneStays() {
        JsonMasker masker = masking.json().limits(JsonLimits.DEFAULT.withValue(5));

        assertThat(masker.mask("{\"kind\":\"12345\"}", ANYBODY)).isEqualTo("{\"kind\":\"STRING:5\"}");
        assertThat(masker.mask("{\"kind\":\"\\u0031\\u0032345\"}", ANYBODY)).isEqualTo("{\"kind\":\"STRING:5\"}");
        assertThat(masker.mask("{\"kind\":\"123456\",\"a\":\"123456\"}", ANYBODY))
                .isEqualTo("{\"kind\":\"[masked]\",\"a\":\"123456\"}");
        assertThat(counts.of(new MaskingEvent(Action.TOO_LONG, Outlet.JSON, "kind", "anonymous")))
                .isEqualTo(1);
    }

    @Test
    void aDocumentMayHaveALimit() {
        JsonMasker masker = masking.json().limits(JsonLimits.DEFAULT.withDocument(4));

        assertThat(masker.mask("[12]", ANYBODY)).isEqualTo("[12]");
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masker.mask("[123]", ANYBODY))
                .withMessageContaining("JsonLimits.document");
    }

    @Test
    void limitsMakeSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonLimits.DEFAULT.withDepth(0));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonLimits.DEFAULT.withValue(1 << 21));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonLimits.DEFAULT.withDocument(0));
        assertThatIllegalArgumentException().isThrownBy(() -> masking.json().holdBack(-1));
    }

    @Test
    void printsNoPolicyAndNoValue() {
        assertThat(masking.json())
                .hasToString("JsonMasker[DOCUMENT, JsonLimits[depth=1000, name=65536, value=1048576,"
                        + " document=9223372036854775807], holdBack=262144]");
    }

    @Test
    void theInputIsNotTheOutput() {
        byte[] json = {'1'};

        assertThat(masking.json().mask(json, ANYBODY)).isEqualTo(json).isNotSameAs(json);
    }
}
