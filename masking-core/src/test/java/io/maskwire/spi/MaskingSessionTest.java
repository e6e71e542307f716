package io.maskwire.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.MaskingEvent.Action;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskingSessionTest {

    private static final Classification PAN = Classification.ofClass("pan");
    private static final Classification EMAIL = Classification.ofClass("email");
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
}
