package io.maskwire;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.key.KeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Mask;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.Recognition;
import io.maskwire.policy.RedactStyle;
import io.maskwire.spi.EventCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 6: a masked value that comes back is not stored as a real one. */
class WriteBackTest {

    private static final Audience ANYBODY = Audience.anonymous();
    private static final String CARD = "4111111111111111";
    private static final String OTHER_CARD = "5555555555554444";

    static List<Mask> exact() {
        return List.of(
                Masks.erase(),
                Masks.redact(),
                Masks.constant("hidden"),
                Masks.hash(),
                Masks.hash("d").normalize(Normalizer.DIGITS),
                Masks.tokenize(),
                Masks.tokenize("d"),
                Masks.redact().keepLast(4).then(Masks.tokenize()),
                Masks.named("mine", Masks.hash("d")));
    }

    static List<Mask> unsure() {
        return List.of(
                Masks.redact().style(RedactStyle.IP),
                Masks.redact().style(RedactStyle.DATE),
                Masks.formatPreserving(),
                Masks.bucket(10),
                Masks.truncateIp(),
                Masks.truncateDate(),
                Masks.of(original -> "x"),
                (original, context) -> original.substring(0, 2));
    }

    @ParameterizedTest
    @MethodSource("exact")
    void anExactMaskKnowsItsOwnOutputAndNothingElse(Mask mask) {
        Masking masking = masking(mask, TestKeys.ring("k1"));
        String masked = masking.mask("x", CARD, ANYBODY);

        assertThat(masking.recognises("x", ANYBODY, masked)).isEqualTo(Recognition.MASKED);
        for (String real :
                List.of(CARD, "", masked + " ", " " + masked, masked.substring(1), "mw1.k1.AAAA", "mh1.k1")) {
            assertThat(masking.recognises("x", ANYBODY, real)).isEqualTo(Recognition.NOT_MASKED);
        }
    }

    /** What is redacted so that something of it stays visible, each with originals. */
    static List<Arguments> redacted() {
        return List.of(
                Arguments.of(Masks.redact().keepLast(4), List.of(CARD, "山田花子山田花子山田花子", "é".repeat(12))),
                Arguments.of(
                        Masks.redact().keepFirst(2), List.of(CARD, "**a*b*", "Zoë Müller", "👩‍👩‍👧ab👨‍👩‍👧cde")),
                Arguments.of(Masks.redact().keepFirst(1).keepLast(1), List.of(CARD, "*abcd*", "** ** **")),
                Arguments.of(Masks.redact().style(RedactStyle.EMAIL), List.of("zoe@example.com", "ë@example.org")),
                Arguments.of(Masks.redact().style(RedactStyle.PHONE), List.of("+1 202 555 0143", "030 123456")),
                Arguments.of(Masks.redact().style(RedactStyle.PAN), List.of(CARD, "4222222222222")),
                Arguments.of(
                        Masks.redact().style(RedactStyle.PAN_BIN8), List.of(CARD, "378282246310005", "4222222222222")),
                Arguments.of(Masks.redact().style(RedactStyle.IBAN), List.of("DE89370400440532013000")),
                Arguments.of(Masks.redact().style(RedactStyle.SSN), List.of("078-05-1120")),
                Arguments.of(Masks.redact().style(RedactStyle.NAME), List.of("Zoë Müller", "山田花子", "Łęcka")),
                Arguments.of(Masks.redact().style(RedactStyle.POSTCODE_UK), List.of("SW1A 2AA", "M1 1AE")),
                Arguments.of(Masks.tokenize().then(Masks.redact().keepFirst(4)), List.of(CARD)));
    }

    @ParameterizedTest
    @MethodSource("redacted")
    void whatWasRedactedIsKnownByItsFormAndNothingElseIs(Mask mask, List<String> originals) {
        Masking masking = masking(mask, TestKeys.ring("k1"));
        for (String original : originals) {
            String masked = masking.mask("x", original, ANYBODY);
            assertThat(masked).contains("***");

            assertThat(masking.recognises("x", ANYBODY, masked)).isEqualTo(Recognition.MASKED);
            for (String real : List.of(original, "", "***", masked + "!", "new" + masked, masked + masked)) {
                assertThat(masking.recognises("x", ANYBODY, real)).as(real).isEqualTo(Recognition.NOT_MASKED);
            }
        }
    }

    @Test
    void aLongTextIsNoRedactedOneAndTakesNoTime() {
        Masking masking = masking(Masks.redact().keepFirst(300).keepLast(300), TestKeys.ring("k1"));

        assertThat(masking.recognises("x", ANYBODY, "*".repeat(1 << 20))).isEqualTo(Recognition.NOT_MASKED);
        assertThat(masking.recognises("x", ANYBODY, "*".repeat(14_000))).isEqualTo(Recognition.NOT_MASKED);
        assertThat(masking.recognises("x", ANYBODY, "*".repeat(604))).isEqualTo(Recognition.MASKED);
    }

    @ParameterizedTest
    @MethodSource("unsure")
    void aMaskWhoseOutputLooksLikeOtherValuesSaysThatItCannotTell(Mask mask) {
        Masking masking = masking(mask, TestKeys.ring("k1"));

        assertThat(masking.recognises("x", ANYBODY, masking.mask("x", "2001-02-03", ANYBODY) + "1"))
                .isEqualTo(Recognition.CANNOT_TELL);
        assertThat(masking.recognises("x", ANYBODY, CARD)).isEqualTo(Recognition.CANNOT_TELL);
    }

