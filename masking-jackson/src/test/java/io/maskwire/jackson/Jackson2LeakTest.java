package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, no original goes out: not in the JSON, not in a message. */
class Jackson2LeakTest {

    private static final String SECRET = "tango-4711";

    private final EventCounts events = new EventCounts();
    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("secret", Masks.erase())
            .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
            .dataClass("failing", (original, context) -> {
                throw new IllegalArgumentException("can't take " + original);
            })
            .field("$..byPath", "pan")
            .audience(Audience.role("reader"), grant -> grant.inClear("secret", "pan", "failing"))
            .build();
    private final Masking masking = Masking.builder(policy).events(events).build();
    private final JsonMapper mapper =
            JsonMapper.builder().addModule(Jackson2MaskingModule.of(masking)).build();

    private long count(Action action) {
        return events.snapshot().entrySet().stream()
                .filter(entry -> entry.getKey().action() == action)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String everythingSaidBy(Throwable failure) throws Exception {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    static class FailingMask {
        @Sensitive("failing")
        public String secret = SECRET;
    }

    @Test
    void aMaskThatFailsErases() throws Exception {
        assertThat(mapper.writeValueAsString(new FailingMask())).isEqualTo("{\"secret\":\"[masked]\"}");
        assertThat(count(Action.UNMASKABLE)).isEqualTo(1);
    }

    static class UnknownClass {
        @Sensitive("no-such-class")
        public String secret = SECRET;
    }

    @Test
    void aClassThePolicyDoesNotKnowErasesAndIsCounted() throws Exception {
        assertThat(mapper.writeValueAsString(new UnknownClass())).isEqualTo("{\"secret\":\"[masked]\"}");
        assertThat(count(Action.UNKNOWN_CLASS)).isEqualTo(1);
    }

    record TooLong(@Sensitive("secret") String secret) {}

    @Test
    void aValueOverTheLimitErasesAndIsCounted() throws Exception {
        String json = mapper.writeValueAsString(new TooLong("x".repeat(MaskingSession.LONGEST_VALUE + 1)));

        assertThat(json).isEqualTo("{\"secret\":\"[masked]\"}");
        assertThat(count(Action.TOO_LONG)).isEqualTo(1);
    }

    static final class Endless extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeStartArray();
            g.writeString(new StringReader(value.repeat(1 << 18)), -1);
            g.writeBinary(new java.io.ByteArrayInputStream(new byte[3 << 20]), 3 << 20);
            g.writeBinary(new byte[3 << 20]);
            g.writeEndArray();
        }
    }

    static class Streaming {
        @Sensitive("secret")
        @JsonSerialize(using = Endless.class)
        public String secret = SECRET;
    }

    @Test
    void aStreamOverTheLimitErasesAndIsCounted() throws Exception {
        assertThat(mapper.writeValueAsString(new Streaming()))
                .isEqualTo("{\"secret\":[\"[masked]\",\"[masked]\",\"[masked]\"]}");
        assertThat(count(Action.TOO_LONG)).isEqualTo(3);
    }

    static class FailingGetter {
        @Sensitive("secret")
        public String getSecret() {
            throw new IllegalStateException("getter failed");
        }
    }

    @Test
    void aGetterThatFailsIsNotQuotedAsItMayQuoteTheValue() throws Exception {
        Throwable failure = catchThrowable(() -> mapper.writeValueAsString(new FailingGetter()));

        assertThat(everythingSaidBy(failure))
                .contains("FailingGetter[\"secret\"]")
                .contains("it is classified")
                .contains("java.lang.IllegalStateException")
                .doesNotContain("getter failed");
        assertThat(failure.getCause()).isNull();
    }

