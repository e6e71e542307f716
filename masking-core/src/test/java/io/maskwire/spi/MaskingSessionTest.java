package io.maskwire.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Mask;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.MaskingEvent.Action;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingSessionTest {

    private static final Classification PAN = Classification.ofClass("pan");
    private static final Classification EMAIL = Classification.ofClass("email");
    private static final String CARD = "4111111111111111";
    private static final Audience DESK = Audience.role("fraud-desk");

    private final EventCounts counts = new EventCounts();
    private final MaskingEngine engine = Masking.builder(MaskingPolicy.builder()
                    .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                    .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                    .audience(DESK, grant -> grant.inClear("pan").mask("email", Masks.erase()))
                    .build())
            .events(counts)
            .build()
            .engine();

    @Test
    void aDocumentWithoutClassifiedValuesMetNothing() {
        MaskingSession session = engine.open(Outlet.JSON, DESK);

        session.leaves(null);
        session.leaves(Classification.exempt());

        assertThat(session.metClassified()).isFalse();
        assertThat(session.metGranted()).isFalse();
    }

    @Test
    void aValueInClearIsGranted() {
        MaskingSession session = engine.open(Outlet.JSON, DESK);

        session.leaves(PAN);

        assertThat(session.metClassified()).isTrue();
        assertThat(session.metGranted()).isTrue();
    }

    @Test
    void aMaskOfTheAudiencesOwnIsGranted() {
        MaskingSession session = engine.open(Outlet.JSON, DESK);

        session.mask(EMAIL, "zoe@example.com", ValueKind.STRING);

        assertThat(session.metGranted()).isTrue();
    }

    @Test
    void whatEverybodySeesIsNotGranted() {
        MaskingSession session = engine.open(Outlet.JSON, Audience.anonymous());

        session.leaves(PAN);
        session.mask(EMAIL, "zoe@example.com", ValueKind.STRING);

        assertThat(session.metClassified()).isTrue();
        assertThat(session.metGranted()).isFalse();
    }

    @Test
    void aCountingSessionLeavesEverythingAndCountsWhatWouldBeRefused() {
        MaskingSession session = engine.openCounting(Outlet.HTTP_REQUEST);

        assertThat(session.leaves(PAN)).isTrue();
        assertThat(session.leaves(null)).isTrue();
        assertThat(counts.of(new MaskingEvent(Action.WOULD_REFUSE, Outlet.HTTP_REQUEST, "pan", "unknown")))
                .isEqualTo(1);
        assertThat(counts.of(new MaskingEvent(Action.REFUSED, Outlet.HTTP_REQUEST, "pan", "unknown")))
                .isZero();
    }

    private static final Classification GONE = Classification.ofMask(Masks.nothing());

    @Test
    void nothingIsWrittenAsNullAndCountedAsMasked() {
        MaskingSession session = engine.open(Outlet.JSON, DESK);

        assertThat(session.leaves(GONE)).isFalse();
        assertThat(session.writesNull(GONE)).isTrue();
        assertThat(counts.snapshot())
                .containsExactly(Map.entry(new MaskingEvent(Action.MASKED, Outlet.JSON, "-", "role:fraud-desk"), 1L));
    }

    @Test
    void nothingIsTheMarkerWhereATextIsNeeded() {
        MaskingSession session = engine.open(Outlet.JSON, DESK);

        assertThat(session.mask(GONE, "Zoë", ValueKind.NAME)).isEqualTo(Masks.MARKER);
        assertThat(counts.of(new MaskingEvent(Action.MASKED, Outlet.JSON, "-", "role:fraud-desk")))
                .isEqualTo(1);
    }

    @Test
    void onlyNothingItselfIsWrittenAsNull() {
        MaskingSession session = engine.open(Outlet.JSON, DESK);
        MaskingSession unknown = engine.open(Outlet.JSON, Audience.role("nobody-knows"));

        assertThat(session.writesNull(EMAIL)).isFalse();
        assertThat(session.writesNull(null)).isFalse();
        assertThat(session.writesNull(Classification.ofMask(Masks.redact().then(Masks.nothing()))))
                .isFalse();
        assertThat(session.writesNull(GONE.and(Classification.ofMask(Masks.redact()))))
                .as("two masks that disagree")
                .isFalse();
        assertThat(unknown.writesNull(GONE)).as("an unknown audience").isFalse();
        assertThat(counts.snapshot()).isEmpty();
    }

    /** In Kotlin, a mask may throw this without saying so. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> String thrown(Throwable failure) throws E {
        throw (E) failure;
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException(CARD),
                new IOException(CARD),
                new AssertionError(CARD),
                new StackOverflowError(CARD),
                new NoClassDefFoundError(CARD));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverAMaskThrowsItsValueBecomesTheMarker(Throwable failure) {
        Masking masking = masking(Masks.of(original -> MaskingSessionTest.<RuntimeException>thrown(failure)));

        assertThat(masking.mask("x", CARD, Audience.anonymous())).isEqualTo(Masks.MARKER);
        assertThat(masking.unchanged("x", Audience.anonymous(), CARD, Masks.MARKER))
                .isTrue();
        assertThat(counts.of(new MaskingEvent(Action.UNMASKABLE, Outlet.CALL, "x", "anonymous")))
                .isEqualTo(1);
    }

    @Test
    void anExhaustedMachineIsNotTakenForAValueThatNoMaskTakes() {
        Masking masking = masking(Masks.of(
                original -> MaskingSessionTest.<RuntimeException>thrown(new OutOfMemoryError("for the test"))));

        assertThatThrownBy(() -> masking.mask("x", CARD, Audience.anonymous())).isInstanceOf(OutOfMemoryError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghij\ud800", "\udc00abcdefghij", "abcde\ud800fghij", "\udc00\ud800abcdefghij"})
    void aSurrogateWithoutItsPairIsMaskedAlikeInATextAndInJson(String original) {
        Masking masking = masking(Masks.redact().keepLast(2));
        String json = original.replace("\ud800", "\\ud800").replace("\udc00", "\\udc00");

        assertThat(masking.mask("x", original, Audience.anonymous())).isEqualTo(Masks.MARKER);
        assertThat(masking.json().mask("{\"x\":\"" + json + "\"}", Audience.anonymous()))
                .isEqualTo("{\"x\":\"[masked]\"}");
        assertThat(masking.text().mask("x=" + original, Audience.anonymous())).isEqualTo("x=[masked]");
    }

    @Test
    void aMaskWithOneFormNeedsToReadNothing() {
        assertThat(masking(Masks.constant("none")).mask("x", "\ud800", Audience.anonymous()))
                .isEqualTo("none");
    }

    private Masking masking(Mask mask) {
        return Masking.builder(MaskingPolicy.builder()
                        .dataClass("x", mask)
                        .field("$.x", "x")
                        .build())
                .events(counts)
                .build();
    }
}
