package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Subject;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By how many days dates of a subject are moved. */
class ShiftTest {

    private final Pseudonyms pseudonyms = Pseudonyms.of(TestRings.withPrimary("k1"), "");

    @ParameterizedTest
    @ValueSource(ints = {7, 30, 365})
    void everyShiftInRangeIsAsFrequentAsAnother(int most) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        int each = 400;
        for (int i = 0; i < 2 * most * each; i++) {
            counts.merge(pseudonyms.shift("born", most, Subject.of("patient-" + i)), 1, Integer::sum);
        }

        assertThat(counts.firstKey()).isEqualTo(-most);
        assertThat(counts.lastKey()).isEqualTo(most);
        assertThat(counts).hasSize(2 * most).doesNotContainKey(0);
        // Six standard deviations of a fair draw.
        assertThat(counts.values()).allMatch(count -> Math.abs(count - each) < 6 * Math.sqrt(each));
    }

    @Test
    void oneSubjectMovesAlikeAndEverythingElseApart() {
        Subject subject = Subject.of("Zoë 🚀");
        int shift = pseudonyms.shift("born", 3650, subject);
        Set<Integer> others = new HashSet<>();
        others.add(pseudonyms.shift("born", 3650, Subject.of("Zoe 🚀")));
        others.add(pseudonyms.shift("visits", 3650, subject));
        others.add(pseudonyms.shift("born", 3649, subject));
        others.add(Pseudonyms.of(TestRings.withPrimary("k1"), "acme").shift("born", 3650, subject));
        others.add(Pseudonyms.of(TestRings.withPrimary("k2"), "").shift("born", 3650, subject));

        assertThat(pseudonyms.shift("born", 3650, subject)).isEqualTo(shift);
        assertThat(Pseudonyms.of(TestRings.withPrimary("k1"), "").shift("born", 3650, Subject.of("Zoë 🚀")))
                .isEqualTo(shift);
        assertThat(others).hasSize(5).doesNotContain(shift);
    }
}
