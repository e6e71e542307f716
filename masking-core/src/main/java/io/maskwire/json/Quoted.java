package io.maskwire.json;

import java.util.HexFormat;

/** Text as a JSON string: only what must be escaped is. */
final class Quoted {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Quoted() {}

    static String of(String content) {
        StringBuilder quoted = new StringBuilder(content.length() + 2).append('"');
        int copied = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || isLone(content, i)) {
                quoted.append(content, copied, i);
                escape(c, quoted);
                copied = i + 1;
            }
        }
        return quoted.append(content, copied, content.length()).append('"').toString();
    }

    /** Half a pair has no UTF-8. */
    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
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
