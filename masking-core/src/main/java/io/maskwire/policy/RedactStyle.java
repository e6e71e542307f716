package io.maskwire.policy;

import java.util.Locale;

/**
 * How {@link Masks#redact} treats a well-known kind of value. A value that hasn't the kind's shape becomes the marker.
 * No style shows how long the hidden part is.
 */
public enum RedactStyle {
    /**
     * {@code z***@***.example}: the first character of at least three and the top-level domain; a private domain names a
     * person.
     */
    EMAIL,
    /** {@code +***34} or {@code ***34}: the last two of 7 to 15 digits (ITU-T E.164). */
    PHONE,
    /**
     * {@code 411111******1111}: the BIN of six and the last four of 15 to 19 digits, as PCI DSS 4.0.1 requirement 3.4.1
     * allows for display; of 12 to 14 digits only the last four.
     */
    PAN,
    /**
     * {@code 41111111******1111}: as {@link #PAN}, but the BIN of eight where at least four digits stay hidden, so of 16 to
     * 19 digits. An issuer is known by eight; who needs no more than the brand takes {@link #PAN}.
     */
    PAN_BIN8,
    /** {@code DE****3000}: country and last four; the check digits are hidden, as they would give away 6.6 bits. */
    IBAN,
    /** {@code ***-**-1234}: the last four of a US social security number. */
    SSN,
    /** {@code Z***}: the first character of a name of at least three. */
    NAME,
    /** {@code 203.0.113.0} or {@code 2001:db8:1::}: the first 24 bits of an IPv4, 48 of an IPv6 address. */
    IP,
    /** {@code 1984}: the year of an ISO 8601 date or date and time. */
    DATE,
    /** {@code SW1A ***}: the outward code of a UK postcode. */
    POSTCODE_UK;

    /** The name used in declarations, such as {@code postcode-uk}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
