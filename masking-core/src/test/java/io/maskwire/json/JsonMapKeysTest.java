package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.MaskContext;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.ValueKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names are structure and stay, but those of the objects a rule says so of are data. */
class JsonMapKeysTest {

    private static final Audience ANYBODY = Audience.anonymous();

    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
            .dataClass("secret", Masks.erase())
            .field("$..zip", "secret")
            .field("$.all['kim@example.com']", "secret")
            .mapKeys("$.all", "email")
            .mapKeys("$..inner", "secret")
            .audience(Audience.role("reader"), grant -> grant.inClear("email", "secret"))
            .build();

    private final JsonMasker masker = Masking.of(policy).json();

    private void assertMasked(String json, String expected) {
        assertMasked(masker, json, expected);
    }

    private static void assertMasked(JsonMasker masker, String json, String expected) {
        for (JsonMasker each : List.of(masker, masker.withoutPrediction(), masker.window(64))) {
            assertThat(each.mask(json, ANYBODY)).isEqualTo(expected);
            assertThat(each.mask(json, ANYBODY)).isEqualTo(expected);
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThat(each.mask(bytes, ANYBODY))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(expected);
            assertThat(stream(each, bytes)).isEqualTo(expected);
        }
    }

    private static String stream(JsonMasker masker, byte[] json) {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        try {
            masker.mask(new ByteArrayInputStream(json), masked, ANYBODY);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return masked.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keysAreMaskedAndValuesStay() {
        assertMasked(
                "{ \"all\" : {\"zoe@example.com\" : 1 , \"max@example.org\":{\"b\":\"x\"}}, \"b\":{\"y\":2} }",
                "{ \"all\" : {\"z***@***.com\" : 1 , \"m***@***.org\":{\"b\":\"x\"}}, \"b\":{\"y\":2} }");
    }

    @Test
    void valuesKeepTheirOwnRules() {
        assertMasked(
                "{\"all\":{\"zoe@example.com\":{\"zip\":\"8001\"},\"kim@example.com\":[1]}}",
                "{\"all\":{\"z***@***.com\":{\"zip\":\"[masked]\"},\"k***@***.com\":[\"[masked]\"]}}");
    }

    @Test
    void namesOfObjectsInsideStay() {
        assertMasked(
                "{\"all\":{\"zoe@example.com\":{\"max@example.org\":1}}}",
                "{\"all\":{\"z***@***.com\":{\"max@example.org\":1}}}");
    }

    @Test
    void aMapInAMapHasAPathOfItsOwn() {
        assertMasked(
                "{\"all\":{\"zoe@example.com\":{\"inner\":{\"a\":{\"inner\":{\"b\":1}}}}},\"inner\":{}}",
                "{\"all\":{\"z***@***.com\":{\"inner\":{\"[masked]\":{\"inner\":{\"[masked]\":1}}}}},\"inner\":{}}");
    }

    @Test
    void anArrayOfMapsHasNoKeysOfItsOwn() {
        assertMasked("{\"all\":[{\"zoe@example.com\":1}]}", "{\"all\":[{\"zoe@example.com\":1}]}");
    }

    @Test
    void escapedKeysAreReadAsWhatTheySayAndBrokenOnesBecomeTheMarker() {
        assertMasked(
                "{\"all\":{\"zo\\u0065@example.com\":1,\"zo\\ud800e@example.com\":2,\"\":3}}",
                "{\"all\":{\"z***@***.com\":1,\"[masked]\":2,\"[masked]\":3}}");
    }

    @Test
    void keysOfEveryScriptAreMasked() {
        assertMasked(
                "{\"all\":{\"Зоя@пример.рф\":1,\"李四五@example.com\":\"東\"}}",
                "{\"all\":{\"З***@***.рф\":1,\"李***@***.com\":\"東\"}}");
    }

    @Test
    void equalMaskedKeysAreWrittenAsOftenAsTheyAre() {
        assertMasked("{\"inner\":{\"a\":1,\"b\":2}}", "{\"inner\":{\"[masked]\":1,\"[masked]\":2}}");
    }

    @Test
    void manyMapsOfOneShapeAreMaskedThoughTheirNamesCouldBeGuessed() {
        String map = "{\"inner\":{\"tango\":1,\"zulu\":{\"tango\":2}},\"tango\":3}";
        String masked = "{\"inner\":{\"[masked]\":1,\"[masked]\":{\"tango\":2}},\"tango\":3}";
        assertMasked("[" + (map + ",").repeat(50) + map + "]", "[" + (masked + ",").repeat(50) + masked + "]");
    }

    @Test
    void noNullStandsForAKey() {
        MaskingPolicy nulls = MaskingPolicy.builder()
                .mapKeys(FieldPath.parse("$"), Classification.ofMask(Masks.nothing()))
                .build();
        assertMasked(Masking.of(nulls).json(), "{\"tango\":1}", "{\"[masked]\":1}");
    }

    @Test
    void whoMaySeeTheClassSeesTheKeys() {
        String json = "{\"all\":{\"zoe@example.com\":1}}";
        assertThat(masker.mask(json, Audience.role("reader"))).isEqualTo(json);
    }

    @Test
    void reportModeWritesKeysAsTheyAre() {
        String json = "{\"all\":{\"zoe@example.com\":1}}";
        JsonMasker reporting = Masking.builder(policy).mode(Mode.REPORT).build().json();
        assertThat(reporting.mask(json, ANYBODY)).isEqualTo(json);
    }

    @Test
    void keysOfEmbeddedJsonAreMasked() {
        JsonMasker embedding = masker.embedded("$.text");
        assertMasked(
                embedding,
                "{\"text\":\"{\\\"inner\\\":{\\\"a\\\":1}}\"}",
                "{\"text\":\"{\\\"inner\\\":{\\\"[masked]\\\":1}}\"}");
    }

    @Test
    void maskIsToldThatItIsAName() {
        List<String> seen = new ArrayList<>();
        JsonMasker recording = Masking.of(MaskingPolicy.builder()
                        .dataClass("secret", (String original, MaskContext context) -> {
                            seen.add(context.kind() + " " + original);
                            return "***";
                        })
                        .mapKeys("$", "secret")
                        .build())
                .json();
        assertThat(recording.mask("{\"K-tango\":1}", ANYBODY)).isEqualTo("{\"***\":1}");
        assertThat(seen).containsExactly(ValueKind.NAME + " K-tango");
    }

    @Test
    void aMaskThatCanNotTakeAKeyGivesTheMarkerAndTheRestIsRight() {
        MaskingPolicy months = MaskingPolicy.builder()
                .mapKeys(FieldPath.parse("$"), Classification.ofMask(Masks.truncateDate()))
                .build();
        assertMasked(
                Masking.of(months).json(),
                "{\"1987-05-04\":1,\"some day\":2,\"1988-01-01\":3}",
                "{\"1987\":1,\"[masked]\":2,\"1988\":3}");
    }

    @Test
    void twoClassesOfOneKeyThatDisagreeEraseIt() {
        MaskingPolicy both = MaskingPolicy.builder()
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .dataClass("name", Masks.redact().style(RedactStyle.NAME))
                .mapKeys("$.all", "email")
                .mapKeys("$.*", "name")
                .build();
        assertMasked(
                Masking.of(both).json(),
                "{\"all\":{\"zoe@example.com\":1},\"b\":{\"Zoe\":2}}",
                "{\"all\":{\"[masked]\":1},\"b\":{\"Z***\":2}}");
    }
}
