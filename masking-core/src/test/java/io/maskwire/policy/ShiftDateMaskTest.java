package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftDateMaskTest {

    /** A clock that runs so many days late, for everybody. */
    private record Shifted(int days, Optional<Subject> subject) implements MaskContext, MaskKeys {

        @Override
        public int shift(String domain, int most, Subject about) {
            return days;
        }

        @Override
        public Optional<String> dataClass() {
            return Optional.of("born");
        }

        @Override
        public Audience audience() {
            return Audience.anonymous();
        }

        @Override
        public ValueKind kind() {
            return ValueKind.STRING;
        }

        @Override
        public MaskKeys keys() {
            return this;
        }

        @Override
        public String hash(String domain, Normalizer normalizer, String original) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String tokenize(String domain, String original) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String preserveFormat(String domain, PreservedFormat format, String original) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean madeToken(String domain, String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean madeHash(String domain, Normalizer normalizer, String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<MaskKeys> ofEachKey() {
            return List.of(this);
        }
    }

    private static final Subject PATIENT = Subject.of("patient-4711");

    private static String shifted(int days, String original) {
        return Masks.shiftDate(365).mask(original, new Shifted(days, Optional.of(PATIENT)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1984-02-28, 1984-02-29",
        "-1, 1985-03-01, 1985-02-28",
        "365, 1984-02-29, 1985-02-28",
        "-31, ' 2026-01-31 ', 2025-12-31",
        "1, 1984-02-28T23:59, 1984-02-29T23:59",
        "1, 1984-02-28T23:59:59.123456789Z, 1984-02-29T23:59:59.123456789Z",
        "1, 1984-12-31T00:00:00+01:00, 1985-01-01T00:00:00+01:00",
        "1, 1984-12-31T00:00:00.000+0000, 1985-01-01T00:00:00.000+0000",
        "1, 0000-01-01, 0000-01-02",
        "1, 9999-12-30, 9999-12-31",
    })
    void aDateMovesAndTimeAndOffsetStay(int days, String original, String expected) {
        assertThat(shifted(days, original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1984",
                "1985-02-29",
                "1984-2-9",
                "29.02.1984",
                "１９８４-02-28",
                "+1984-02-28",
                "-0001-02-28",
                "12345-02-28",
                "1984-02-28 10:00",
                "1984-02-28T",
                "1984-02-28T24:00",
                "1984-02-28T10:60",
                "1984-02-28T10:00:00.",
                "1984-02-28T10:00:00.1234567890",
                "1984-02-28T10:00+19:00",
                "1984-02-28T10:00+01",
                "1984-02-28T10:00+01:00[Europe/Zurich]",
                "1984-02-28T4111111111111111",
                "1984-02-28T10:00 Zoë",
            })
    void whatIsNoDateOrHasMoreBehindItBecomesTheMarker(String original) {
        assertThat(shifted(1, original)).isEqualTo(Masks.MARKER);
    }

    @Test
    void aDateMovedOutOfFourDigitYearsBecomesTheMarker() {
        assertThat(shifted(1, "9999-12-31")).isEqualTo(Masks.MARKER);
        assertThat(shifted(-1, "0000-01-01T10:00Z")).isEqualTo(Masks.MARKER);
    }

    @Test
    void withoutASubjectNothingIsMasked() {
        assertThatThrownBy(() -> Masks.shiftDate(365).mask("1984-02-29", new Shifted(1, Optional.empty())))
                .isInstanceOfSatisfying(
                        UnmaskableException.class,
                        e -> assertThat(e.reason()).isEqualTo(UnmaskableException.Reason.NO_SUBJECT));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, 3651, Integer.MAX_VALUE})
    void daysOutOfRangeAreRefused(int days) {
        assertThatThrownBy(() -> Masks.shiftDate(days)).hasMessage("shiftDate needs 7 to 3650 days, but was " + days);
    }

    @Test
    void printsAsTheCodeThatMadeItAndIsEqualByItsOptions() {
        assertThat(Masks.shiftDate(7)).hasToString("shiftDate(7)");
        assertThat(Masks.shiftDate("visits", 3650)).hasToString("shiftDate(\"visits\", 3650)");
        assertThat(Masks.shiftDate(7))
                .isEqualTo(Masks.shiftDate(7))
                .hasSameHashCodeAs(Masks.shiftDate(7))
                .isNotEqualTo(Masks.shiftDate(8))
                .isNotEqualTo(Masks.shiftDate("visits", 7));
        assertThat(Classification.ofClass("born", Masks.shiftDate(30)))
                .isEqualTo(Classification.ofClass("born", Masks.shiftDate("born", 30)));
        assertThatThrownBy(() -> Classification.ofMask(Masks.shiftDate(30)))
                .hasMessageContaining("shiftDate(30) on a field without a data class needs a domain of its own");
        assertThatThrownBy(() -> Masks.shiftDate(" ", 30)).hasMessageContaining("A domain needs a name");
    }

    @Test
    void aSubjectPrintsWithoutItsIdentifier() {
        assertThat(PATIENT).hasToString("Subject[not shown]").isEqualTo(Subject.of("patient-4711"));
        assertThat(PATIENT).hasSameHashCodeAs(Subject.of("patient-4711")).isNotEqualTo(Subject.of("patient-4712"));
        assertThatThrownBy(() -> Subject.of(" \t")).hasMessageContaining("can't be blank");
        assertThatThrownBy(() -> Subject.of("patient\uD83D"))
                .hasMessageContaining("well-formed")
                .hasMessageNotContaining("patient");
    }
}
