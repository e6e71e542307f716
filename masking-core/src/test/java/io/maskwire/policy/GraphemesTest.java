package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphemesTest {

    @Test
    void everyCharOfVisibleAsciiIsACharacter() {
        Random random = new Random(20261123);
        int plain = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append((char) (random.nextInt(20) == 0 ? random.nextInt(0x400) : '!' + random.nextInt('~' - ' ')));
            }
            if (Graphemes.areChars(text.toString())) {
                plain++;
                assertThat(Graphemes.visible(text.toString()))
                        .containsExactlyElementsOf(
                                text.chars().mapToObj(Character::toString).toList());
            }
        }
        assertThat(plain).isBetween(10_000, 19_000);
    }

    @Test
    void charBesideAMarkIsNotItsOwnCharacter() {
        assertThat(Graphemes.areChars("e\u0301")).isFalse();
        assertThat(Graphemes.areChars("a b")).isFalse();
        assertThat(Graphemes.areChars("a\u007f")).isFalse();
    }
}
