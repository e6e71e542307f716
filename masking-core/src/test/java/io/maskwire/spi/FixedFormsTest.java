package io.maskwire.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.spi.MaskingEvent.Action;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FixedFormsTest {

    private static final Classification SECRET = Classification.ofClass("secret");
    private static final Classification EMAIL = Classification.ofClass("email");
    private static final Classification NOTE = Classification.ofClass("note");
    private static final Audience DESK = Audience.role("fraud-desk");
    private static final MaskingPolicy POLICY = MaskingPolicy.builder()
            .dataClass("secret", Masks.erase())
            .dataClass("email", Masks.hash("email"))
            .dataClass("note", Masks.nothing())
            .audience(DESK, grant -> grant.inClear("secret").mask("email", Masks.constant("hidden")))
            .build();

    private final EventCounts counts = new EventCounts();

    private MaskingEngine engine(Mode mode) {
        return Masking.builder(POLICY)
                .keys(KeyRing.from(KeySource.development()))
                .mode(mode)
                .events(counts)
                .build()
                .engine();
    }

    private @Nullable FixedForm form(Classification classification, Audience audience) {
        return engine(Mode.ENFORCE).fixedForms(Outlet.JSON, audience).fixedForm(classification);
    }

    private void assertWritten(String text, Action action, Classification classification, Audience audience) {
        FixedForm form = Objects.requireNonNull(form(classification, audience));

        assertThat(counts.snapshot()).isEmpty();
        assertThat(form.counted()).isEqualTo(text);
        assertThat(counts.snapshot().keySet()).extracting(MaskingEvent::action).containsExactly(action);
    }

    @Test
    void aTextForAllValuesIsCountedWhereItIsWritten() {
        assertWritten(Masks.MARKER, Action.MASKED, SECRET, Audience.anonymous());
    }

    @Test
    void eachAudienceHasItsOwn() {
        assertWritten("hidden", Action.MASKED, EMAIL, DESK);
        assertThat(form(EMAIL, Audience.anonymous())).isNull();
    }

    @Test
    void anAudienceNobodyDeclaredIsUnknown() {
        assertWritten(Masks.MARKER, Action.UNKNOWN_AUDIENCE, EMAIL, Audience.role("nobody"));
    }

    @Test
    void whatIsGivenInClearHasNone() {
        assertThat(form(SECRET, DESK)).isNull();
    }

    @Test
    void whatDependsOnTheValueHasNone() {
        assertThat(form(EMAIL, Audience.anonymous())).isNull();
    }

    @Test
    void whatIsWrittenAsNullHasNone() {
        assertThat(form(NOTE, Audience.anonymous())).isNull();
    }

    @Test
    void whatIsOnlyCountedHasNone() {
        MaskingEngine reporting = engine(Mode.REPORT);

        assertThat(reporting.fixedForms(Outlet.JSON, Audience.anonymous()).fixedForm(SECRET))
                .isNull();
        assertThat(reporting.open(Outlet.JSON, Audience.anonymous()).fixedForm(SECRET))
                .isNull();
    }

    @Test
    void aSessionThatRefusesHasNone() {
        MaskingSession refusing = engine(Mode.ENFORCE).openRefusing(Outlet.JSON, IllegalStateException::new);

        assertThat(refusing.fixedForm(SECRET)).isNull();
        assertThat(counts.snapshot()).isEqualTo(Map.of());
    }

    @Test
    void documentsToOneAudienceShareThem() {
        MaskingEngine engine = engine(Mode.ENFORCE);

        assertThat(engine.fixedForms(Outlet.JSON, DESK)).isSameAs(engine.fixedForms(Outlet.JSON, DESK));
    }

    @Test
    void moreAudiencesThanAreKeptEachHaveTheirOwn() {
        MaskingEngine engine = engine(Mode.ENFORCE);
        engine.fixedForms(Outlet.JSON, DESK);

        for (int i = 0; i < 1000; i++) {
            FixedForms forms = engine.fixedForms(Outlet.JSON, Audience.role("role-" + i));

            assertThat(Objects.requireNonNull(forms.fixedForm(EMAIL)).counted()).isEqualTo(Masks.MARKER);
        }
        assertThat(Objects.requireNonNull(engine.fixedForms(Outlet.JSON, DESK).fixedForm(EMAIL))
                        .counted())
                .isEqualTo("hidden");
    }
}
