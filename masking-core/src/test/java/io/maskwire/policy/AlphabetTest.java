package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Alphabet.DIGITS,
                Alphabet.ALPHANUMERIC_LOWER,
                Alphabet.ALPHANUMERIC_UPPER,
                Alphabet.ALPHANUMERIC_MIXED,
                "ba",
                "éa🚀中z\u0000",
                "中éa",
            })
    void everyCharacterHasItsPlace(String characters) {
        Alphabet alphabet = Alphabet.of(characters);
        int[] codePoints = characters.codePoints().toArray();

        assertThat(alphabet.radix()).isEqualTo(codePoints.length);
        for (int i = 0; i < codePoints.length; i++) {
            assertThat(alphabet.indexOf(codePoints[i])).isEqualTo(i);
            assertThat(alphabet.codePointAt(i)).isEqualTo(codePoints[i]);
        }
    }

    @Test
    void allOtherCharactersHaveNone() {
        Alphabet alphabet = Alphabet.of("a中🚀");

        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> alphabet.indexOf(c) >= 0)
                        .toArray())
                .containsExactly('a', '中', "🚀".codePointAt(0));
    }

    @Test
    void theLargestAlphabetHas65536Characters() {
        String most =
                IntStream.range(0x10000, 0x20000).mapToObj(Character::toString).collect(Collectors.joining());

        assertThat(Alphabet.of(most).radix()).isEqualTo(65536);
        assertThatThrownBy(() -> Alphabet.of(most + "a")).hasMessageContaining("2 to 65536 characters, but has 65537");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "🚀", "abca", "ab🚀c🚀", "ab\ud800", "ab\udbff", "\udc00ab", "\udfffab"})
    void whatIsNoAlphabetIsRefused(String characters) {
        assertThatThrownBy(() -> Alphabet.of(characters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("An alphabet");
    }

    @Test
    void theCharactersBesideAsciiAndSurrogatesAreOrdinary() {
        Alphabet alphabet = Alphabet.of("\u007f\u0080\ud7ff\ue000");

        assertThat(alphabet.indexOf(0x7f)).isZero();
        assertThat(alphabet.indexOf(0x80)).isEqualTo(1);
        assertThat(alphabet.indexOf(0xd7ff)).isEqualTo(2);
        assertThat(alphabet.indexOf(0xe000)).isEqualTo(3);
        assertThat(Alphabet.of("ab").indexOf(0x80)).isNegative();
    }

    @Test
    void onlyOneByteCharactersMakeItLatin1() {
        assertThat(Alphabet.of("aÿ").isLatin1()).isTrue();
        assertThat(Alphabet.of("aĀ").isLatin1()).isFalse();
    }

    @Test
    void printsAsTheCodeThatMadeIt() {
        assertThat(Alphabet.of("0123456789")).hasToString("DIGITS").isEqualTo(Alphabet.of(Alphabet.DIGITS));
        assertThat(Alphabet.of("ab")).hasToString("\"ab\"").isNotEqualTo(Alphabet.of("ba"));
    }
}