    @ParameterizedTest
    @MethodSource({"exact", "unsure"})
    void theMarkerIsAlwaysKnownExceptWhereOriginalsAreShown(Mask mask) {
        Masking masking = masking(mask, TestKeys.ring("k1"));

        assertThat(masking.recognises("x", ANYBODY, Masks.MARKER)).isEqualTo(Recognition.MASKED);
        assertThat(masking.recognises("x", Audience.role("unheard-of"), Masks.MARKER))
                .isEqualTo(Recognition.MASKED);
        assertThat(masking.recognises("x", Audience.role("desk"), Masks.MARKER)).isEqualTo(Recognition.NOT_MASKED);
    }

    @ParameterizedTest
    @MethodSource({"exact", "unsure"})
    void whatSomebodyWasShownIsUnchanged(Mask mask) {
        Masking masking = masking(mask, TestKeys.ring("k1"));
        for (String stored : List.of(CARD, "", "203.0.113.77", "1984-02-29", "4711", "4111\ud800", "[masked]")) {
            String shown = masking.mask("x", stored, ANYBODY);

            assertThat(masking.unchanged("x", ANYBODY, stored, shown)).isTrue();
            assertThat(masking.unchanged("x", ANYBODY, stored, shown + "1")).isFalse();
            assertThat(masking.unchanged("x", ANYBODY, stored, "new " + CARD)).isFalse();
            assertThat(masking.unchanged("x", Audience.role("desk"), stored, stored))
                    .isTrue();
            assertThat(masking.unchanged("x", Audience.role("desk"), stored, stored + "1"))
                    .isFalse();
        }
    }

    @Test
    void aTokenOrHashOfAnotherValueIsAChangeThoughItIsRecognised() {
        for (Mask mask : List.of(Masks.tokenize(), Masks.hash())) {
            Masking masking = masking(mask, TestKeys.ring("k1"));
            String shown = masking.mask("x", OTHER_CARD, ANYBODY);

            assertThat(masking.recognises("x", ANYBODY, shown)).isEqualTo(Recognition.MASKED);
            assertThat(masking.unchanged("x", ANYBODY, CARD, shown)).isFalse();
        }
    }

    @Test
    void whatWasShownBeforeTheKeyWasChangedIsUnchangedAfter() {
        for (Mask mask : List.of(
                Masks.tokenize(),
                Masks.hash(),
                Masks.formatPreserving(),
                Masks.hash("d").then(Masks.redact().keepLast(4)))) {
            String shown = masking(mask, TestKeys.ring("k1")).mask("x", CARD, ANYBODY);

            assertThat(masking(mask, TestKeys.ring("k2", "k1")).unchanged("x", ANYBODY, CARD, shown))
                    .isTrue();
            assertThat(masking(mask, TestKeys.ring("k2")).unchanged("x", ANYBODY, CARD, shown))
                    .isFalse();
        }
    }

    @Test
    void anotherTenantDomainOrKeyIsNotRecognised() {
        Masking masking = masking(Masks.tokenize("d"), TestKeys.ring("k1"));
        String masked = masking.mask("x", CARD, ANYBODY);
        List<Masking> others = List.of(
                masking(Masks.tokenize("e"), TestKeys.ring("k1")),
                masking(Masks.tokenize("d"), TestKeys.ring("k2")),
                Masking.builder(policy(Masks.tokenize("d")))
                        .keys(TestKeys.ring("k1"))
                        .tenant("acme")
                        .build());

        assertThat(others)
                .allSatisfy(other ->
                        assertThat(other.recognises("x", ANYBODY, masked)).isEqualTo(Recognition.NOT_MASKED));
    }

    @Test
    void aValueWithASurrogateThatHasNoPairShowedTheMarker() {
        Masking masking = masking(Masks.of(original -> original), TestKeys.ring("k1"));

        assertThat(masking.unchanged("x", ANYBODY, "\ud800", Masks.MARKER)).isTrue();
        assertThat(masking.unchanged("x", ANYBODY, "\ud800", "\ud800")).isFalse();
        assertThat(masking.unchanged("x", ANYBODY, "\ud800", "?")).isFalse();
    }

    @Test
    void aMaskThatFailsShowedTheMarker() {
        Mask failing = (original, context) -> {
            throw new IllegalStateException(original);
        };
        Masking masking = masking(failing, TestKeys.ring("k1"));

        assertThat(masking.unchanged("x", ANYBODY, CARD, Masks.MARKER)).isTrue();
        assertThat(masking.unchanged("x", ANYBODY, CARD, CARD)).isFalse();
        assertThat(masking.unchanged("no-class", ANYBODY, CARD, Masks.MARKER)).isTrue();
    }

    @Test
    void reportModeShowedTheOriginal() {
        Masking masking = Masking.builder(policy(Masks.erase()))
                .keys(TestKeys.ring("k1"))
                .mode(Mode.REPORT)
                .build();

        assertThat(masking.unchanged("x", ANYBODY, CARD, CARD)).isTrue();
        assertThat(masking.unchanged("x", ANYBODY, CARD, Masks.MARKER)).isFalse();
        assertThat(masking.recognises("x", ANYBODY, Masks.MARKER)).isEqualTo(Recognition.NOT_MASKED);
    }

    @Test
    void askingCountsNothingBecauseNothingLeaves() {
        EventCounts events = new EventCounts();
        Masking masking = Masking.builder(policy(Masks.tokenize()))
                .keys(TestKeys.ring("k1"))
                .events(events)
                .build();

        masking.recognises("x", ANYBODY, CARD);
        masking.unchanged("x", ANYBODY, CARD, CARD);

        assertThat(events.snapshot()).isEmpty();
    }

    private static Masking masking(Mask mask, KeyRing ring) {
        return Masking.builder(policy(mask)).keys(ring).build();
    }

    private static MaskingPolicy policy(Mask mask) {
        return MaskingPolicy.builder()
                .dataClass("x", mask)
                .audience(Audience.role("desk"), grant -> grant.inClear("x"))
                .build();
    }
}
