package io.maskwire.json;

import java.util.HexFormat;

/** Text as a JSON string: only what must be escaped is. */
final class Quoted {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int SHORT_ESCAPES = 8;

    private Quoted() {}

    static String of(String content) {
        int first = 0;
        while (first < content.length() && !isEscaped(content, first)) {
            first++;
        }
        // Nearly all masked values.
        return first == content.length() ? '"' + content + '"' : escaped(content, first);
    }

    private static String escaped(String content, int first) {
        StringBuilder quoted = new StringBuilder(content.length() + 2 + SHORT_ESCAPES).append('"');
        int copied = 0;
        for (int i = first; i < content.length(); i++) {
            if (isEscaped(content, i)) {
                quoted.append(content, copied, i);
                escape(content.charAt(i), quoted);
                copied = i + 1;
            }
        }
        return quoted.append(content, copied, content.length()).append('"').toString();
    }

    private static boolean isEscaped(String content, int i) {
        char c = content.charAt(i);
        return c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) && isLone(content, i);
    }

    /** Half a pair has no UTF-8. */
    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static void escape(char c, StringBuilder quoted) {
        switch (c) {
            case '"', '\\' -> quoted.append('\\').append(c);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            default -> quoted.append("\\u").append(HEX.toHexDigits(c));
        }
    }
}
