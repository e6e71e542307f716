package io.maskwire.policy;

import java.util.Locale;

/**
 * Brings equal values to one form before they are hashed. The choice is a part of the domain: the same value under two
 * normalisers gives two unrelated hashes.
 */
public enum Normalizer {
    /** The text as it is. */
    NONE,
    /** Unicode normalisation form C, outer white space removed; more than 30 combining marks in a row are refused. */
    NFC,
    /**
     * As {@link #NFC}, with the part behind the last {@code @} in lower case; the local part keeps its case. More than 1024
     * UTF-16 units are refused.
     */
    EMAIL,
    /** Decimal digits only; space, {@code -}, {@code .}, {@code /} and brackets are dropped, all else is refused. */
    DIGITS,
    /** Upper-case letters and digits of an IBAN; spaces are dropped, all else is refused. */
    IBAN,
    /** A calendar date as {@code yyyy-MM-dd}; anything else is refused. */
    ISO_DATE;

    /** The name used in declarations, such as {@code iso-date}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the one form of a value.
     *
     * @throws IllegalArgumentException if the value is not of this kind; the message does not quote it
     */
    public String normalize(String original) {
        return Normalization.of(this, original);
    }
}
