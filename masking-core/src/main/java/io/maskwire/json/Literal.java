package io.maskwire.json;

import java.nio.charset.StandardCharsets;

/** The three words of JSON. No two begin alike, so whoever knows the first byte needs to compare the last four only. */
enum Literal {
    TRUE("true"),
    FALSE("false"),
    NULL("null");

    private final String word;
    private final int lastFour;

    Literal(String word) {
        this.word = word;
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        this.lastFour = Words.intAt(bytes, bytes.length - Integer.BYTES);
    }

    int length() {
        return word.length();
    }

    int lastFour() {
        return lastFour;
    }

    char at(int i) {
        return word.charAt(i);
    }
}
