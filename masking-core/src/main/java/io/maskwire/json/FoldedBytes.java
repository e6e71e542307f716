package io.maskwire.json;

/** Names in UTF-8 as paths compare them: ASCII letters in lower case, without {@code _} and {@code -}. */
final class FoldedBytes {

    /** Each byte folded; 0 for one that doesn't count. */
    private static final byte[] FOLD = fold();

    private static final int FACTOR = 31;

    private FoldedBytes() {}

    private static byte[] fold() {
        byte[] fold = new byte[256];
        for (int c = 0; c < fold.length; c++) {
            fold[c] = (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
        fold['_'] = 0;
        fold['-'] = 0;
        return fold;
    }

    static byte of(byte c) {
        return FOLD[c & 0xff];
    }

    /** A hash of the name's folded form. */
    static int hash(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            byte c = of(text[i]);
            if (c != 0) {
                hash = FACTOR * hash + c;
            }
        }
        return hash ^ hash >>> 15;
    }

    /** Whether a name folds to this. */
    static boolean equals(byte[] folded, byte[] text, int from, int to) {
        int at = 0;
        for (int i = from; i < to; i++) {
            byte c = of(text[i]);
            if (c != 0 && (at == folded.length || folded[at++] != c)) {
                return false;
            }
        }
        return at == folded.length;
    }
}
