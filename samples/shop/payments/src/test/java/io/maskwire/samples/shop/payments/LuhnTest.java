package io.maskwire.samples.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuhnTest {

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "5555555555554444", "378282246310005"})
    void holdsForTestCards(String number) {
        assertThat(Luhn.holds(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111112", "5555555555554445", "1111", "************1111", "[masked]", ""})
    void doesNotHoldForAnythingElse(String number) {
        assertThat(Luhn.holds(number)).isFalse();
    }
}
