package io.maskwire.json;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
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
    // Whoever makes it uses it.
    private final AtomicBoolean inUse = new AtomicBoolean(true);
    private byte[] window = NOTHING;
    private byte[] room = NOTHING;
    private int usedRoom;

    Workplace(JsonRules rules, @Nullable Predictor predictor) {
        this.scanner = new Scanner(rules, predictor);
    }

    /** Takes it for one thread; false if another has it. */
    boolean take() {
        return !inUse.get() && inUse.compareAndSet(false, true);
    }

    /** Lets others take it. */
    void leave() {
        inUse.setRelease(false);
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
    void keepRoom(StreamOutput from) {
        if (from.room().length <= LARGEST_ROOM) {
            room = from.room();
        }
        usedRoom = from.used();
    }

    /** Forgets what was masked: nothing of it stays in memory. */
    void clear() {
        Arrays.fill(window, 0, Math.min(scanner.used(), window.length), (byte) 0);
        Arrays.fill(room, 0, Math.min(usedRoom, room.length), (byte) 0);
        usedRoom = 0;
        scanner.end();
        bytes.clear();
        text.clear();
    }
}
