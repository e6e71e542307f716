package io.maskwire.text;

import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** Masks a stream block by block of whole lines. What may go on behind a block's end is held back. For one thread. */
final class TextStream {

    private static final int BLOCK = 1 << 16;
    private static final int LONGEST = MaskingSession.LONGEST_VALUE;
    private static final int MOST_MOVES = 64;
    private static final String PRIVATE_KEY = "-----BEGIN ";
    private static final int LONGEST_KEY_HEADERS = 1024;

    private final Reader in;
    private final Writer out;
    private final TextRun run;
    private char[] buffer = new char[BLOCK];
    private int length;
    private long line = 1;

    TextStream(Reader in, Writer out, TextRun run) {
        this.in = in;
        this.out = out;
        this.run = run;
    }

    void run() throws IOException {
        while (fill()) {
            writeWholeLines();
        }
        out.write(run.mask(new String(buffer, 0, length)));
    }

    /** Reads until the buffer is full, which has room for as much again as was held back; false at the end. */
    private boolean fill() throws IOException {
        if (length > buffer.length / 2) {
            char[] larger = new char[2 * buffer.length];
            System.arraycopy(buffer, 0, larger, 0, length);
            buffer = larger;
        }
        while (length < buffer.length) {
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                return false;
            }
            length += read;
        }
        return true;
    }

    private void writeWholeLines() throws IOException {
        int lastLine = lineStart(length);
        int end = lastLine == 0 ? 0 : new Cut(new String(buffer, 0, length)).before(lastLine);
        if (end > 0) {
            out.write(run.mask(new String(buffer, 0, end)));
            drop(end);
        } else if (length > LONGEST && lastLine == 0) {
            eraseLine();
        } else if (length > LONGEST) {
            throw new TextException(
                    "What begins in line " + line + " goes on over several lines for more than " + LONGEST
                            + " characters",
                    line);
        }
    }

    private void drop(int count) {
        for (int i = 0; i < count; i++) {
            line += buffer[i] == '\n' ? 1 : 0;
        }
        length -= count;
        System.arraycopy(buffer, count, buffer, 0, length);
    }

    /** A line that is too long is read to its end and not looked at. */
    private void eraseLine() throws IOException {
        out.write(run.tooLong(new String(buffer, 0, length)));
        int end = length;
        while (end == length) {
            length = Math.max(0, in.read(buffer, 0, BLOCK));
            for (end = 0; end < length && buffer[end] != '\n'; end++) {}
            if (length == 0) {
                return;
            }
            if (run.get().changesNothing()) {
                out.write(buffer, 0, end);
            }
        }
        drop(end);
    }

    /** The beginning of the line a place is in. */
    private int lineStart(int place) {
        int start = Math.min(place, length);
        while (start > 0 && buffer[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /** Where a block may end: at the beginning of a line, with nothing found before it that goes on behind it. */
    private final class Cut {

        private final String text;
        private final TextScan scan;

        Cut(String text) {
            this.text = text;
            this.scan = run.scan(text);
        }

        int before(int lastLine) {
            int end = lineStart(Math.min(lastLine, scan.openFrom()));
            for (int moves = 0; moves < MOST_MOVES; moves++) {
                int earlier = earlier(end);
                if (earlier == end) {
                    return end;
                }
                end = earlier;
            }
            return 0;
        }

        private int earlier(int end) {
            for (TextScan.Lines lines : scan.lines()) {
                if (lines.start() < end && end < lines.end()) {
                    return lineStart(lines.start());
                }
            }
            int key = text.lastIndexOf(PRIVATE_KEY, end);
            if (key >= 0 && end - key < LONGEST_KEY_HEADERS) {
                return lineStart(key);
            }
            return nameAbove(end) ? lineStart(Math.max(0, end - 1)) : end;
        }

        /** Whether the line may begin with the colon of a name in quotes that ends the line above. */
        private boolean nameAbove(int lineStart) {
            int next = lineStart;
            while (next < length && Chars.white(buffer[next] & 0xff)) {
                next++;
            }
            return lineStart > 0 && (next == length || buffer[next] == ':');
        }
    }
}
