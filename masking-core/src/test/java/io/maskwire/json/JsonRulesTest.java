package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRulesTest {

    private static final Audience ANYBODY = Audience.anonymous();

    private static JsonMasker masker(String... paths) {
        MaskingPolicy.Builder policy = MaskingPolicy.builder();
        for (String path : paths) {
            policy.field(path, Masks.constant("*"));
        }
        return Masking.of(policy.build()).json();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a.b            | {\"a\":{\"b\":1,\"c\":{\"b\":2}},\"b\":3}  | {\"a\":{\"b\":\"*\",\"c\":{\"b\":2}},\"b\":3}",
                "$..b             | {\"a\":{\"b\":1},\"b\":[2]}                | {\"a\":{\"b\":\"*\"},\"b\":[\"*\"]}",
                "$.l[*].y         | {\"l\":[{\"y\":1},[{\"y\":2}]]}            | {\"l\":[{\"y\":\"*\"},[{\"y\":2}]]}",
                "$.*              | {\"a\":1,\"b\":[2]}                        | {\"a\":\"*\",\"b\":[\"*\"]}",
                "$..*             | [1,[2]]                                    | [\"*\",[\"*\"]]",
                "$                | 1                                          | \"*\"",
                "$[*]             | [1,[2],{\"a\":3}]                         | [\"*\",[\"*\"],{\"a\":\"*\"}]",
                "$..*word*        | {\"passWord1\":1,\"wor-d\":2,\"wo\":3}     | {\"passWord1\":\"*\",\"wor-d\":\"*\",\"wo\":3}",
                "$..pre*post      | {\"prepost\":1,\"pre-x-post\":2,\"prexposty\":3} | {\"prepost\":\"*\",\"pre-x-post\":\"*\",\"prexposty\":3}",
                "$..a..b          | {\"a\":{\"x\":{\"b\":1}},\"b\":2}          | {\"a\":{\"x\":{\"b\":\"*\"}},\"b\":2}",
                "$['odd name']    | {\"odd name\":1,\"oddname\":2}             | {\"odd name\":\"*\",\"oddname\":2}",
                "$['ключ']        | {\"ключ\":1,\"КЛЮЧ\":2}                    | {\"ключ\":\"*\",\"КЛЮЧ\":2}"
            })
    void aPathSelects(String path, String json, String expected) {
        assertThat(masker(path).mask(json, ANYBODY)).isEqualTo(expected);
    }

    @Test
    void anExactPathTellsSpellingsApart() {
        JsonMasker masker = Masking.of(MaskingPolicy.builder()
                        .field(FieldPath.parse("$..cardNumber").exact(), Classification.ofMask(Masks.constant("exact")))
                        .field(FieldPath.parse("$..*Pin").exact(), Classification.ofMask(Masks.constant("pattern")))
                        .field("$..card_number_2", Masks.constant("folded"))
                        .build())
                .json();

        assertThat(masker.mask(
                        "{\"cardNumber\":1,\"card_number\":2,\"cardnumber2\":3,\"thePin\":4,\"thepin\":5}", ANYBODY))
                .isEqualTo("{\"cardNumber\":\"exact\",\"card_number\":2,\"cardnumber2\":\"folded\","
                        + "\"thePin\":\"pattern\",\"thepin\":5}");
    }

    /** Paths that would need more states than there are atoms are still right, in bounded memory. */
    @Test
    void anExplosivePolicyIsMaskedTheSame() {
        Masking masking = Masking.of(MaskingPolicy.builder()
                .field("$..a.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*", Masks.constant("*"))
                .build());
        Random random = new Random(7);
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 400; i++) {
            String open = IntStream.range(0, 30)
                    .mapToObj(k -> "{\"" + (random.nextBoolean() ? "a" : "b") + "\":")
                    .collect(Collectors.joining());
            json.append(i == 0 ? "" : ",").append(open).append(i).append("}".repeat(30));
        }
        json.append("]");

        assertThat(masking.json().mask(json.toString(), ANYBODY))
                .isEqualTo(Twin.mask(masking.engine(), ANYBODY, json.toString()).orElseThrow());
    }

    @Test
    void aThousandRulesOfEachKindFindTheirs() {
        String[] paths = IntStream.range(0, 3000)
                .mapToObj(i -> i % 3 == 0 ? "$..name" + i : i % 3 == 1 ? "$.a.b" + i + "..c" : "$..*part" + i + "x*")
                .toArray(String[]::new);
        JsonMasker masker = masker(paths);

        assertThat(masker.mask(
                        "{\"name2997\":1,\"name1\":2,\"a\":{\"b1\":{\"d\":{\"c\":3}},\"b2\":{\"c\":4}},"
                                + "\"my_part-29X-\":5,\"part299\":6}",
                        ANYBODY))
                .isEqualTo("{\"name2997\":\"*\",\"name1\":2,\"a\":{\"b1\":{\"d\":{\"c\":\"*\"}},\"b2\":{\"c\":4}},"
                        + "\"my_part-29X-\":\"*\",\"part299\":6}");
    }

    @Test
    void manyMorePatternsMatchANameThanTablesHaveRoomFor() {
        String[] paths = IntStream.range(0, 12)
                .mapToObj(i -> "$..*" + (char) ('a' + i) + "*")
                .toArray(String[]::new);
        Masking masking = Masking.of(policy(paths));
        String json = IntStream.range(0, 1 << 12)
                .mapToObj(bits -> "\"z"
                        + IntStream.range(0, 12)
                                .filter(i -> (bits >> i & 1) != 0)
                                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                                .collect(Collectors.joining())
                        + "\":" + bits)
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(masking.json().mask(json, ANYBODY))
                .isEqualTo(Twin.mask(masking.engine(), ANYBODY, json).orElseThrow());
    }

    private static MaskingPolicy policy(String... paths) {
        MaskingPolicy.Builder policy = MaskingPolicy.builder();
        for (int i = 0; i < paths.length; i++) {
            policy.field(paths[i], Masks.constant("m" + i % 2));
        }
        return policy.build();
    }

    // JSON in strings

    @Test
    void jsonInAStringIsMaskedInside() {
        JsonMasker masker = masker("$..password", "$.body.user.pin").embedded("$..body");

        assertThat(masker.mask(
                        "{\"body\":\"{\\\"password\\\":\\\"s\\\", \\\"user\\\":{\\\"pin\\\":1},\\\"a\\\":\\\"é\\\"}\"}",
                        ANYBODY))
                .isEqualTo(
                        "{\"body\":\"{\\\"password\\\":\\\"*\\\", \\\"user\\\":{\\\"pin\\\":\\\"*\\\"},\\\"a\\\":\\\"é\\\"}\"}");
        assertThat(masker.mask("{\"body\":\"\\u007b}\",\"b\":{\"body\":[1,null]}}", ANYBODY))
                .isEqualTo("{\"body\":\"\\u007b}\",\"b\":{\"body\":[1,null]}}");
    }

    @Test
    void aStringWithoutTheJsonItShouldHoldIsTheMarker() {
        JsonMasker masker = masker("$..password").embedded("$.body");

        for (String text : new String[] {"", "s3cr3t", "{\\\"password\\\":\\\"s3cr3t\\\"", "\\ud800"}) {
            assertThat(masker.mask("{\"body\":\"" + text + "\",\"a\":1}", ANYBODY))
                    .isEqualTo("{\"body\":\"[masked]\",\"a\":1}");
        }
    }

    @Test
    void jsonInJsonInJsonEndsSomewhere() {
        JsonMasker masker = masker("$..password").embedded("$..body");
        String inner = "{\"password\":1}";
        for (int level = 0; level < 4; level++) {
            inner = "{\"body\":" + Quoted.of(inner) + "}";
        }

        assertThat(masker.mask(inner, ANYBODY)).contains("password").doesNotContain(":1");
        assertThat(masker.mask("{\"body\":" + Quoted.of(inner) + "}", ANYBODY))
                .contains(Masks.MARKER)
                .doesNotContain("password");
    }

    // Pairs

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"name\":\"password\",\"value\":\"s\"}] | [{\"name\":\"password\",\"value\":\"*\"}]",
                "[{\"name\":\"x\",\"value\":\"s\"}]        | [{\"name\":\"x\",\"value\":\"s\"}]",
                "[{\"Name\":\"\\u0050ass_word\",\"o\":{},\"VALUE\":[1]}] | [{\"Name\":\"\\u0050ass_word\",\"o\":{},\"VALUE\":[\"*\"]}]",
                "[{\"value\":\"s\",\"name\":\"x\"}]        | [{\"value\":\"[masked]\",\"name\":\"x\"}]",
                "[{\"name\":1,\"value\":\"s\"}]            | [{\"name\":1,\"value\":\"[masked]\"}]",
                "[{\"name\":\"password\",\"name\":\"x\",\"value\":1}] | [{\"name\":\"password\",\"name\":\"x\",\"value\":\"*\"}]",
                "[{\"name\":\"x\",\"value\":{\"password\":1,\"b\":2}}] | [{\"name\":\"x\",\"value\":{\"password\":\"*\",\"b\":2}}]",
                "{\"name\":\"password\",\"value\":1}        | {\"name\":\"password\",\"value\":1}",
                "[{\"name\":\"card\",\"value\":{\"no\":1,\"x\":2}}] | [{\"name\":\"card\",\"value\":{\"no\":\"*\",\"x\":2}}]"
            })
    void aPairIsMaskedAsTheMemberItStandsFor(String json, String expected) {
        JsonMasker masker = masker("$..password", "$[*].card.no").pairs("$[*]", "name", "value");

        assertThat(masker.mask(json, ANYBODY)).isEqualTo(expected);
    }

    @Test
    void aPairWhoseNameIsLongerThanAValueMayBeIsErasedHoweverItComes() throws IOException {
        JsonMasker masker =
                masker("$..password").pairs("$[*]", "name", "value").limits(JsonLimits.DEFAULT.withValue(40));
        for (int length : new int[] {40, 41, 200, 400}) {
            String json =
                    "[{\"name\":\"" + "x".repeat(length) + "\",\"value\":\"s3cr3t\"},{\"name\":\"y\",\"value\":1}]";
            String expected = length > 40 ? json.replace("s3cr3t", Masks.MARKER) : json;

            assertThat(masker.mask(json, ANYBODY)).isEqualTo(expected);
            for (int window : new int[] {64, 100, 1024}) {
                assertThat(stream(masker.window(window), json)).isEqualTo(expected);
            }
        }
    }

    private static String stream(JsonMasker masker, String json) throws IOException {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        InputStream input = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        masker.mask(input, masked, ANYBODY);
        return masked.toString(StandardCharsets.UTF_8);
    }

    @Test
    void reportModeChangesNoPairAndNoEmbeddedJsonHoweverLong() throws IOException {
        JsonMasker masker = Masking.builder(MaskingPolicy.builder()
                        .field("$..password", Masks.erase())
                        .build())
                .mode(Mode.REPORT)
                .build()
                .json()
                .pairs("$[*]", "name", "value")
                .embedded("$[*].body")
                .limits(JsonLimits.DEFAULT.withValue(40));
        String json = "[{\"name\":\"" + "x".repeat(400) + "\",\"value\":1,\"password\":\"" + "y".repeat(400)
                + "\"},{\"body\":\"" + " ".repeat(400) + "\"}]";

        assertThat(masker.mask(json, ANYBODY)).isEqualTo(json);
        for (int window : new int[] {64, 100, 1024}) {
            assertThat(stream(masker.window(window), json)).isEqualTo(json);
        }
    }

    @Test
    void aPairThatSaysAnotherNameAfterItsValueIsRefused() {
        JsonMasker masker = masker("$..password").pairs("$", "name", "value");

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> masker.mask("{\"name\":\"x\",\"value\":\"s3cr3t\",\"name\":\"password\"}", ANYBODY));
    }

    // Refused at build

    @Test
    void whatCannotBeReadInAPathIsRefusedWithThePosition() {
        JsonMasker masker = masker("$..a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> masker.embedded("$.a[0]"))
                .withMessageContaining("character 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> masker.pairs("$.a[?(@.b)]", "n", "v"))
                .withMessageContaining("character 5");
        assertThatIllegalArgumentException().isThrownBy(() -> masker.pairs("$.a", "the_name", "TheName"));
    }
}
