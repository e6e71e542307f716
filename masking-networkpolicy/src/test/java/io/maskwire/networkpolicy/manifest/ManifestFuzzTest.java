package io.maskwire.networkpolicy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.maskwire.networkpolicy.manifest.RefusedManifestException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any bytes at all are read or refused with places, and never anything else; what is refused is not quoted. The seeds
 * run in every build; with {@code JAZZER_FUZZ=1} and {@code -Djazzer.hooks=true} the fuzzer looks for more.
 */
class ManifestFuzzTest {

    private static final String CANARY = "4111111111111111";

    @FuzzTest
    void anyText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Resources resources = ManifestReader.read(List.of(ManifestSource.text("any.yaml", text)));
            assertThat(resources.findings().toString()).doesNotContain(CANARY);
        } catch (RefusedManifestException refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(ManifestFuzzTest::isTold);
        }
    }

    private static void isTold(Problem problem) {
        assertThat(problem.place().line()).isPositive();
        assertThat(problem.place().column()).isPositive();
        assertThat(problem.remedy()).isNotBlank();
        assertThat(problem.toString()).doesNotContain(CANARY);
    }
}
