package io.maskwire.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One masked value on the standard input. */
final class MaskedInput {

    /** A token of the longest value there is has less. */
    private static final int LONGEST = 8 << 20;

    private static final String STDIN = "standard input";

    private MaskedInput() {}

    /** Reads it, without the line break a shell puts behind it. */
    static String read(InputStream in) {
        String text = decoded(bytes(in));
        int end = text.endsWith("\n") ? text.length() - 1 : text.length();
        end = end > 0 && end < text.length() && text.charAt(end - 1) == '\r' ? end - 1 : end;
        if (end == 0) {
            throw new Refusal(STDIN, "holds no value", "pass the token, such as: maskwire reveal … < token.txt");
        }
        return text.substring(0, end);
    }

    private static byte[] bytes(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new Refusal(STDIN, "is longer than " + LONGEST + " bytes", "pass one token");
            }
            return bytes;
        } catch (IOException e) {
            throw new Refusal(STDIN, "can't be read (" + e.getClass().getSimpleName() + ")", "pass the token there");
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Refusal(STDIN, "is no UTF-8", "pass the token as it was written");
        }
    }
}
