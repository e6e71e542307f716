package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Classes of Kotlin as Java sees them. */
class KotlinTest extends Jackson3Test {

    @Override
    Stream<Case> cases() {
        return KotlinCases.cases();
    }

    @Override
    Stream<Case> casesForPaths() {
        return KotlinCases.casesForPaths();
    }

    @Test
    void whatHasAnotherNameThanItsMarkedFieldIsRefused() {
        Masking masking = Masking.of(
                MaskingPolicy.builder().dataClass("secret", Masks.erase()).build());

        for (Object value : List.of(KotlinShapesKt.withValue(), new KotlinIs("visible", Case.SECRET))) {
            assertThatThrownBy(() -> write(Case.of("refused", value), masking, Audience.anonymous()))
                    .hasMessageContaining("can't be masked")
                    .hasMessageNotContaining(Case.SECRET);
        }
    }
}
