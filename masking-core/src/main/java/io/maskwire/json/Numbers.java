package io.maskwire.json;

/** Numbers that lie whole in the input at hand. */
final class Numbers {

    private Numbers() {}

    /** Where the number ends that begins here; -1 if it is none or may go on beyond the end. */
    static int end(byte[] b, int from, int end) {
        int i = b[from] == '-' ? from + 1 : from;
        i = i < end && b[i] == '0' ? i + 1 : digits(b, i, end);
        if (i >= 0 && i < end && b[i] == '.') {
            i = digits(b, i + 1, end);
        }
        if (i >= 0 && i < end && (b[i] | 0x20) == 'e') {
            i = exponent(b, i + 1, end);
        }
        return i < end ? i : -1;
    }

    private static int exponent(byte[] b, int from, int end) {
        boolean signed = from < end && (b[from] == '+' || b[from] == '-');
        return digits(b, signed ? from + 1 : from, end);
    }

    private static int digits(byte[] b, int from, int end) {
        int i = from;
        while (i < end && b[i] >= '0' && b[i] <= '9') {
            i++;
        }
        return i == from ? -1 : i;
    }
}