    static final class FailsAfterWriting extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeString(value);
            throw new IllegalStateException("serializer failed");
        }
    }

    static class FailingSerializer {
        @Sensitive("secret")
        @JsonSerialize(using = FailsAfterWriting.class)
        public String secret = SECRET;
    }

    @Test
    void aSerializerThatFailsLeavesNoScopeOpen() throws Exception {
        StringWriter out = new StringWriter();
        Throwable failure = catchThrowable(() -> mapper.writeValue(out, List.of("a", new FailingSerializer())));

        assertThat(everythingSaidBy(failure))
                .contains("java.lang.IllegalStateException")
                .doesNotContain("serializer failed", SECRET);
        assertThat(out.toString()).doesNotContain(SECRET);
        assertThat(mapper.writeValueAsString(List.of("a"))).isEqualTo("[\"a\"]");
    }

    static class Raw {
        @JsonRawValue
        @Sensitive("pan")
        public String marked;

        @JsonRawValue
        public String plain;

        Raw(String json) {
            marked = json;
            plain = json;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tango-4711", "{\"a\":\"tango-4711\"", "\"tango-4711", "\"x\",\"tango-4711\"", "[tango-4711]", ""
            })
    void rawTextThatIsNotJsonIsErased(String json) throws Exception {
        assertThat(mapper.writeValueAsString(new Raw(json)))
                .isEqualTo("{\"marked\":\"[masked]\",\"plain\":\"[masked]\"}");
    }

    @Test
    void rawJsonIsMaskedValueByValue() throws Exception {
        assertThat(mapper.writeValueAsString(new Raw("{\"a\":\"4111111111111111\", \"byPath\":4111111111111111}")))
                .isEqualTo("{\"marked\":{\"a\":\"411111******1111\",\"byPath\":\"411111******1111\"},"
                        + "\"plain\":{\"a\":\"4111111111111111\",\"byPath\":\"411111******1111\"}}");
    }

    @Test
    void rawJsonKeepsItsNumbers() throws Exception {
        assertThat(mapper.writeValueAsString(new Raw("[1.50,1e400,123456789012345678901234567890.123456789,-0]")))
                .contains("\"plain\":[1.50,1e400,123456789012345678901234567890.123456789,-0]");
    }

    static final class Pieces extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeRaw(" ");
            g.writeRaw(":\"" + value + "\"");
        }
    }

    static class RawPieces {
        @Sensitive("secret")
        @JsonSerialize(using = Pieces.class)
        public String secret = SECRET;
    }

    @Test
    void rawPiecesOfAMarkedValueAreRefused() throws Exception {
        StringWriter out = new StringWriter();

        assertThatThrownBy(() -> mapper.writeValue(out, new RawPieces()))
                .hasMessageContaining("let it call writeString")
                .satisfies(failure -> assertThat(everythingSaidBy(failure)).doesNotContain(SECRET));
        assertThat(out.toString()).doesNotContain(SECRET);
    }

    static class RawPiecesUnmarked {
        @JsonSerialize(using = Pieces.class)
        public String byPath = SECRET;
    }

    @Test
    void rawPiecesAreRefusedWherePathsMustBeFollowed() throws Exception {
        assertThatThrownBy(() -> mapper.writeValueAsString(new RawPiecesUnmarked()))
                .hasMessageContaining("let it call writeString");
    }

    @Test
    void rawPiecesPassInReportModeAndForWhoMaySee() throws Exception {
        JsonMapper reporting = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(
                        Masking.builder(policy).mode(Mode.REPORT).build()))
                .build();
        JsonMapper withoutPaths = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(Masking.of(MaskingPolicy.builder()
                        .dataClass("secret", Masks.erase())
                        .audience(Audience.role("reader"), grant -> grant.inClear("secret"))
                        .build())))
                .build();
        String plain = new JsonMapper().writeValueAsString(new RawPieces());

        assertThat(reporting.writeValueAsString(new RawPieces())).isEqualTo(plain);
        assertThat(Jackson2MaskingModule.writer(withoutPaths, Audience.role("reader"))
                        .writeValueAsString(new RawPieces()))
                .isEqualTo(plain);
    }

    static final class Embedding extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeEmbeddedObject(new Object() {
                @Override
                public String toString() {
                    return value;
                }
            });
        }
    }

    static class Embedded {
        @Sensitive("pan")
        @JsonSerialize(using = Embedding.class)
        public String secret = "4111111111111111";
    }

    @Test
    void anEmbeddedObjectIsErasedWithoutAskingForItsText() throws Exception {
        assertThat(mapper.writeValueAsString(new Embedded())).isEqualTo("{\"secret\":\"[masked]\"}");
    }

    record TwoClasses(
            @Sensitive("pan") String byPath,
            @Sensitive("secret") Inner inner) {
        record Inner(@Sensitive("pan") String number) {}
    }

    @Test
    void classesThatDisagreeEraseAndAreCounted() throws Exception {
        TwoClasses value = new TwoClasses("4111111111111111", new TwoClasses.Inner("4111111111111111"));

        assertThat(mapper.writeValueAsString(value))
                .isEqualTo("{\"byPath\":\"411111******1111\",\"inner\":{\"number\":\"[masked]\"}}");
        assertThat(count(Action.CONFLICT)).isEqualTo(1);
        assertThat(Jackson2MaskingModule.writer(mapper, Audience.role("reader")).writeValueAsString(value))
                .contains("\"inner\":{\"number\":\"4111111111111111\"}");
    }

    static class Contradicting {
        @io.maskwire.policy.Redact(style = RedactStyle.PAN, keepLast = 4)
        public String card = "4111111111111111";

        @io.maskwire.policy.Hash
        public String hash = SECRET;
    }

    @Test
    void anAnnotationThatContradictsItselfErases() throws Exception {
        assertThat(mapper.writeValueAsString(new Contradicting()))
                .isEqualTo("{\"card\":\"[masked]\",\"hash\":\"[masked]\"}");
    }
}
