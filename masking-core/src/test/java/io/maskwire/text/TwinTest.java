package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Random texts of whole, cut and joined values: what is found is what a slow twin finds. */
class TwinTest {

    private static final int TEXTS = 4000;
    private static final Set<Rank> COMPARED = EnumSet.of(Rank.PAN, Rank.SSN, Rank.IP, Rank.IBAN, Rank.EMAIL);
    private static final List<String> VALUES = List.of(
            "4111111111111111",
            "4111 1111 1111 1111",
            "378282246310005",
            "6304-0000-0000",
            "2223003122003222",
            "123-45-6789",
            "123 45 6789",
            "078-05-1120",
            "203.0.113.7",
            "10.0.0.1",
            "256.1.1.1",
            "1.2.3.4.5",
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
            "GB29 NWBK 6016 1331 9268 19",
            "NO9386011117947",
            "gb29nwbk60161331926819",
            "zoe@example.com",
            "a.b+c@x-y.example.org",
            "2026-11-23 09",
            "4711",
            "v");

    private final TextMasker masker =
            Masking.of(MaskingPolicy.builder().build()).text();

    private Set<String> found(String text) {
        Set<String> found = new TreeSet<>();
        for (Finding finding : new TextRun(masker, Audience.log()).scan(text).findings()) {
            if (COMPARED.contains(finding.rank())) {
                found.add(finding.rank() + " " + finding.start() + "-" + finding.end());
            }
        }
        return found;
    }

    private static String text(Samples samples) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + samples.below(6);
        for (int i = 0; i < parts; i++) {
            String value = samples.oneOf(VALUES);
            int cut = samples.below(4) == 0 ? samples.below(value.length()) : 0;
            text.append(value, cut, value.length());
            text.append(samples.of(" -. x1/\n,", samples.below(3)));
        }
        return text.toString();
    }

    @Test
    void randomTextsGiveWhatTheTwinGives() {
        Samples samples = new Samples(11);
        int findings = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(samples);
            Set<String> expected = new Twin(text).findings();
            assertThat(found(text)).as(text).isEqualTo(expected);
            findings += expected.size();
        }
        assertThat(findings).isGreaterThan(TEXTS);
    }
}
