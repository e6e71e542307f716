package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.RedactStyle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar of masks gives the masks that code would make. */
class MaskReaderTest {

    static Stream<Arguments> masks() {
        return Stream.of(
                Arguments.of("mask: erase", Masks.erase()),
                Arguments.of("mask: redact", Masks.redact()),
                Arguments.of("mask: redact, style: postcode-uk", Masks.redact().style(RedactStyle.POSTCODE_UK)),
                Arguments.of("mask: redact, keep-first: 2", Masks.redact().keepFirst(2)),
                Arguments.of("mask: redact, keep-last: 4", Masks.redact().keepLast(4)),
                Arguments.of(
                        "mask: redact, keep-first: 1, keep-last: 2, separators: ' -'",
                        Masks.redact().keepFirst(1).keepLast(2).separators(" -")),
                Arguments.of(
                        "mask: redact, separators: ' ', keep-last: 1",
                        Masks.redact().keepLast(1).separators(" ")),
                Arguments.of("mask: hash", Masks.hash("c")),
                Arguments.of("mask: hash, domain: customer", Masks.hash("customer")),
                Arguments.of("mask: hash, normalize: email", Masks.hash("c").normalize(Normalizer.EMAIL)),
                Arguments.of(
                        "normalize: iso-date, domain: born, mask: hash",
                        Masks.hash("born").normalize(Normalizer.ISO_DATE)));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aClassHasTheMaskThatIsWritten(String text, Mask mask) {
        Declaration declaration = read("classes: {c: {" + text + "}}\n");
        assertThat(declaration
                        .policy()
                        .resolve(Classification.ofClass("c"), Audience.anonymous())
                        .mask())
                .isEqualTo(mask);
    }

    @ParameterizedTest
    @MethodSource("masks")
    void anAudienceHasTheMaskThatIsWritten(String text, Mask mask) {
        Declaration declaration = read(
                "classes: {c: {mask: redact, keep-last: 9}}\naudiences: {\"role:r\": {masks: {c: {" + text + "}}}}\n");
        assertThat(declaration
                        .policy()
                        .resolve(Classification.ofClass("c"), Audience.role("r"))
                        .mask())
                .isEqualTo(mask);
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aFieldOfAClassHasItsOwnMask(String text, Mask mask) {
        Declaration declaration =
                read("classes: {c: {mask: redact, keep-last: 9}}\nfields: {f: {path: $.f, class: c, " + text + "}}\n");
        Classification field = declaration.policy().fields().get(0).classification();
        assertThat(field).isEqualTo(Classification.ofClass("c", mask));
    }

    @Test
    void aFieldWithoutAClassHasADirectMask() {
        Declaration declaration = read("fields: {f: {path: $.f, mask: redact, style: ip}}\n");
        assertThat(declaration.policy().fields().get(0).classification())
                .isEqualTo(Classification.ofMask(Masks.redact().style(RedactStyle.IP)));
    }

    @Test
    void clearOnAFieldLiftsUnclassifiedMaskAndNothingElse() {
        Declaration declaration = read("unclassified: mask\nfields: {f: {path: $.f, mask: clear}}\n");
        assertThat(declaration.policy().fields().get(0).classification()).isEqualTo(Classification.exempt());
    }

    @Test
    void exactNamesAreOnlyThoseWritten() {
        Declaration declaration = read("""
                classes: {c: {mask: erase}}
                fields:
                  exact: {path: $.f, class: c, exact: true}
                  folded: {path: $.f, class: c, exact: false}
                """);
        assertThat(declaration.policy().fields())
                .extracting(rule -> rule.path())
                .containsExactly(FieldPath.parse("$.f").exact(), FieldPath.parse("$.f"));
    }

    @ParameterizedTest
    @EnumSource(RedactStyle.class)
    void everyStyleHasTheNameThatCodeGivesIt(RedactStyle style) {
        Declaration declaration = read("classes: {c: {mask: redact, style: " + style.optionName() + "}}\n");
        assertThat(declaration
                        .policy()
                        .resolve(Classification.ofClass("c"), Audience.anonymous())
                        .mask())
                .isEqualTo(Masks.redact().style(style));
    }

    @ParameterizedTest
    @EnumSource(Normalizer.class)
    void everyNormalizerHasTheNameThatCodeGivesIt(Normalizer normalizer) {
        Declaration declaration = read("classes: {c: {mask: hash, normalize: " + normalizer.optionName() + "}}\n");
        assertThat(declaration
                        .policy()
                        .resolve(Classification.ofClass("c"), Audience.anonymous())
                        .mask())
                .isEqualTo(Masks.hash("c").normalize(normalizer));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void everyTransportHasTheNameThatCodeGivesIt(Transport transport) {
        String carries = transport == Transport.HTTP ? "" : ", carries: []";
        Declaration declaration = read("service: {name: a, namespace: b}\ncalls: {c: {to: d, port: p, over: "
                + transport.optionName() + carries + "}}\n");
        assertThat(declaration.calls().get("c").over()).isEqualTo(transport);
    }

    private static Declaration read(String text) {
        return Declarations.read(DeclarationSource.text("maskwire.yml", text));
    }
}
