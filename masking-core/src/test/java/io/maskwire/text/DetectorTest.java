package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorTest {

    private static final Audience DESK = Audience.role("desk");

    private final EventCounts counts = new EventCounts();
    private final Masking masking = Masking.builder(MaskingPolicy.builder()
                    .dataClass("staff", Masks.constant("(staff)"))
                    .dataClass("email", Masks.constant("(mail)"))
                    .audience(DESK, grant -> grant.inClear("staff"))
                    .build())
            .events(counts)
            .build();

    /** Finds a word wherever it stands. */
    private record Word(String dataClass, String word) implements Detector {

        @Override
        public void detect(String text, Found found) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                found.at(at, at + word.length());
            }
        }
    }

    private String masked(String word, String text) {
        return masking.text().with(new Word("staff", word)).mask(text);
    }

    @Test
    void whatItFindsIsMaskedAsItsClassSays() {
        assertThat(masked("EMP-7", "EMP-7 and EMP-7")).isEqualTo("(staff) and (staff)");
        assertThat(masking.text().with(new Word("staff", "EMP-7")).mask("EMP-7", DESK))
                .isEqualTo("EMP-7");
        assertThat(masking.text().with(new Word("unheard", "EMP-7")).mask("EMP-7"))
                .isEqualTo("[masked]");
        assertThat(masking.text().mask("EMP-7")).isEqualTo("EMP-7");
    }

    @ParameterizedTest
    @CsvSource({
        "zoe@example.com, x zoe@example.com y, x (staff) y",
        "zoe, x zoe@example.com y, x (mail) y",
        "to zoe@example.com, to zoe@example.com y, (staff) y",
        "to zoe, to zoe@example.com y, [masked] y",
        "com y, to zoe@example.com y!, to [masked]!"
    })
    void overlapsHaveOneOrder(String word, String text, String expected) {
        assertThat(masked(word, text)).isEqualTo(expected);
    }

    @Test
    void aDetectorThatFailsLeavesNothing() {
        Detector failing = new Detector() {
            @Override
            public String dataClass() {
                return "staff";
            }

            @Override
            public void detect(String text, Found found) {
                throw new AssertionError(text);
            }
        };

        assertThat(masking.text().with(failing).mask("anything")).isEqualTo("[masked]");
        assertThat(counts.of(new MaskingEvent(Action.UNMASKABLE, Outlet.TEXT, "-", "log")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 0", "3, 2", "0, 9"})
    void aPlaceOutsideTheTextIsAFailure(int start, int end) {
        Detector wrong = new Detector() {
            @Override
            public String dataClass() {
                return "staff";
            }

            @Override
            public void detect(String text, Found found) {
                found.at(start, end);
            }
        };

        assertThat(masking.text().with(wrong).mask("anything")).isEqualTo("[masked]");
    }
}
