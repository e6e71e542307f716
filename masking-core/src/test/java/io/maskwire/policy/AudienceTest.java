package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service:pay/payments",
                "role:fraud-desk",
                "topic:orders",
                "external:mail",
                "log",
                "trace",
                "anonymous",
                "unknown"
            })
    void isReadAsItPrints(String text) {
        assertThat(Audience.parse(text)).hasToString(text).isEqualTo(Audience.parse(text));
        assertThat(Audience.parse(text)).hasSameHashCodeAs(Audience.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ":x", "role", "log:x", "ROLE:x", "roles:x", "service"})
    void whatIsNoAudienceIsRefused(String text) {
        assertThatThrownBy(() -> Audience.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not an audience; write service:NAMESPACE/NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\u0000", "a\u007f"})
    void aNameHasNoWhiteSpace(String name) {
        assertThatThrownBy(() -> Audience.role(name))
                .hasMessage("An audience of kind role needs a name without white space");
    }

    @Test
    void othersAreOthers() {
        assertThat(Audience.role("a"))
                .isNotEqualTo(Audience.role("b"))
                .isNotEqualTo(Audience.topic("a"))
                .doesNotHaveSameHashCodeAs(Audience.role("b"));
        assertThat(Audience.service("a").over("calls.x")).isNotEqualTo(Audience.service("a"));
    }

    @Test
    void theOrderOfMembersDoesNotMatter() {
        assertThat(Audience.role("a").and(Audience.service("b")))
                .isEqualTo(Audience.service("b").and(Audience.role("a")))
                .hasToString("role:a+service:b");
    }

    @Test
    void severalMembersGoOverNoEdge() {
        Audience both = Audience.role("a").and(Audience.role("b"));

        assertThatThrownBy(() -> both.over("calls.x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call over() before and()");
    }
}
