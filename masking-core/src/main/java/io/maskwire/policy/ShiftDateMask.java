package io.maskwire.policy;

import java.util.Objects;

/**
 * Moves an ISO 8601 date, or date and time, by a whole number of days that the key and the {@link Subject} decide: the
 * same for all dates of one subject under the same key, tenant and domain, at most the given number in either direction
 * and never none. What is no date, and a date moved out of the years 0000 to 9999, becomes the marker.
 *
 * <p><b>Gives:</b> the days between two dates of one subject; the season, roughly. Time and offset stay as they are.
 *
 * <p><b>Doesn't give:</b> secrecy of those distances, of the time of day, or of the date once somebody knows one true date
 * of the same subject. Under another key all is moved otherwise, so distances hold within the time of one key.
 *
 * <p>Without a subject each value becomes the marker, with an event of its own. Needs a key ring. Built on HMAC-SHA-256
 * (RFC 2104) under a subkey from HKDF (RFC 5869).
 */
public final class ShiftDateMask implements KeyedMask {

    /** With fewer days a moved date is as good as the true one. */
    public static final int LEAST_DAYS = 7;

    /** More days are refused: ten years. */
    public static final int MOST_DAYS = 3650;

    private final String domain;
    private final int days;

    ShiftDateMask(String domain, int days) {
        if (days < LEAST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "shiftDate needs " + LEAST_DAYS + " to " + MOST_DAYS + " days, but was " + days);
        }
        this.domain = domain;
        this.days = days;
    }

    static ShiftDateMask inDomain(String domain, int days) {
        return new ShiftDateMask(KeyedMask.named(domain), days);
    }

    @Override
    public ShiftDateMask inClass(String dataClass) {
        return hasDomain() ? this : new ShiftDateMask(dataClass, days);
    }

    @Override
    public boolean hasDomain() {
        return !domain.isEmpty();
    }

    @Override
    public KeyUse use() {
        return new KeyUse.Shift(domain, days);
    }

    @Override
    public String mask(String original, MaskContext context) {
        Subject subject =
                context.subject().orElseThrow(() -> new UnmaskableException(UnmaskableException.Reason.NO_SUBJECT));
        IsoDate date = IsoDate.read(original.strip());
        return date == null ? Masks.MARKER : date.plusDays(context.keys().shift(domain, days, subject));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShiftDateMask mask && domain.equals(mask.domain) && days == mask.days;
    }

    @Override
    public int hashCode() {
        return Objects.hash(domain, days);
    }

    @Override
    public String toString() {
        return hasDomain() ? "shiftDate(\"" + domain + "\", " + days + ")" : "shiftDate(" + days + ")";
    }
}
