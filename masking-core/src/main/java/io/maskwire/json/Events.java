package io.maskwire.json;

import io.maskwire.policy.Masks;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Masks the data of server-sent events (HTML standard, section 9.2), event by event. */
final class Events {

    /** Masks one JSON text. */
    interface Text {

        /** The masked text; null if it is no JSON, which is counted. */
        byte @Nullable [] mask(byte[] json);
    }

    private static final int LARGEST = 1 << 24;
    private static final int MOST_LINES = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final Text text;
    private final long largest;
    private final List<EventLine> event = new ArrayList<>();
    private long offset;
    private long size;
    private boolean begun;
    private boolean afterReturn;

    Events(InputStream in, OutputStream out, JsonLimits limits, Text text) {
        this.in = new BufferedInputStream(in);
        this.out = new BufferedOutputStream(out);
        this.text = text;
        this.largest = Math.min(limits.document(), LARGEST);
    }

    /** Masks all events; one that the input ends in the midst of is masked too. */
    void mask() throws IOException {
        for (EventLine line = read(); line != null; line = read()) {
            event.add(line);
            if (event.size() > MOST_LINES) {
                throw JsonException.limit("An event passes " + MOST_LINES + " lines", offset);
            }
            if (line.isEmpty()) {
                end();
            }
        }
        end();
    }

    private void end() throws IOException {
        write();
        event.clear();
        size = 0;
        out.flush();
    }

    private void write() throws IOException {
        byte[] data = data();
        byte[] instead = data.length == 0 ? data : masked(data);
        boolean replaced = !Arrays.equals(instead, data);
        boolean written = false;
        for (EventLine line : event) {
            if (!replaced || !line.isData()) {
                line.write(out);
            } else if (!written) {
                line.writeInstead(instead, out);
                written = true;
            }
        }
    }

    private byte[] masked(byte[] data) {
        byte[] masked = text.mask(data);
        return masked == null ? Quoted.of(Masks.MARKER).getBytes(StandardCharsets.UTF_8) : masked;
    }

    /** What the data lines say together. */
    private byte[] data() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        boolean first = true;
        for (EventLine line : event) {
            if (line.isData()) {
                if (!first) {
                    data.write('\n');
                }
                first = false;
                line.writeData(data);
            }
        }
        return data.toByteArray();
    }

    private @Nullable EventLine read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = first();
        while (c >= 0 && c != '\n' && c != '\r') {
            line.write(c);
            check(c, line.size());
            writeByteOrderMark(line);
            c = in.read();
        }
        int length = line.size();
        if (c >= 0) {
            line.write(c);
        }
        afterReturn = c == '\r';
        offset += line.size();
        begun = true;
        return line.size() == 0 ? null : new EventLine(line.toByteArray(), length);
    }

    /** The first byte of a line. A line feed after a carriage return belongs to the line before, which didn't wait for it. */
    private int first() throws IOException {
        int c = in.read();
        if (!afterReturn || c != '\n') {
            return c;
        }
        offset++;
        if (event.isEmpty()) {
            out.write(c);
        } else {
            event.add(event.remove(event.size() - 1).plus((byte) c));
        }
        return in.read();
    }

    private void check(int c, int length) {
        if (c == 0) {
            throw JsonException.encoding("not UTF-8, as it has zero bytes");
        }
        if (++size > largest) {
            throw JsonException.limit(
                    "An event passes " + largest + " bytes (JsonLimits.document, at most " + LARGEST + ")",
                    offset + length);
        }
    }

    /** It is no part of the first line. */
    private void writeByteOrderMark(ByteArrayOutputStream line) throws IOException {
        if (!begun && line.size() == Encoding.BOM_LENGTH) {
            byte[] start = line.toByteArray();
            if (Encoding.bom(start, start.length) > 0) {
                out.write(start);
                offset += start.length;
                line.reset();
            }
            begun = true;
        }
    }
}
