package io.maskwire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Bucket;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Constant;
import io.maskwire.policy.Hash;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Nothing;
import io.maskwire.policy.Redact;
import io.maskwire.policy.ShiftDate;
import io.maskwire.policy.TruncateDate;
import io.maskwire.policy.TruncateDateMask.Part;
import io.maskwire.policy.TruncateIp;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskAnnotationsTest {

    record Patient(
            @Nothing String note,
            @Nothing(dataClass = "note") String classified,
            @Constant(text = "n/a") String ward,
            @TruncateIp String address,

            @TruncateIp(v4Bits = 16, v6Bits = 32, dataClass = "ip")
            String network,

            @TruncateDate String birth,
            @TruncateDate(to = Part.MONTH) String admission,
            @ShiftDate(days = 365, dataClass = "visit") String visit,
            @ShiftDate(days = 30, domain = "visits") List<String> visits,
            @Bucket(size = 10) int age,

            @ShiftDate(days = 365) String noDomain,
            @ShiftDate(days = 6, domain = "visits") String fewDays,
            @TruncateIp(v4Bits = 32) String wholeAddress,
            @Bucket(size = 1) int ageItself,
            @Hash(dataClass = "sad") String pin,
            @Redact(keepLast = 1, dataClass = "sad") String cvv) {}

    @Test
    void anAnnotationSaysWhatTheCodeSays() {
        assertThat(said("note")).isEqualTo(Classification.ofMask(Masks.nothing()));
        assertThat(said("classified")).isEqualTo(Classification.ofClass("note", Masks.nothing()));
        assertThat(said("ward")).isEqualTo(Classification.ofMask(Masks.constant("n/a")));
        assertThat(said("address")).isEqualTo(Classification.ofMask(Masks.truncateIp()));
        assertThat(said("network"))
                .isEqualTo(Classification.ofClass(
                        "ip", Masks.truncateIp().v4Bits(16).v6Bits(32)));
        assertThat(said("birth")).isEqualTo(Classification.ofMask(Masks.truncateDate()));
        assertThat(said("admission"))
                .isEqualTo(Classification.ofMask(Masks.truncateDate().to(Part.MONTH)));
        assertThat(said("visit")).isEqualTo(Classification.ofClass("visit", Masks.shiftDate(365)));
        assertThat(said("visits")).isEqualTo(Classification.ofMask(Masks.shiftDate("visits", 30)));
        assertThat(said("age")).isEqualTo(Classification.ofMask(Masks.bucket(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noDomain", "fewDays", "wholeAddress", "ageItself", "pin", "cvv"})
    void oneThatCannotBeUsedErasesAndIsReported(String property) {
        assertThat(said(property)).isEqualTo(Classification.ofMask(Masks.erase()));
        assertThat(ClassScan.of(Patient.class).problems())
                .anyMatch(problem -> problem.contains(property) && problem.contains("can't be used: "));
    }

    private static Classification said(String property) {
        return ClassScan.of(Patient.class).named(Set.of(property)).values();
    }
}
