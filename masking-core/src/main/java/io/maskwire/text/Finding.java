package io.maskwire.text;

import io.maskwire.policy.Classification;
import io.maskwire.policy.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text that is masked.
 *
 * @param start its first char
 * @param end after its last char
 * @param rank who found it
 * @param classification what it is; null for a value nothing is said about, in a policy that masks such values
 * @param form how it is written
 */
record Finding(int start, int end, Rank rank, @Nullable Classification classification, Form form) {

    /**
     * How a value is written in the text.
     *
     * @param style in which way
     * @param escapes how often its characters are escaped as in JSON: twice in JSON that stands in a string of JSON
     * @param kind what it was
     */
    record Form(Style style, int escapes, ValueKind kind) {

        static final Form PLAIN = new Form(Style.PLAIN, 0, ValueKind.STRING);
        static final Form URL = new Form(Style.URL, 0, ValueKind.STRING);
        static final Form OPAQUE = new Form(Style.OPAQUE, 0, ValueKind.STRING);

        static Form quoted(int escapes) {
            return escapes == 0 ? PLAIN : new Form(Style.QUOTED, escapes, ValueKind.STRING);
        }
    }

    /** In which way a value is written. */
    enum Style {
        /** As it is. */
        PLAIN,
        /** With the escapes of JSON, inside quotes that stay. */
        QUOTED,
        /** In JSON without quotes, which its masked form gets. */
        BARE,
        /** With the {@code %} escapes of a URL. */
        URL,
        /** As no text a mask could take: with brackets, or two findings that overlap. */
        OPAQUE
    }

    /** Both, which overlap; what either says holds for all of it. */
    Finding and(Finding other) {
        return new Finding(
                start,
                Math.max(end, other.end),
                rank,
                Classification.both(classification, other.classification),
                Form.OPAQUE);
    }

    boolean contains(Finding other) {
        return start <= other.start && other.end <= end;
    }
}
