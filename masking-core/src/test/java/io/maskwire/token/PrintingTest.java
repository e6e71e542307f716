package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.key.KeyRing;
import io.maskwire.policy.Alphabet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintingTest {

    private static final KeyRing RING = TestRings.withPrimary("k1");
    private static final Alphabet DIGITS = Alphabet.of(Alphabet.DIGITS);

    static Stream<Arguments> madeOfKeys() {
        return Stream.of(
                Arguments.of(new TokenKey(RING, "k1", "", "d"), "TokenKey[k1]"),
                Arguments.of(new HashKeys(RING, "k1", "", "d", "none"), "HashKeys[k1]"),
                Arguments.of(new FormatKey(RING, "k1", "", "d", DIGITS), "FormatKey[k1]"),
                Arguments.of(new ShiftKey(RING, "k1", "", "d", 7), "ShiftKey[k1]"),
                Arguments.of(new DomainKeys(RING, ""), "KeyRing[primary=k1, keys=[k1, k2]]"),
                Arguments.of(Pseudonyms.of(RING, ""), "Pseudonyms[KeyRing[primary=k1, keys=[k1, k2]]]"),
                Arguments.of(LivePseudonyms.of(() -> RING, "").get(), "Pseudonyms[KeyRing[primary=k1, keys=[k1, k2]]]"),
                Arguments.of(Originals.of(RING, ""), "Originals[KeyRing[primary=k1, keys=[k1, k2]]]"),
                Arguments.of(new Ff1(new byte[32], 10), "Ff1[radix=10]"),
                Arguments.of(new Block(1, 2), "Block"),
                Arguments.of(HashText.read("mh1.k1." + "A".repeat(27)), "HashText[k1]"));
    }

    @ParameterizedTest
    @MethodSource("madeOfKeys")
    void whatIsMadeOfAKeyPrintsItsNameOnly(Object made, String printed) {
        assertThat(made).hasToString(printed);
    }
}
