package io.maskwire.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was masked, but holds the latest of it back: of an input that turns out to be no JSON, that much was not
 * written. A text that ended well is held back no longer than until more input is awaited.
 */
final class StreamOutput implements Output {

    static final int SMALLEST = 8192;
    private static final int MOST_SPACE = 1 << 20;
    private static final int NONE = Integer.MAX_VALUE;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final OutputStream out;
    private final int holdBack;
    private final int largest;
    private byte[] kept;
    private int count;
    private int mostKept;
    private int safe;
    private int pinned = NONE;
    private long written;

    private int copied;
    private @Nullable String latest;
    private byte[] latestQuoted = {};

    /** @param room where to keep what is held back, as long as it is enough; at least {@link #SMALLEST} */
    StreamOutput(OutputStream out, int holdBack, byte[] room) {
        this.out = out;
        this.kept = room;
        this.holdBack = holdBack;
        this.largest = Math.max(2 * SMALLEST, 2 * holdBack);
    }

    /** Writes the input at hand up to here, as far as it wasn't written before. */
    void copy(byte[] input, int to) throws IOException {
        if (copied < to) {
            write(input, copied, to);
            copied = to;
        }
    }

    /** The input at hand moves to the front; all before this was copied or left out. */
    void moved(int by) {
        copied -= by;
    }

    /** Leaves the input at hand out up to here. */
    void leaveOut(int to) {
        copied = to;
    }

    @Override
    public void replace(byte[] input, int from, int to, @Nullable String content) throws IOException {
        copy(input, from);
        byte[] text = content == null ? NULL : quoted(content);
        write(text, 0, text.length);
        copied = to;
    }

    private byte[] quoted(String content) {
        if (!content.equals(latest)) {
            latestQuoted = Quoted.of(content).getBytes(StandardCharsets.UTF_8);
            latest = content;
        }
        return latestQuoted;
    }

    /** Its last byte is not written before it is known to be the last: without it nobody takes what was written for a text. */
    @Override
    public void textCloses(byte[] input, int at) throws IOException {
        copy(input, at);
        pinned = count - 1;
    }

    @Override
    public void textEnds(byte[] input, int at) throws IOException {
        copy(input, at);
        pinned = NONE;
        safe = count;
    }

    /** Whoever reads should not wait for a text that ended, just because the next has not come. */
    void beforeRead() throws IOException {
        if (safe > 0) {
            flushOldest(safe);
            out.flush();
        }
    }

    /** Where things were kept. */
    byte[] room() {
        return kept;
    }

    /** How much of the room held output at some time. */
    int used() {
        return Math.max(mostKept, count);
    }

    /** Writes all. */
    void finish() throws IOException {
        flushOldest(count);
        out.flush();
    }

    private void write(byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (count == kept.length) {
                makeRoom();
            }
            int length = Math.min(to - at, kept.length - count);
            System.arraycopy(bytes, at, kept, count, length);
            count += length;
            at += length;
        }
    }

    private void makeRoom() throws IOException {
        int oldest = Math.min(Math.max(count - holdBack, safe), pinned);
        if (count < largest || oldest == 0) {
            grow();
        } else {
            flushOldest(oldest);
        }
    }

    private void grow() {
        if (count > largest + MOST_SPACE) {
            throw JsonException.limit("White space behind a text passes " + MOST_SPACE + " bytes", written + count);
        }
        kept = Arrays.copyOf(kept, count < largest ? Math.min(2 * count, largest) : 2 * count);
    }

    private void flushOldest(int length) throws IOException {
        mostKept = used();
        out.write(kept, 0, length);
        System.arraycopy(kept, length, kept, 0, count - length);
        count -= length;
        safe = Math.max(0, safe - length);
        pinned = pinned == NONE ? NONE : pinned - length;
        written += length;
    }
}
