package io.maskwire.cli.draft;

import java.util.Locale;

/**
 * One setting of an application.
 *
 * @param key as written, with the index of a list in brackets
 * @param value as written; it may hold a secret, so no message and no draft has it
 * @param source where it stands
 */
record Property(String key, String value, Source source) {

    /** The key as Spring compares it: case and dashes don't matter, and neither does the place in a list. */
    String canonicalKey() {
        return canonical(key);
    }

    static String canonical(String key) {
        return key.replaceAll("\\[[0-9]+]$", "")
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "");
    }

    /** Without its value. */
    @Override
    public String toString() {
        return source.toString();
    }
}
