package io.maskwire.networkpolicy;

import java.util.Collection;
import java.util.stream.Collectors;

/** The little JSON a lock file needs, in ASCII. */
final class Json {

    private Json() {}

    static String text(String value) {
        if (isPlain(value)) {
            return "\"" + value + "\"";
        }
        StringBuilder json = new StringBuilder("\"");
        value.chars().forEach(c -> json.append(escaped((char) c)));
        return json.append('"').toString();
    }

    static String list(Collection<String> values) {
        return values.stream().map(Json::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Whether nothing needs an escape, as nearly always. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7F || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return c >= ' ' && c < 0x7F ? String.valueOf(c) : "\\u%04x".formatted((int) c);
    }
}
