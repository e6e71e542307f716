package io.maskwire.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one call needs while it masks, and another call can use after it. */
final class Workplace {

    /** Two disk blocks; a shorter window costs more moves, a longer one falls out of the first cache. */
    static final int WINDOW = 8192;

    private static final int LARGEST_ROOM = 1 << 16;
    private static final byte[] NOTHING = {};

    final Scanner scanner;
    final ByteEdits bytes = new ByteEdits();
    final TextEdits text = new TextEdits();
    private byte[] window = NOTHING;
    private byte[] room = NOTHING;

    Workplace(JsonRules rules, @Nullable Predictor predictor) {
        this.scanner = new Scanner(rules, predictor);
    }

    /** The part of a stream that is at hand. */
    byte[] window(int length) {
        if (window.length != length) {
            window = new byte[length];
        }
        return window;
    }

    /** Where what is held back of a stream is kept. */
    byte[] room() {
        if (room.length == 0) {
            room = new byte[StreamOutput.SMALLEST];
        }
        return room;
    }

    /** Keeps the room for the next stream, unless it is large. */
    void keepRoom(byte[] used) {
        if (used.length <= LARGEST_ROOM) {
            room = used;
        }
    }

    /** Forgets what was masked: nothing of it stays in memory. */
    void clear() {
        scanner.end();
        bytes.clear();
        text.clear();
        Arrays.fill(window, (byte) 0);
        Arrays.fill(room, (byte) 0);
    }
}
