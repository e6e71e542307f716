package io.maskwire.json;

import org.jspecify.annotations.Nullable;

/**
 * What lies between two values of an object as it was once read: comma, name, colon and the white space between them, or
 * the same without a comma before an object's first value. Where it stands again, name and symbol are known without
 * looking for quotes.
 *
 * <p>Holds a name, never a value. All but the links is final, and a link may be seen late: what it leads to is compared
 * byte by byte before it is believed.
 */
final class Gap {

    static final int LONGEST = 4 * Long.BYTES;

    private final int length;
    private final long mask;
    private final long head;
    private final long second;
    private final long third;
    private final long tail;
    private final Symbol symbol;

    // Which gap followed this one, and which came first in the object after this one.
    private @Nullable Gap next;
    private @Nullable Gap first;
    private boolean forgotten;
    private @Nullable Way way;

    /** Where the name leads to from the place it was first guessed at: shorter than asking the place for it. */
    private record Way(Place from, Place to) {}

    /** Of at least one and at most {@link #LONGEST} bytes. */
    Gap(byte[] b, int from, int to, Symbol symbol) {
        byte[] padded = new byte[LONGEST];
        this.length = to - from;
        System.arraycopy(b, from, padded, 0, length);
        this.mask = length < Long.BYTES ? (1L << length * Byte.SIZE) - 1 : -1;
        this.head = Words.at(padded, 0);
        this.second = Words.at(padded, Long.BYTES);
        this.third = Words.at(padded, 2 * Long.BYTES);
        this.tail = length < Long.BYTES ? 0 : Words.at(padded, length - Long.BYTES);
        this.symbol = symbol;
    }

    /** Whether it stands here; false also if the bytes end too soon to tell. */
    boolean isAt(byte[] b, int i, int end) {
        if (length < Long.BYTES) {
            return i + Long.BYTES <= end && (Words.at(b, i) & mask) == head;
        }
        return i + length <= end
                && Words.at(b, i) == head
                && Words.at(b, i + length - Long.BYTES) == tail
                && (length <= 2 * Long.BYTES || middleIsAt(b, i));
    }

    private boolean middleIsAt(byte[] b, int i) {
        return Words.at(b, i + Long.BYTES) == second
                && (length <= 3 * Long.BYTES || Words.at(b, i + 2 * Long.BYTES) == third);
    }

    int length() {
        return length;
    }

    /** The place of the member of this object that has this name. */
    Place memberOf(Place object) {
        Way known = way;
        return known != null && known.from == object ? known.to : ask(object);
    }

    private Place ask(Place object) {
        Place member = object.member(symbol);
        if (way == null) {
            way = new Way(object, member);
        }
        return member;
    }

    @Nullable
    Gap next() {
        return next;
    }

    @Nullable
    Gap first() {
        return first;
    }

    void followedBy(Gap gap) {
        if (!forgotten) {
            next = gap;
        }
    }

    void openedBy(Gap gap) {
        if (!forgotten) {
            first = gap;
        }
    }

    /** Keeps nothing else in memory, should something still lead here. */
    void forget() {
        forgotten = true;
        next = null;
        first = null;
    }
}
