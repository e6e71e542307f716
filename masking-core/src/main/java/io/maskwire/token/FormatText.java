package io.maskwire.token;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.UnmaskableException.Reason;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A value of a format as FF1's input and back. To be used again; for one thread at a time. */
final class FormatText extends Slots.State {

    private static final int FEWEST_VALUES = 1_000_000;
    private static final int BUFFER = 256;
    /** Parts the kept first characters from the kept last ones in the tweak; UTF-8 never has this byte. */
    private static final int DIVIDER = 0xff;

    final Ff1Input input = new Ff1Input(PreservedFormat.MOST_SYMBOLS);
    private final byte[] buffer = new byte[BUFFER];
    /** Of each symbol the byte that writes it; null if one needs more than a byte. */
    private final byte @Nullable [] latin1;

    private int count;

    FormatText(Alphabet alphabet) {
        this.latin1 = alphabet.isLatin1() ? alphabet.characters().getBytes(StandardCharsets.ISO_8859_1) : null;
    }

    /** How many symbols of an alphabet have a million texts; in fewer an original can be found by trying all. */
    static int shortest(int radix) {
        int length = 1;
        for (long texts = radix; texts < FEWEST_VALUES; texts *= radix) {
            length++;
        }
        return Math.max(2, length);
    }

    /** Takes a value apart; returns what speaks against masking it, or null. */
    @Nullable
    Reason read(PreservedFormat format, int shortest, String value) {
        Reason reason = readSymbols(format, value);
        if (reason != null) {
            return reason;
        }
        int checkDigits = format.luhn() == Luhn.NONE ? 0 : 1;
        int body = count - format.keepFirst() - format.keepLast() - checkDigits;
        if (body < shortest) {
            return Reason.TOO_SHORT;
        }
        input.part(format.keepFirst(), body);
        readTweak(format);
        return null;
    }

    private @Nullable Reason readSymbols(PreservedFormat format, String value) {
        Alphabet alphabet = format.alphabet();
        count = 0;
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            int index = alphabet.indexOf(character);
            if (index >= 0) {
                if (count == PreservedFormat.MOST_SYMBOLS) {
                    return Reason.TOO_LONG;
                }
                input.numerals[count++] = index;
            } else if (!format.isSeparator(character)) {
                return Reason.OTHER_KIND;
            }
            i += Character.charCount(character);
        }
        return null;
    }

    private void readTweak(PreservedFormat format) {
        input.clearTweak();
        addToTweak(format.alphabet(), 0, format.keepFirst());
        input.addToTweak(DIVIDER);
        addToTweak(format.alphabet(), count - format.keepLast(), count);
    }

    private void addToTweak(Alphabet alphabet, int from, int to) {
        for (int i = from; i < to; i++) {
            int character = alphabet.codePointAt(input.numerals[i]);
            if (character < 0x80) {
                input.addToTweak(character);
            } else {
                input.addToTweak(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Whether the last digit is the one an original has. */
    boolean hasOriginalCheckDigit(Luhn luhn) {
        return luhn == Luhn.NONE || lastDigit() == CheckDigit.of(input.numerals, count - 1);
    }

    /** Whether the last digit is the one a masked value has. */
    boolean hasMaskedCheckDigit(Luhn luhn) {
        return luhn == Luhn.NONE || lastDigit() == CheckDigit.masked(luhn, input.numerals, count - 1);
    }

    private int lastDigit() {
        return input.numerals[count - 1];
    }

    /** Forgets the value that was read. */
    void wipe() {
        input.wipe(count);
    }

    /** The value that was read, with its symbols as they are now and an original's check digit; forgets it. */
    String writeOriginal(PreservedFormat format, String value) {
        if (format.luhn() != Luhn.NONE) {
            input.numerals[count - 1] = CheckDigit.of(input.numerals, count - 1);
        }
        return write(format, value);
    }

    /** The value that was read, with its symbols as they are now and a masked one's check digit; forgets it. */
    String writeMasked(PreservedFormat format, String value) {
        if (format.luhn() != Luhn.NONE) {
            input.numerals[count - 1] = CheckDigit.masked(format.luhn(), input.numerals, count - 1);
        }
        return write(format, value);
    }

    private String write(PreservedFormat format, String value) {
        String text = latin1 == null || value.length() > BUFFER
                ? writeAny(format.alphabet(), value)
                : value.length() == count ? writeSymbols(latin1) : writeLatin1(latin1, format, value);
        wipe();
        return text;
    }

    private String writeSymbols(byte[] symbols) {
        for (int i = 0; i < count; i++) {
            buffer[i] = symbols[input.numerals[i]];
        }
        return new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
    }

    private static boolean isLatin1(String separators) {
        int all = 0;
        for (int i = 0; i < separators.length(); i++) {
            all |= separators.charAt(i);
        }
        return all < 0x100;
    }

    private String writeLatin1(byte[] symbols, PreservedFormat format, String value) {
        if (!isLatin1(format.separators())) {
            return writeAny(format.alphabet(), value);
        }
        int next = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            buffer[i] = format.alphabet().indexOf(c) < 0 ? (byte) c : symbols[input.numerals[next++]];
        }
        return new String(buffer, 0, value.length(), StandardCharsets.ISO_8859_1);
    }

    private String writeAny(Alphabet alphabet, String value) {
        StringBuilder text = new StringBuilder(value.length());
        int next = 0;
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            text.appendCodePoint(
                    alphabet.indexOf(character) < 0 ? character : alphabet.codePointAt(input.numerals[next++]));
            i += Character.charCount(character);
        }
        return text.toString();
    }
}
