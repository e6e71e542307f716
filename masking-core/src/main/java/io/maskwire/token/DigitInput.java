package io.maskwire.token;

import java.util.Arrays;

/** What FF1 works on where all of a value is decimal digits: their text, which is read and written eight at a time. */
final class DigitInput extends Ff1Input {

    /** As many digits as halves that fit a long. */
    static final int MOST = 36;

    private final byte[] own = new byte[MOST];
    private byte[] text = own;
    private int start;
    private int count;

    DigitInput() {
        super(0);
    }

    /** Takes a value in, if all of it is ASCII digits and they are not too many. */
    boolean take(String value) {
        int length = value.length();
        if (length > MOST) {
            return false;
        }
        use(own, 0, length);
        int at = 0;
        boolean isTaken = true;
        for (; at + EightDigits.COUNT <= length; at += EightDigits.COUNT) {
            long eight = EightDigits.of(value, at);
            isTaken &= EightDigits.areDigits(eight);
            Bytes.putLong(own, at, eight);
        }
        for (; at < length; at++) {
            char c = value.charAt(at);
            isTaken &= isDigit(c);
            own[at] = (byte) c;
        }
        if (!isTaken) {
            wipe(length);
        }
        return isTaken;
    }

    /** Works on a part of somebody's array, if all of it is ASCII digits and they are not too many. */
    boolean takeInPlace(byte[] array, int begin, int length) {
        if (length > MOST) {
            return false;
        }
        use(array, begin, length);
        int at = begin;
        boolean isTaken = true;
        for (; at + EightDigits.COUNT <= begin + length; at += EightDigits.COUNT) {
            isTaken &= EightDigits.areDigits(Bytes.getLong(array, at));
        }
        for (; at < begin + length; at++) {
            isTaken &= isDigit(array[at]);
        }
        return isTaken;
    }

    private void use(byte[] array, int begin, int length) {
        if (text != array) {
            text = array;
        }
        start = begin;
        count = length;
    }

    void moveTo(int begin) {
        start = begin;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    int count() {
        return count;
    }

    /** The digits as they are now. */
    String text() {
        return Latin1.text(text, start, count);
    }

    void addDigitsToTweak(int begin, int end) {
        for (int i = start + begin; i < start + end; i++) {
            addToTweak(text[i]);
        }
    }

    @Override
    long read(Numerals decimal, int at, int digits) {
        int end = start + at + digits;
        if (digits == EightDigits.COUNT) {
            return EightDigits.number(Bytes.getLong(text, start + at));
        }
        long number = 0;
        int next = start + at;
        for (; (end - next) % EightDigits.COUNT != 0; next++) {
            number = number * 10 + text[next] - '0';
        }
        for (; next < end; next += EightDigits.COUNT) {
            number = number * EightDigits.LIMIT + EightDigits.number(Bytes.getLong(text, next));
        }
        return number;
    }

    @Override
    void write(Numerals decimal, long number, int at, int digits) {
        if (digits == EightDigits.COUNT) {
            Bytes.putLong(text, start + at, EightDigits.text(number));
            return;
        }
        int end = start + at + digits;
        long rest = number;
        for (; end - start - at >= EightDigits.COUNT; rest /= EightDigits.LIMIT) {
            end -= EightDigits.COUNT;
            Bytes.putLong(text, end, EightDigits.text(rest % EightDigits.LIMIT));
        }
        for (; end > start + at; rest /= 10) {
            text[--end] = (byte) ('0' + rest % 10);
        }
    }

    @Override
    void wipe(int length) {
        Arrays.fill(own, 0, length, (byte) 0);
    }

    /** Forgets somebody's array. */
    void letGo() {
        if (text != own) {
            text = own;
        }
    }
}
