package io.maskwire.json;

import java.util.Arrays;

/** What one call needs while it masks, and another call can use after it. */
final class Workplace {

    /** Two disk blocks; a shorter window costs more moves, a longer one falls out of the first cache. */
    static final int WINDOW = 8192;

    final Scanner scanner;
    final ByteEdits bytes = new ByteEdits();
    final TextEdits text = new TextEdits();
    private byte[] window = new byte[0];

    Workplace(JsonRules rules) {
        this.scanner = new Scanner(rules);
    }

    byte[] window() {
        if (window.length == 0) {
            window = new byte[WINDOW];
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
