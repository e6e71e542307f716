package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import org.junit.jupiter.api.Test;

/** Runs with a Jackson below the oldest that can be masked, and nowhere else. */
class TooOldJackson2 {

    @Test
    void isRefusedWithItsVersionAndTheRemedy() {
        Jackson2MaskingModule module =
                Jackson2MaskingModule.of(Masking.of(MaskingPolicy.builder().build()));
        JsonMapper mapper = new JsonMapper();

        assertThat(PackageVersion.VERSION.getMinorVersion()).isLessThan(19);
        assertThatThrownBy(() -> mapper.registerModule(module))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Jackson 2.19 or newer")
                .hasMessageContaining(PackageVersion.VERSION.toString())
                .hasMessageContaining("com.fasterxml.jackson.core:jackson-databind");
    }
}
