package io.maskwire.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The escapes of JSON strings (RFC 8259) and of URLs (RFC 3986). */
final class Escapes {

    private static final String SHORT = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private Escapes() {}

    /** A text without its escapes of JSON, taken off a number of times; null if they can't be read. */
    static @Nullable String ofJson(String text, int times) {
        String decoded = text;
        for (int i = 0; i < times && decoded != null; i++) {
            decoded = ofJson(decoded);
        }
        return decoded;
    }

    private static @Nullable String ofJson(String text) {
        int at = text.indexOf('\\');
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\') {
                decoded.append(c);
                continue;
            }
            int escape = at < text.length() ? SHORT.indexOf(text.charAt(at)) : -1;
            if (escape >= 0) {
                decoded.append(MEANT.charAt(escape));
                at++;
                continue;
            }
            int unit = text.startsWith("u", at) ? hex(text, at + 1, HEX_DIGITS) : -1;
            if (unit < 0) {
                return null;
            }
            decoded.append((char) unit);
            at += 1 + HEX_DIGITS;
        }
        return decoded.toString();
    }

    /** A text with escapes of JSON, put on a number of times. */
    static String json(String text, int times) {
        String escaped = text;
        for (int i = 0; i < times; i++) {
            escaped = json(escaped);
        }
        return escaped;
    }

    private static String json(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int meant = c == '/' ? -1 : MEANT.indexOf(c);
            if (meant >= 0) {
                escaped.append('\\').append(SHORT.charAt(meant));
            } else if (c < ' ') {
                escaped.append(c < HEX ? "\\u000" : "\\u00").append(Integer.toHexString(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** A text without the escapes of a URL; null if they are no UTF-8. */
    static @Nullable String ofUrl(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] == '%' ? octet(bytes, i + 1) : -1;
            decoded.put(octet < 0 ? bytes[i] : (byte) octet);
            i += octet < 0 ? 0 : 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    private static int octet(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], HEX);
        int low = Character.digit(bytes[at + 1], HEX);
        return high < 0 || low < 0 ? -1 : HEX * high + low;
    }

    private static int hex(String text, int at, int digits) {
        if (at + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
            if (digit < 0) {
                return -1;
            }
            value = HEX * value + digit;
        }
        return value;
    }
}
