package io.maskwire.json;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of the input at hand, and how more of it comes. What has been read moves to the front when room is needed;
 * then every position changes, so whoever keeps one across {@link #more} corrects it by what that returns.
 */
abstract class Input {

    /** A character takes at most six bytes, as {@code \}{@code u0041}. */
    static final int LONGEST_CHARACTER = 6;

    private static final int NONE = -1;
    private static final byte[] NOTHING = {};

    byte[] buf = NOTHING;
    int end;
    /** The offset of the first byte at hand. */
    long base;

    JsonLimits limits = JsonLimits.DEFAULT;
    private @Nullable InputStream in;
    private @Nullable StreamOutput out;
    private int held = NONE;
    private int longestHeld;
    private boolean dropping;
    private boolean lost;
    private int used;

    /** Reads an array. */
    final void open(byte[] all) {
        buf = all;
        end = all.length;
        base = 0;
        in = null;
        out = null;
        if (end > limits.document()) {
            throw tooLarge();
        }
    }

    /** Reads a stream through a window. */
    final void open(InputStream from, StreamOutput to, byte[] window) {
        buf = window;
        end = 0;
        base = 0;
        in = from;
        out = to;
    }

    /** How much of the window held input at some time. */
    final int used() {
        return used;
    }

    /** Forgets the input. */
    final void close() {
        buf = NOTHING;
        end = 0;
        in = null;
        out = null;
        held = NONE;
        dropping = false;
        lost = false;
        used = 0;
    }

    /** True if more may come than is at hand: then what is held may have to be let go. */
    final boolean readsOn() {
        return in != null;
    }

    final long offset(int i) {
        return base + i;
    }

    /** Keeps what is at hand from here on, until {@link #release}: a name, or a value that will be masked. */
    final void hold(int i, int longest) {
        held = i;
        longestHeld = longest;
    }

    /** Ends {@link #hold}; returns where what was held begins, or -1 if it was too long to keep. */
    final int release(int until) {
        int from = held;
        held = NONE;
        if (lost) {
            lost = false;
            return NONE;
        }
        if (dropping) {
            dropping = false;
            output().leaveOut(until);
            return NONE;
        }
        return from;
    }

    /**
     * Reads on.
     *
     * @param keep nothing before it is needed any longer, apart from what is held
     * @return how far everything moved to the front; -1 if the input has ended
     */
    final int more(int keep) throws IOException {
        if (in == null) {
            return NONE;
        }
        if (held != NONE && keep - held > longestHeld) {
            letGo(keep);
        }
        int from = held == NONE ? keep : held;
        makeRoom(from);
        int read = read(in);
        return read < 0 ? endOfInput(from) : from;
    }

    private int endOfInput(int moved) {
        // Positions have changed although nothing came: say so once, and that it is the end when asked again.
        in = moved > 0 ? InputStream.nullInputStream() : null;
        return moved > 0 ? moved : NONE;
    }

    private void makeRoom(int from) throws IOException {
        if (dropping) {
            output().leaveOut(from);
        }
        output().copy(buf, from);
        output().moved(from);
        int rest = end - from;
        byte[] target = rest > buf.length / 2 ? new byte[2 * buf.length] : buf;
        System.arraycopy(buf, from, target, 0, rest);
        buf = target;
        end = rest;
        base += from;
        held = held == NONE ? NONE : 0;
    }

    private int read(InputStream from) throws IOException {
        output().beforeRead();
        int read;
        do {
            read = from.read(buf, end, buf.length - end);
        } while (read == 0);
        if (read > 0) {
            end += read;
            used = Math.max(used, end);
            if (base + end > limits.document()) {
                throw tooLarge();
            }
        }
        return read;
    }

    /**
     * Something held is too long to keep: what stands for it is written now, and the rest of it is let go as it comes. What
     * is only to be looked at is written as it is, and can't be looked at.
     */
    private void letGo(int until) throws IOException {
        if (heldStays()) {
            held = NONE;
            lost = true;
            return;
        }
        output().replace(buf, held, until, insteadOfHeld(held));
        held = NONE;
        dropping = true;
    }

    /** Whether something too long to be kept is written as it is. */
    abstract boolean heldStays();

    /** What stands for something too long to be kept, null for JSON's null; or throws. */
    abstract @Nullable String insteadOfHeld(int from);

    private StreamOutput output() {
        if (out == null) {
            throw new IllegalStateException("Only a stream is read on");
        }
        return out;
    }

    private JsonException tooLarge() {
        return JsonException.limit(
                "The input passes " + limits.document() + " (JsonLimits.document)", limits.document());
    }
}
