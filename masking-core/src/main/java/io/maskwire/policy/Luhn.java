package io.maskwire.policy;

import java.util.Locale;

/** What a format-preserving mask makes of the check digit of a number (ISO/IEC 7812-1, as cards have it). */
public enum Luhn {
    /** The number has no check digit; all its digits are alike. */
    NONE,
    /** The last digit of a masked number is never the right one, so that no real card can come out. The one for cards. */
    INVALID,
    /** A masked number has the right check digit: it passes for a real card everywhere, also where it should not. */
    VALID;

    /** The name used in declarations, such as {@code invalid}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
