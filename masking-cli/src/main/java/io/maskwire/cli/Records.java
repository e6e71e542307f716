package io.maskwire.cli;

import io.maskwire.json.JsonException;
import io.maskwire.json.JsonMasker;
import io.maskwire.spi.MaskingSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Masks one JSON text a line; each line is written when all of it is well. */
final class Records {

    private static final int SIZE = 1 << 16;
    private static final int LONGEST = 1 << 28;

    private final JsonMasker masker;
    private final MaskingSession session;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long lineStart;
    private long number = 1;

    /** A line can't be masked. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken(String problem) {
            super(problem);
        }
    }

    Records(JsonMasker masker, MaskingSession session, OutputStream out) {
        this.masker = masker;
        this.session = session;
        this.out = out;
    }

    void mask(InputStream in) throws IOException {
        byte[] buffer = new byte[SIZE];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    end();
                    out.write('\n');
                    from = i + 1;
                }
            }
            line.write(buffer, from, read - from);
            if (line.size() > LONGEST) {
                throw new Broken("The record of line " + number + ", byte " + lineStart + ", has more than " + LONGEST
                        + " bytes");
            }
        }
        end();
    }

    private void end() throws IOException {
        byte[] record = line.toByteArray();
        out.write(isBlank(record) ? record : masked(record));
        line.reset();
        lineStart += record.length + 1;
        number++;
    }

    private byte[] masked(byte[] record) {
        try {
            return masker.mask(record, session);
        } catch (JsonException e) {
            throw new Broken(Problems.of(e, lineStart) + " (line " + number + ")");
        }
    }

    private static boolean isBlank(byte[] record) {
        for (byte c : record) {
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }
}
