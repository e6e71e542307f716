package io.maskwire.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.policy.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000",
                "case 4711\nreason=other",
                "case 4711\r",
                "case\t4711",
                "case 4711\u0000",
                "case 4711\u007f",
                "case 4711\u0085",
                "case 4711\u2028",
                "case 4711\u2029",
                "case 4711\u202e",
                "case 4711\u2066",
                "case 4711\ufeff",
                "case 4711\u200b",
                "case 4711\ud800",
                "case 4711\ue000",
                "case 4711\ufdd0",
                "\udc00case 4711"
            })
    void textThatIsNotOneVisibleLineIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> Reason.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The reason")
                .hasMessageNotContaining("4711");
        assertThatThrownBy(() -> new Caller(text, Audience.role("desk")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The actor")
                .hasMessageNotContaining("4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chargeback 4711", "Rückfrage Łukasz", "می\u200cخواهم", "👩\u200d🚀 case", "\"quoted\" \\ {json}"
            })
    void whatPeopleWriteIsTaken(String text) {
        assertThat(Reason.of(text).text()).isEqualTo(text);
        assertThat(new Caller(text, Audience.role("desk")).actor()).isEqualTo(text);
    }

    @Test
    void theLongestIsTakenAndOneMoreIsNot() {
        assertThat(Reason.of("x".repeat(Reason.LONGEST)).text()).hasSize(200);
        assertThatThrownBy(() -> Reason.of("x".repeat(Reason.LONGEST + 1))).hasMessageContaining("200 characters");
        assertThatThrownBy(() -> new Caller("x".repeat(Caller.LONGEST_ACTOR + 1), Audience.role("desk")))
                .hasMessageContaining("200 characters");
    }

    @Test
    void aReasonPrintsWithoutItsText() {
        assertThat(Reason.of("chargeback 4711")).hasToString("Reason[…]").isEqualTo(Reason.of("chargeback 4711"));
    }
}
