package io.maskwire.json;

import org.jspecify.annotations.Nullable;

/** Tells UTF-8 from other encodings by the first bytes: of a JSON text the first characters are ASCII. */
final class Encoding {

    /** How many bytes tell. */
    static final int TELLING = 4;

    static final int BOM_LENGTH = 3;

    private Encoding() {}

    /** The name of the encoding, if it isn't UTF-8. */
    static @Nullable String otherThanUtf8(byte[] b, int length) {
        int first = at(b, 0, length);
        int second = at(b, 1, length);
        int third = at(b, 2, length);
        int fourth = at(b, 3, length);
        if (first == 0 && second == 0) {
            return "UTF-32BE";
        }
        if (third == 0 && fourth == 0 && (second == 0 || first == 0xff && second == 0xfe)) {
            return "UTF-32LE";
        }
        if (first == 0 || first == 0xfe && second == 0xff) {
            return "UTF-16BE";
        }
        return second == 0 || first == 0xff && second == 0xfe ? "UTF-16LE" : null;
    }

    /** The length of a byte order mark at the beginning. */
    static int bom(byte[] b, int length) {
        boolean marked = at(b, 0, length) == 0xef && at(b, 1, length) == 0xbb && at(b, 2, length) == 0xbf;
        return marked ? BOM_LENGTH : 0;
    }

    private static int at(byte[] b, int i, int length) {
        return i < length ? b[i] & 0xff : -1;
    }
}
