package io.maskwire.networkpolicy.manifest;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document; line and column are counted from 1. */
sealed interface Node {

    int line();

    int column();

    /** What it is, for messages; never its value. */
    String kind();

    /** A text, a number, {@code true} or {@code false}, or nothing. */
    record Scalar(String text, ScalarType type, int line, int column) implements Node {

        @Override
        public String kind() {
            return type.words;
        }
    }

    /** A list. */
    record Sequence(List<Node> items, int line, int column) implements Node {

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file; every key once. */
    record Mapping(List<Entry> entries, int line, int column) implements Node {

        @Override
        public String kind() {
            return "keys with values";
        }

        /** The value of a key, if it is there. */
        @Nullable
        Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key.equals(key)) {
                    return entry.value;
                }
            }
            return null;
        }
    }

    /** A key with its place, and its value. */
    record Entry(String key, int line, int column, Node value) {}

    /** A part that was passed over. */
    record Unread(int line, int column) implements Node {

        @Override
        public String kind() {
            return "unread";
        }
    }

    /** What a Kubernetes client takes a scalar for: by YAML 1.1, in which {@code no} is no text. */
    enum ScalarType {
        NOTHING("nothing"),
        TRUTH("true or false"),
        NUMBER("a number"),
        TEXT("text");

        private static final Set<String> NOTHINGS = Set.of("", "~", "null", "Null", "NULL");
        private static final Set<String> TRUE =
                Set.of("true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
        private static final Set<String> FALSE =
                Set.of("false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF");
        private static final Pattern NUMBERS = Pattern.compile("[-+]?(?:0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+"
                + "|(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\\.(?:inf|Inf|INF|nan|NaN|NAN))");

        private final String words;

        ScalarType(String words) {
            this.words = words;
        }

        /** The type of a scalar without quotes. */
        static ScalarType ofPlain(String text) {
            if (NOTHINGS.contains(text)) {
                return NOTHING;
            }
            char first = text.charAt(0);
            if (first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z') {
                return TRUE.contains(text) || FALSE.contains(text) ? TRUTH : TEXT;
            }
            return first <= '9' && NUMBERS.matcher(text.replace("_", "")).matches() ? NUMBER : TEXT;
        }

        static boolean isTrue(String text) {
            return TRUE.contains(text);
        }
    }

    static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && scalar.type == ScalarType.NOTHING;
    }
}
