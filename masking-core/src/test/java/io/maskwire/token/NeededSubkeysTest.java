package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported for a policy is all that its masks need. */
class NeededSubkeysTest {

    private static final String TENANT = "acme";

    @TempDir
    Path directory;

    @Test
    void withTheExportedSubkeysEachKeyedMaskGivesTheSame() throws IOException {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("hash", Masks.hash())
                .dataClass("normalized", Masks.hash("other").normalize(Normalizer.ISO_DATE))
                .dataClass("token", Masks.tokenize())
                .dataClass("format", Masks.formatPreserving().alphabet(Alphabet.DIGITS + "T"))
                .dataClass("shift", Masks.shiftDate(365))
                .dataClass("granted", Masks.erase())
                .audience(Audience.role("study"), grant -> grant.mask("granted", Masks.shiftDate("visits", 30)))
                .build();
        KeyRing whole = TestRings.withPrimary("k1");
        Files.writeString(
                directory.resolve("k1.subkeys"), whole.export("k1", NeededSubkeys.of(policy.keyUses(), TENANT)));
        Masking all = masking(policy, whole);
        Masking some = masking(policy, KeyRing.from(KeySource.directory(directory)));

        for (String dataClass : policy.dataClasses()) {
            assertThat(masked(some, dataClass))
                    .as(dataClass)
                    .isEqualTo(masked(all, dataClass))
                    .isNotEqualTo(Masks.MARKER);
        }
    }

    private static String masked(Masking masking, String dataClass) {
        return masking.mask(dataClass, "1984-02-29", Audience.role("study"), Subject.of("patient-4711"));
    }

    private static Masking masking(MaskingPolicy policy, KeyRing ring) {
        return Masking.builder(policy).keys(ring).tenant(TENANT).build();
    }
}
