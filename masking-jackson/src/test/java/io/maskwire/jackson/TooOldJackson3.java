package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.cfg.PackageVersion;
import tools.jackson.databind.json.JsonMapper;

/** Runs with a Jackson below the oldest that can be masked, and nowhere else. */
class TooOldJackson3 {

    @Test
    void isRefusedWithItsVersionAndTheRemedy() {
        MaskingModule module =
                MaskingModule.of(Masking.of(MaskingPolicy.builder().build()));

        assertThat(PackageVersion.VERSION.getMinorVersion()).isZero();
        assertThatThrownBy(() -> JsonMapper.builder().addModule(module).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Jackson 3.1 or newer")
                .hasMessageContaining(PackageVersion.VERSION.toString())
                .hasMessageContaining("tools.jackson.core:jackson-databind");
    }
}
