package io.maskwire.declaration;

import static io.maskwire.policy.Alphabet.ALPHANUMERIC_LOWER;
import static io.maskwire.policy.Alphabet.ALPHANUMERIC_MIXED;
import static io.maskwire.policy.Alphabet.ALPHANUMERIC_UPPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Bucket;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Clear;
import io.maskwire.policy.Constant;
import io.maskwire.policy.Erase;
import io.maskwire.policy.FormatPreserving;
import io.maskwire.policy.Hash;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.Nothing;
import io.maskwire.policy.Redact;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.ShiftDate;
import io.maskwire.policy.Tokenize;
import io.maskwire.policy.TruncateDate;
import io.maskwire.policy.TruncateDateMask.Part;
import io.maskwire.policy.TruncateIp;
import io.maskwire.scan.ClassScan;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mask has the same name, options and defaults in a declaration, in an annotation and in code. */
class OneGrammarTest {

    private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(
            Erase.class,
            Redact.class,
            Hash.class,
            Tokenize.class,
            FormatPreserving.class,
            Constant.class,
            Nothing.class,
            TruncateIp.class,
            TruncateDate.class,
            ShiftDate.class,
            Bucket.class,
            Clear.class);

    record Annotated(
            @Erase(dataClass = "c") String erase,
            @Redact(dataClass = "c") String redact,

            @Redact(dataClass = "c", style = RedactStyle.IBAN)
            String redactStyle,

            @Redact(dataClass = "c", keepFirst = 1, keepLast = 2, separators = " -")
            String redactKept,

            @Hash(dataClass = "c") String hash,

            @Hash(dataClass = "c", domain = "d", normalize = Normalizer.EMAIL)
            String hashOptions,

            @Tokenize(dataClass = "c") String tokenize,
            @Tokenize(dataClass = "c", domain = "d") String tokenizeOptions,
            @FormatPreserving(dataClass = "c") String format,

            @FormatPreserving(
                    dataClass = "c",
                    domain = "d",
                    alphabet = ALPHANUMERIC_UPPER,
                    separators = "/",
                    keepFirst = 2,
                    keepLast = 3)
            String formatOptions,

            @FormatPreserving(dataClass = "c", keepFirst = 6, luhn = Luhn.INVALID)
            String formatCard,

            @FormatPreserving(dataClass = "c", alphabet = ALPHANUMERIC_LOWER, separators = "")
            String formatLower,

            @FormatPreserving(dataClass = "c", alphabet = ALPHANUMERIC_MIXED)
            String formatMixed,

            @FormatPreserving(dataClass = "c", alphabet = Alphabet.DIGITS, luhn = Luhn.VALID)
            String formatValid,

            @FormatPreserving(dataClass = "c", alphabet = "ÄÖÜ- ", separators = "")
            String formatOwn,

            @Constant(dataClass = "c", text = "n/a") String constant,
            @Constant(dataClass = "c", text = "") String constantEmpty,
            @Nothing(dataClass = "c") String nothing,
            @TruncateIp(dataClass = "c") String truncateIp,

            @TruncateIp(dataClass = "c", v4Bits = 16, v6Bits = 32)
            String truncateIpOptions,

            @TruncateDate(dataClass = "c") String truncateDate,

            @TruncateDate(dataClass = "c", to = Part.MONTH) String truncateDateOptions,

            @ShiftDate(dataClass = "c", days = 365) String shiftDate,

            @ShiftDate(dataClass = "c", days = 7, domain = "d")
            String shiftDateOptions,

            @Bucket(dataClass = "c", size = 10) int bucket,

            @Bucket(dataClass = "c", size = 1_000_000_000_000_000L)
            int bucketLargest) {}

