package io.maskwire.jackson.scope;

import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.Arrays;

/** The text a value would be written as. No more is read into memory than makes a value too long to be masked. */
public final class Originals {

    private static final int LONGEST = MaskingSession.LONGEST_VALUE + 1;

    private Originals() {}

    /** A decimal number as it would be written. */
    public static String text(BigDecimal number, boolean plain) {
        return plain ? number.toPlainString() : number.toString();
    }

    /** The part of binary data that is enough to make a text of. */
    public static byte[] part(byte[] data, int offset, int length) {
        return Arrays.copyOfRange(data, offset, offset + Math.min(length, LONGEST));
    }

    /** As many characters as given, or for a negative number all. */
    public static String read(Reader reader, int length) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[4096];
        int left = length < 0 ? Integer.MAX_VALUE : length;
        while (left > 0) {
            int read = reader.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                break;
            }
            left -= read;
            text.append(buffer, 0, Math.min(read, LONGEST - text.length()));
        }
        return text.toString();
    }

    /** As many bytes as given, or for a negative number all. */
    public static byte[] read(InputStream data, int length) throws IOException {
        byte[] bytes = data.readNBytes(Math.min(length < 0 ? Integer.MAX_VALUE : length, LONGEST));
        if (length < 0) {
            data.transferTo(java.io.OutputStream.nullOutputStream());
        } else {
            data.skipNBytes(length - (long) bytes.length);
        }
        return bytes;
    }
}
