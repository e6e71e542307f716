package io.maskwire.networkpolicy;

/**
 * What became of one file.
 *
 * @param kind what happened
 * @param file its name relative to the output folder, with {@code /} on every system
 */
public record Change(Kind kind, String file) {

    /** What can happen to a file. */
    public enum Kind {
        CREATED,
        CHANGED,
        UNCHANGED,
        REMOVED
    }
}
