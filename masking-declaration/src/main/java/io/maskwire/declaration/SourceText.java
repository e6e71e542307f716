package io.maskwire.declaration;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Turns the bytes of a file into text: UTF-8, at most 1 MiB, one byte order mark, printable characters. */
final class SourceText {

    static final int MOST_BYTES = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    static String of(byte[] bytes, String file, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            throw problems.and(
                    new Place(file, 1, 1), "the file is larger than 1 MiB", "split it, or include shared parts");
        }
        String text = withoutMark(decoded(bytes, file, problems));
        checkPrintable(text, file, problems);
        return text;
    }

    private static String decoded(byte[] bytes, String file, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            throw problems.and(endOf(withoutMark(decoded), file), "the file is not UTF-8", "save it as UTF-8");
        }
        return decoded;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void checkPrintable(String text, String file, Problems problems) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == BYTE_ORDER_MARK || !StreamReader.isPrintable(c)) {
                throw problems.and(
                        endOf(text.substring(0, i), file),
                        "YAML doesn't allow the character U+" + String.format(Locale.ROOT, "%04X", c) + " here",
                        "remove it");
            }
        }
    }

    /** The place behind a text, counted as YAML 1.2 does. */
    private static Place endOf(String text, String file) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            char c = text.charAt(i);
            boolean lineEnds = c == '\n' || c == '\r' && !text.startsWith("\n", i + 1);
            line += lineEnds ? 1 : 0;
            column = lineEnds ? 1 : column + 1;
        }
        return new Place(file, line, column);
    }
}
