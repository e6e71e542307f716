package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final String[] PIECES = {"a", "?", "é", "\u0122", "東", "😀", "\ud83d", "\ude00", "\u00ff", "\u0100"};

    @Test
    void everyCharHasOneByteWhateverSurrogatesStandTogether() {
        Random random = new Random(20261123);
        for (int round = 0; round < 20_000; round++) {
            String text = text(random);
            byte[] bytes = Projection.of(text);
            assertThat(bytes).hasSize(text.length());
            for (int i = 0; i < bytes.length; i++) {
                char c = text.charAt(i);
                assertThat(bytes[i]).isEqualTo(c > 0xff ? (byte) '?' : (byte) c);
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
