package io.maskwire.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 8601 date with what may stand behind it.
 *
 * @param day the day
 * @param rest nothing, or {@code T} and a time with or without an offset
 */
record IsoDate(LocalDate day, String rest) {

    private static final int LENGTH = 10;
    private static final int LAST_YEAR = 9999;

    // The rest is shown: nothing may hide in it. No part can match in two ways, so there is no backtracking.
    private static final Pattern TIME =
            Pattern.compile("T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?"
                    + "(?:Z|[+-](?:0[0-9]|1[0-8]):?[0-5][0-9])?");

    /** Reads a date, or date and time, as a whole; null for anything else. */
    static @Nullable IsoDate read(String text) {
        LocalDate day = day(text);
        String rest = day == null ? "" : text.substring(LENGTH);
        return day != null && (rest.isEmpty() || TIME.matcher(rest).matches()) ? new IsoDate(day, rest) : null;
    }

    /** The day a text begins with, if nothing or a {@code T} follows; else null. */
    static @Nullable LocalDate day(String text) {
        if (text.length() < LENGTH || text.length() > LENGTH && text.charAt(LENGTH) != 'T') {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, LENGTH));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** The text of another day at the same time; the marker outside the years of four digits. */
    String plusDays(int days) {
        LocalDate other = day.plusDays(days);
        return other.getYear() < 0 || other.getYear() > LAST_YEAR ? Masks.MARKER : other + rest;
    }
}
