package io.maskwire.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A line of a server-sent event, with its end, which may be one of three or none. */
final class EventLine {

    private static final byte[] DATA = ascii("data");
    private static final byte[] DATA_AND_SPACE = ascii("data: ");
    private static final List<byte[]> OTHERS =
            Stream.of("event", "id", "retry").map(EventLine::ascii).toList();
    private static final byte[] LINE_FEED = {'\n'};

    private final byte[] bytes;
    private final int length;

    /** @param length without the end */
    EventLine(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The line, with one more byte of its end. */
    EventLine plus(byte end) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = end;
        return new EventLine(longer, length);
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isData() {
        return isField(DATA);
    }

    private boolean isField(byte[] name) {
        return length >= name.length
                && Arrays.equals(bytes, 0, name.length, name, 0, name.length)
                && (length == name.length || bytes[name.length] == ':');
    }

    /** Readers ignore all other lines, so nothing is lost without them. */
    private boolean isKnown() {
        return isEmpty() || bytes[0] == ':' || isData() || OTHERS.stream().anyMatch(this::isField);
    }

    /** What a data line says: all after the colon and one space. */
    void writeData(ByteArrayOutputStream to) {
        int from = Math.min(length, DATA.length + 1);
        int text = from < length && bytes[from] == ' ' ? from + 1 : from;
        to.write(bytes, text, length - text);
    }

    /** The line as it is; or nothing. */
    void write(OutputStream to) throws IOException {
        if (isKnown()) {
            to.write(bytes);
        }
    }

    /** As many data lines as a text has lines, all with the end of this one. */
    void writeInstead(byte[] text, OutputStream to) throws IOException {
        byte[] end = length == bytes.length ? LINE_FEED : Arrays.copyOfRange(bytes, length, bytes.length);
        int from = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '\n') {
                to.write(DATA_AND_SPACE);
                to.write(text, from, i - from);
                to.write(end);
                from = i + 1;
            }
        }
    }
}
