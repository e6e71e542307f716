package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Unclassified;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strings of which the policy says that they hold JSON are masked inside, in every form of a document. */
class JsonEmbeddedTest {

    private static final Audience ANYBODY = Audience.anonymous();
    private static final Audience READER = Audience.role("reader");

    private static MaskingPolicy.Builder rules() {
        return MaskingPolicy.builder()
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .dataClass("secret", Masks.constant("*"))
                .field("$..email", "email")
                .field("$.payload.card", "secret")
                .field("$..sealed", "secret")
                .mapKeys("$..byMail", "email")
                .embedded("$..payload")
                .embedded("$.texts[*]")
                .embedded("$..sealed")
                .audience(READER, grant -> grant.inClear("secret"));
    }

    private final JsonMasker masker = Masking.of(rules().build()).json();

    private static void assertMasked(JsonMasker masker, String json, Audience audience, String expected) {
        for (JsonMasker each : List.of(masker, masker.withoutPrediction(), masker.window(64))) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThat(each.mask(json, audience)).isEqualTo(expected);
            assertThat(each.mask(bytes, audience))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(expected);
            assertThat(stream(each, bytes, audience)).isEqualTo(expected);
        }
    }

    private static String stream(JsonMasker masker, byte[] json, Audience audience) {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        try {
            masker.mask(new ByteArrayInputStream(json), masked, audience);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return masked.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'payload':'{`email`:`zoe@example.com`, `a`:`é`}'} | {'payload':'{`email`:`z***@***.com`, `a`:`é`}'}",
                "{'payload':'{`card`:1,`x`:{`card`:2}}'} | {'payload':'{`card`:`*`,`x`:{`card`:2}}'}",
                "{'in':{'payload':'{`card`:1}'}}         | {'in':{'payload':'{`card`:1}'}}",
                "{'payload':{'card':1}}                  | {'payload':{'card':'*'}}",
                "{'payload':'{`byMail`:{`zoe@example.com`:1}}'} | {'payload':'{`byMail`:{`z***@***.com`:1}}'}",
                "{'payload':'no JSON'}                   | {'payload':'[masked]'}",
                "{'payload':''}                          | {'payload':'[masked]'}",
                "{'payload':[1,null,'{`email`:1}']}      | {'payload':[1,null,'{`email`:1}']}",
                "{'texts':['{`email`:1}','{}',2,null]}   | {'texts':['{`email`:`[masked]`}','{}',2,null]}",
                "{'sealed':'{`email`:1}'}                | {'sealed':'*'}"
            })
    void whatIsClassifiedInTheJsonIsMaskedThere(String json, String expected) {
        assertMasked(masker, quoted(json), ANYBODY, quoted(expected));
    }

    /** Single quotes around the outer strings, and backquotes around those in their JSON. */
    private static String quoted(String json) {
        return json.replace("`", "\\\"").replace('\'', '"');
    }

    @Test
    void whoSeesTheWholeStringInClearSeesItsJsonAsTheRulesInsideSay() {
        assertMasked(
                masker,
                quoted("{'sealed':'{`a`:1,`in`:{`sealed`:2}}'}"),
                READER,
                quoted("{'sealed':'{`a`:1,`in`:{`sealed`:2}}'}"));
        // An address is not theirs to see, in a sealed text as anywhere.
        assertMasked(
                masker,
                quoted("{'sealed':'{`email`:`zoe@example.com`}'}"),
                READER,
                quoted("{'sealed':'{`email`:`[masked]`}'}"));
        assertMasked(masker, quoted("{'sealed':'no JSON'}"), READER, quoted("{'sealed':'[masked]'}"));
    }

    @Test
    void whatNothingIsSaidAboutIsMaskedInsideWhereThePolicySaysSo() {
        JsonMasker strict = Masking.of(MaskingPolicy.builder()
                        .field("$..a", Masks.clear())
                        .embedded("$..payload")
                        .unclassified(Unclassified.MASK)
                        .build())
                .json();

        assertMasked(
                strict, quoted("{'payload':'{`a`:1,`b`:2}'}"), ANYBODY, quoted("{'payload':'{`a`:1,`b`:`[masked]`}'}"));
    }

    @Test
    void aMaskersOwnPathsComeBesideThoseOfThePolicy() {
        assertMasked(
                masker.embedded("$.more").embedded("$..payload"),
                quoted("{'more':'{`email`:1}','payload':'{`email`:1}'}"),
                ANYBODY,
                quoted("{'more':'{`email`:`[masked]`}','payload':'{`email`:`[masked]`}'}"));
    }

    @Test
    void reportModeChangesNothing() {
        JsonMasker reporting =
                Masking.builder(rules().build()).mode(Mode.REPORT).build().json();

        for (String json : List.of("{'payload':'{`email`:1}'}", "{'payload':'no JSON'}", "{'sealed':'{`a`:1}'}")) {
            assertMasked(reporting, quoted(json), ANYBODY, quoted(json));
        }
    }

    // For adapters that write the outer document

    private record At(@Nullable At parent, @Nullable String name) implements FieldPath.Location {

        static final At ROOT = new At(null, null);

        At member(String called) {
            return new At(this, called);
        }

        At element() {
            return new At(this, null);
        }
    }

    private static String held(MaskingEngine engine, String json, At place, @Nullable Classification known) {
        return JsonMasker.of(engine).maskEmbedded(json, place, known, engine.open(Outlet.JSON, ANYBODY));
    }

    @Test
    void anAdapterGetsWhatTheMaskerWritesAtThePlaceOfTheString() {
        MaskingEngine engine = Masking.of(rules().build()).engine();
        At payload = At.ROOT.member("Pay_Load");

        assertThat(held(engine, "{\"card\":1, \"in\":{\"card\":2}}", payload, null))
                .isEqualTo("{\"card\":\"*\", \"in\":{\"card\":2}}");
        assertThat(held(engine, "{\"card\":1}", At.ROOT.member("in").member("payload"), null))
                .isEqualTo("{\"card\":1}");
        assertThat(held(engine, "{\"email\":1}", At.ROOT.member("texts").element(), null))
                .isEqualTo("{\"email\":\"[masked]\"}");
        assertThat(held(engine, "\"zoe@example.com\"", At.ROOT.member("email"), null))
                .isEqualTo("\"z***@***.com\"");
        assertThat(held(engine, "no JSON", payload, null)).isEqualTo(Masks.MARKER);
        assertThat(held(engine, "x".repeat(JsonLimits.DEFAULT.value() + 1), payload, null))
                .isEqualTo(Masks.MARKER);
    }

    @Test
    void whatAnAdapterKnowsAboutTheStringHoldsForAllInIt() {
        MaskingEngine engine = Masking.of(rules().build()).engine();

        assertThat(held(engine, "[1,{\"a\":2}]", At.ROOT, Classification.ofClass("secret")))
                .isEqualTo("[\"*\",{\"a\":\"*\"}]");
    }

    @Test
    void aStringWithoutJsonIsCountedAsUnmaskable() {
        EventCounts counts = new EventCounts();
        Masking.builder(rules().build()).events(counts).build().json().mask("{\"payload\":\"no JSON\"}", ANYBODY);

        assertThat(counts.snapshot()).hasSize(1);
        assertThat(counts.snapshot().keySet()).allMatch(event -> event.action() == Action.UNMASKABLE);
    }
}
