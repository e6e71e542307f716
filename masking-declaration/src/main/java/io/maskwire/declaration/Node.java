package io.maskwire.declaration;

import java.util.List;
import java.util.regex.Pattern;

/** A part of a YAML document with its place. */
sealed interface Node {

    Place place();

    /** What it is, for messages; never its value. */
    String kind();

    /** A text, a number, {@code true} or {@code false}, or nothing. */
    record Scalar(String text, ScalarType type, Place place) implements Node {

        @Override
        public String kind() {
            return type.kind;
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Place place) implements Node {

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file; every key once. */
    record Mapping(List<Entry> entries, Place place) implements Node {

        @Override
        public String kind() {
            return "keys with values";
        }
    }

    /** A key, the place of the key, and its value. */
    record Entry(String key, Place place, Node value) {}

    /** The types of YAML 1.2's core schema, so that {@code no} and {@code on} are texts. */
    enum ScalarType {
        NOTHING("nothing", "|~|null|Null|NULL"),
        TRUTH("true or false", "true|True|TRUE|false|False|FALSE"),
        NUMBER(
                "a number",
                "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
                        + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                        + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"),
        TEXT("text", ".*");

        private final String kind;
        private final Pattern pattern;

        ScalarType(String kind, String pattern) {
            this.kind = kind;
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }

        /** The type of a scalar without quotes. */
        static ScalarType ofPlain(String text) {
            return isWord(text) ? TEXT : byPattern(text);
        }

        /** Whether it begins with a letter that begins nothing but text, as most do. */
        private static boolean isWord(String text) {
            char first = text.isEmpty() ? '~' : text.charAt(0);
            return first >= 'a' && first <= 'z' && first != 'n' && first != 't' && first != 'f';
        }

        private static ScalarType byPattern(String text) {
            for (ScalarType type : values()) {
                if (type.pattern.matcher(text).matches()) {
                    return type;
                }
            }
            return TEXT;
        }
    }
}