    static Stream<Arguments> masks() {
        return Stream.of(
                Arguments.of("erase", "mask: erase", Masks.erase()),
                Arguments.of("redact", "mask: redact", Masks.redact()),
                Arguments.of(
                        "redactStyle",
                        "mask: redact, style: iban",
                        Masks.redact().style(RedactStyle.IBAN)),
                Arguments.of(
                        "redactKept",
                        "mask: redact, keep-first: 1, keep-last: 2, separators: ' -'",
                        Masks.redact().keepFirst(1).keepLast(2).separators(" -")),
                Arguments.of("hash", "mask: hash", Masks.hash()),
                Arguments.of(
                        "hashOptions",
                        "mask: hash, domain: d, normalize: email",
                        Masks.hash("d").normalize(Normalizer.EMAIL)),
                Arguments.of("tokenize", "mask: tokenize", Masks.tokenize()),
                Arguments.of("tokenizeOptions", "mask: tokenize, domain: d", Masks.tokenize("d")),
                Arguments.of("format", "mask: format-preserving", Masks.formatPreserving()),
                Arguments.of(
                        "formatOptions",
                        "mask: format-preserving, domain: d, alphabet: alphanumeric-upper, separators: /,"
                                + " keep-first: 2, keep-last: 3",
                        Masks.formatPreserving("d")
                                .alphabet(ALPHANUMERIC_UPPER)
                                .separators("/")
                                .keepFirst(2)
                                .keepLast(3)),
                Arguments.of(
                        "formatCard",
                        "mask: format-preserving, keep-first: 6, luhn: invalid",
                        Masks.formatPreserving().keepFirst(6).luhn(Luhn.INVALID)),
                Arguments.of(
                        "formatLower",
                        "mask: format-preserving, alphabet: alphanumeric-lower, separators: ''",
                        Masks.formatPreserving().separators("").alphabet(ALPHANUMERIC_LOWER)),
                Arguments.of(
                        "formatMixed",
                        "mask: format-preserving, alphabet: alphanumeric-mixed",
                        Masks.formatPreserving().alphabet(ALPHANUMERIC_MIXED)),
                Arguments.of(
                        "formatValid",
                        "mask: format-preserving, alphabet: '0123456789', luhn: valid",
                        Masks.formatPreserving().luhn(Luhn.VALID)),
                Arguments.of(
                        "formatOwn",
                        "mask: format-preserving, alphabet: 'ÄÖÜ- ', separators: ''",
                        Masks.formatPreserving().separators("").alphabet("ÄÖÜ- ")),
                Arguments.of("constant", "mask: constant, text: n/a", Masks.constant("n/a")),
                Arguments.of("constantEmpty", "mask: constant, text: ''", Masks.constant("")),
                Arguments.of("nothing", "mask: nothing", Masks.nothing()),
                Arguments.of("truncateIp", "mask: truncate-ip", Masks.truncateIp()),
                Arguments.of(
                        "truncateIpOptions",
                        "mask: truncate-ip, v4-bits: 16, v6-bits: 32",
                        Masks.truncateIp().v4Bits(16).v6Bits(32)),
                Arguments.of("truncateDate", "mask: truncate-date", Masks.truncateDate()),
                Arguments.of(
                        "truncateDateOptions",
                        "mask: truncate-date, to: month",
                        Masks.truncateDate().to(Part.MONTH)),
                Arguments.of("shiftDate", "mask: shift-date, days: 365", Masks.shiftDate(365)),
                Arguments.of("shiftDateOptions", "mask: shift-date, days: 7, domain: d", Masks.shiftDate("d", 7)),
                Arguments.of("bucket", "mask: bucket, size: 10", Masks.bucket(10)),
                Arguments.of(
                        "bucketLargest",
                        "mask: bucket, size: " + MaskReader.LARGEST_BUCKET,
                        Masks.bucket(MaskReader.LARGEST_BUCKET)));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void declarationAnnotationAndCodeGiveEqualMasks(String property, String yaml, Mask mask) {
        Classification inCode = Classification.ofClass("c", mask);

        assertThat(declared(yaml)).isEqualTo(inCode);
        assertThat(ClassScan.of(Annotated.class).named(Set.of(property)).values())
                .isEqualTo(inCode);
    }

    @Test
    void everyMaskAndEveryOptionIsTried() {
        Set<String> tried = masks().map(one -> (String) one.get()[1])
                .flatMap(yaml -> Stream.of(yaml.split(", (?=[a-z0-9-]+: )")))
                .map(part -> part.startsWith("mask: ") ? part.substring("mask: ".length()) : part.replaceAll(":.*", ""))
                .collect(Collectors.toSet());
        Set<String> known = MaskReader.OPTIONS.entrySet().stream()
                .filter(mask -> !mask.getKey().equals("clear"))
                .flatMap(mask -> Stream.concat(Stream.of(mask.getKey()), mask.getValue().stream()))
                .collect(Collectors.toSet());

        assertThat(tried).isEqualTo(known);
    }

    @Test
    void anExemptionIsTheSameInADeclarationAndInCode() {
        assertThat(field("fields: {f: {path: $.f, mask: clear}}\n")).isEqualTo(Classification.exempt());
    }

    @Test
    void everyMaskHasAnAnnotationOfItsNameWithItsOptions() {
        assertThat(ANNOTATIONS.stream().map(type -> optionName(type.getSimpleName())))
                .containsExactlyElementsOf(MaskReader.OPTIONS.keySet());
        for (Class<? extends Annotation> annotation : ANNOTATIONS) {
            assertThat(Arrays.stream(annotation.getDeclaredMethods())
                            .map(Method::getName)
                            .filter(name -> !name.equals("dataClass"))
                            .map(OneGrammarTest::optionName))
                    .as(annotation.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(
                            MaskReader.OPTIONS.get(optionName(annotation.getSimpleName())));
        }
    }

    @Test
    void everyMaskIsAMethodOfItsNameInCode() {
        assertThat(Arrays.stream(Masks.class.getDeclaredMethods()).map(method -> optionName(method.getName())))
                .containsAll(MaskReader.OPTIONS.keySet());
    }

    private static Classification declared(String mask) {
        return field("classes: {c: {mask: erase}}\nfields: {f: {path: $.f, class: c, " + mask + "}}\n");
    }

    private static Classification field(String yaml) {
        Declaration declaration = Declarations.read(DeclarationSource.text("maskwire.yml", yaml));
        return declaration.policy().fields().get(0).classification();
    }

    /** {@code keepFirst} as {@code keep-first}. */
    private static String optionName(String javaName) {
        return javaName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
