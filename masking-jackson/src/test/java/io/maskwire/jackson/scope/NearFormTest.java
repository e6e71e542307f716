package io.maskwire.jackson.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.spi.FixedForm;
import io.maskwire.spi.FixedForms;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.Outlet;
import org.junit.jupiter.api.Test;

class NearFormTest {

    private static final Classification SECRET = Classification.ofClass("secret");
    private static final Audience READER = Audience.role("reader");

    private final FixedForms anonymous;
    private final FixedForms reader;
    private final NearForm near = new NearForm(SECRET);

    NearFormTest() {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("secret", Masks.erase())
                .audience(READER, grant -> grant.inClear("secret"))
                .build();
        MaskingEngine engine = Masking.of(policy).engine();
        anonymous = engine.fixedForms(Outlet.JSON, Audience.anonymous());
        reader = engine.fixedForms(Outlet.JSON, READER);
    }

    @Test
    void whoComesSecondGetsItsOwnForm() {
        FixedForm masked = near.of(anonymous);
        assertThat(masked).isNotNull().isSameAs(anonymous.fixedForm(SECRET));
        assertThat(near.of(reader)).isNull();
        assertThat(near.of(anonymous)).isSameAs(masked);
    }

    @Test
    void thatThereIsNoFixedFormIsNotKeptForOthers() {
        assertThat(near.of(reader)).isNull();
        assertThat(near.of(anonymous)).isNotNull();
        assertThat(near.of(reader)).isNull();
    }

    @Test
    void aValueWithoutMarksHasNoFixedForm() {
        assertThat(new NearForm(null).of(anonymous)).isNull();
    }
}
