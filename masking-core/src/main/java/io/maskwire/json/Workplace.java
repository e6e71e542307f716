package io.maskwire.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one call needs while it masks, and another call can use after it. */
final class Workplace {

    /** Two disk blocks; a shorter window costs more moves, a longer one falls out of the first cache. */
    static final int WINDOW = 8192;

    final Scanner scanner;
    final ByteEdits bytes = new ByteEdits();
    final TextEdits text = new TextEdits();
    private byte[] window = new byte[0];

    Workplace(JsonRules rules, @Nullable Predictor predictor) {
        this.scanner = new Scanner(rules, predictor);
    }

    byte[] window(int length) {
        if (window.length != length) {
            window = new byte[length];
        }
        return window;
    }

    /** Forgets what was masked: nothing of it stays in memory. */
    void clear() {
        scanner.end();
        bytes.clear();
        text.clear();
        Arrays.fill(window, (byte) 0);
    }
}
