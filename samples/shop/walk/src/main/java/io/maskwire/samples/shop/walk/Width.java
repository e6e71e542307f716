package io.maskwire.samples.shop.walk;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How many columns a text takes in a terminal: the scripts of East Asia take two a letter. */
final class Width {

    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private Width() {}

    static int of(String text) {
        return text.codePoints()
                .map(each -> WIDE.contains(UnicodeScript.of(each)) ? 2 : 1)
                .sum();
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }
}
