package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.Unclassified;
import io.maskwire.spi.Outlet;
import io.maskwire.spi.SessionOpener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both versions of Jackson write of strings that hold JSON: what the masker of bytes makes of the document. */
abstract class EmbeddedJsonContract {

    static final String HELD = "{\"email\":\"zoe@example.com\",\"a\":\"é\"}";
    private static final Audience ANYBODY = Audience.anonymous();
    private static final Audience READER = Audience.role("reader");

    private static MaskingPolicy.Builder rules() {
        return MaskingPolicy.builder()
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .dataClass("secret", Masks.erase())
                .field("$..email", "email")
                .field("$.payload.card", "secret")
                .field("$.sealed", "secret")
                .mapKeys("$..byMail", "email")
                .embedded("$..payload")
                .embedded("$.texts[*]")
                .embedded("$.sealed")
                .audience(READER, grant -> grant.inClear("secret"));
    }

    static final Masking MASKING = Masking.of(rules().build());

    /** What a mapper with masking writes. */
    abstract String write(Masking masking, Audience audience, Object value) throws Exception;

    /** What a mapper with masking writes in a session. */
    abstract String write(Masking masking, SessionOpener sessions, Object value) throws Exception;

    /** What a mapper without masking writes. */
    abstract String plain(Object value) throws Exception;

    /** An object whose {@code texts} a serializer writes by every method there is for the text. */
    abstract Object writtenEveryWay();

    /** An object whose {@code payload} is written as raw JSON. */
    abstract Object writtenRaw();

    static Stream<Object> documents() {
        Map<String, Object> all = new TreeMap<>(Map.of(
                "payload",
                HELD,
                "in",
                Map.of("payload", "{\"card\":1,\"email\":2}"),
                "texts",
                List.of(HELD, "no JSON", 3, true, "[\"x\"]"),
                "sealed",
                "{\"card\":4,\"email\":\"zoe@example.com\"}",
                "email",
                "{\"a\":1}"));
        return Stream.of(
                all,
                List.of(all, all),
                Map.of("payload", "{\"card\":\"4111111111111111\", \"in\":{\"card\":2}}"),
                Map.of("payload", "{\"byMail\":{\"zoe@example.com\":[1.50, \"\\u00e9\"]}}"),
                Map.of("payload", "{\"payload\":\"{\\\"email\\\":\\\"zoe@example.com\\\"}\"}"),
                Map.of("payload", "{\"email\":\"zoe@example.com\""),
                Map.of("payload", ""),
                Map.of("payload", " {} "),
                Map.of("payload", "{\"a\":1}{\"a\":2}"),
                Map.of("payload", Map.of("card", 1)),
                Map.of("payload", List.of(HELD, 1)),
                Map.of("payload", 4711),
                Map.of("payload", HELD.getBytes(StandardCharsets.UTF_8)),
                Map.of("texts", List.of("\"zoe@example.com\"", List.of(HELD))),
                Collections.singletonMap("payload", null));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void jacksonWritesWhatBytesStringsAndStreamsAreMaskedAs(Object document) throws Exception {
        for (Unclassified others : Unclassified.values()) {
            Masking masking = Masking.of(rules().unclassified(others).build());
            for (Audience audience : List.of(ANYBODY, READER)) {
                String json = plain(document);
                byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

                assertThat(write(masking, audience, document))
                        .isEqualTo(masking.json().mask(json, audience))
                        .isEqualTo(new String(masking.json().mask(bytes, audience), StandardCharsets.UTF_8))
                        .isEqualTo(stream(masking, bytes, audience));
            }
        }
    }

    private static String stream(Masking masking, byte[] json, Audience audience) throws IOException {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        masking.json().mask(new ByteArrayInputStream(json), masked, audience);
        return masked.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsClassifiedInTheStringIsMaskedThereAndTheRestStays() throws Exception {
        assertThat(write(MASKING, ANYBODY, Map.of("payload", HELD)))
                .isEqualTo("{\"payload\":\"{\\\"email\\\":\\\"z***@***.com\\\",\\\"a\\\":\\\"é\\\"}\"}");
        assertThat(write(MASKING, ANYBODY, Map.of("payload", "{\"card\":1,\"in\":{\"card\":2}}")))
                .isEqualTo("{\"payload\":\"{\\\"card\\\":\\\"[masked]\\\",\\\"in\\\":{\\\"card\\\":2}}\"}");
        assertThat(write(MASKING, ANYBODY, Map.of("payload", "zoe@example.com")))
                .isEqualTo("{\"payload\":\"[masked]\"}");
    }

    @Test
    void itIsMaskedByWhateverMethodASerializerWritesIt() throws Exception {
        assertThat(write(MASKING, ANYBODY, writtenEveryWay()))
                .doesNotContain("zoe")
                .isEqualTo(MASKING.json().mask(plain(writtenEveryWay()), ANYBODY));
    }

    @Test
    void rawJsonThatIsAStringIsMaskedInside() throws Exception {
        assertThat(write(MASKING, ANYBODY, writtenRaw()))
                .isEqualTo("{\"payload\":\"{\\\"email\\\":\\\"z***@***.com\\\"}\"}");
    }

    /** Its mark holds for all that is in the string. */
    static final class Marked {
        @Sensitive("secret")
        public String payload = HELD;
    }

    @Test
    void aMarkedStringIsMaskedAsAWholeAndInsideForWhoSeesIt() throws Exception {
        assertThat(write(MASKING, ANYBODY, new Marked())).isEqualTo("{\"payload\":\"[masked]\"}");
        assertThat(write(MASKING, READER, new Marked()))
                .doesNotContain("zoe@example.com")
                .contains("\\\"a\\\":\\\"é\\\"");
    }

    @Test
    void reportModeChangesNothing() throws Exception {
        Masking reporting = Masking.builder(rules().build()).mode(Mode.REPORT).build();

        for (Object each : documents().toList()) {
            assertThat(write(reporting, ANYBODY, each)).isEqualTo(plain(each));
        }
        assertThat(write(reporting, ANYBODY, writtenEveryWay())).isEqualTo(plain(writtenEveryWay()));
        assertThat(write(reporting, ANYBODY, writtenRaw())).isEqualTo(plain(writtenRaw()));
    }

    @Test
    void aReceiverNobodyDeclaredIsRefusedForWhatIsInTheString() {
        SessionOpener refusing =
                engine -> engine.openRefusing(Outlet.JSON, () -> new IllegalStateException("undeclared"));

        assertThatThrownBy(() -> write(MASKING, refusing, Map.of("payload", HELD)))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("undeclared");
    }
}
