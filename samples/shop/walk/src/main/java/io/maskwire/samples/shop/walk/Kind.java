package io.maskwire.samples.shop.walk;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of data the shop holds, and how to notice one in clear, even in part or in other punctuation. */
enum Kind {
    NAME,
    EMAIL,
    PHONE,
    IBAN,
    PAN;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean shows(String original, String text) {
        return switch (this) {
            case NAME -> containsAWordOf(original, text);
            case EMAIL -> text.contains(original.substring(0, original.indexOf('@')));
            case PHONE, IBAN, PAN -> bare(text).contains(bare(original));
        };
    }

    private static boolean containsAWordOf(String name, String text) {
        return Arrays.stream(name.split("[^\\p{L}]+", -1))
                .filter(word -> word.length() > 1)
                .anyMatch(text::contains);
    }

    private static String bare(String text) {
        return text.replaceAll("[ .()-]", "");
    }
}
