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

    private final Ff1Input symbols = new Ff1Input(PreservedFormat.MOST_SYMBOLS);
    private final DigitInput digits = new DigitInput();
    private final boolean isDecimal;
    private final byte[] buffer = new byte[BUFFER];
    /** Of each symbol the byte that writes it; null if one needs more than a byte. */
    private final byte @Nullable [] latin1;

    /** Whether the digits hold the value: if it is nothing else and none of them is a check digit. */
    private boolean isDigits;

    private int count;

    FormatText(Alphabet alphabet) {
        this.isDecimal = alphabet.characters().equals(Alphabet.DIGITS);
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

    /** What FF1 works on. */
    Ff1Input input() {
        return isDigits ? digits : symbols;
    }

    /** Takes a value apart; returns what speaks against masking it, or null. */
    @Nullable
    Reason read(PreservedFormat format, int shortest, String value) {
        isDigits = isDecimal && format.luhn() == Luhn.NONE && digits.take(value);
        if (isDigits) {
            count = digits.count();
        } else {
            Reason reason = readSymbols(format, value);
            if (reason != null) {
                return reason;
            }
        }
        return part(format, shortest);
    }

    /** The same for a part of somebody's array; false if it is not all digits, or can't be masked. */
    boolean readInPlace(PreservedFormat format, int shortest, byte[] array, int from, int length) {
        isDigits = true;
        count = length;
        return isDecimal
                && format.luhn() == Luhn.NONE
                && digits.takeInPlace(array, from, length)
                && part(format, shortest) == null;
    }

    private @Nullable Reason part(PreservedFormat format, int shortest) {
        int checkDigits = format.luhn() == Luhn.NONE ? 0 : 1;
        int body = count - format.keepFirst() - format.keepLast() - checkDigits;
        if (body < shortest) {
            return Reason.TOO_SHORT;
        }
        input().part(format.keepFirst(), body);
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
                symbols.numerals[count++] = index;
            } else if (!format.isSeparator(character)) {
                return Reason.OTHER_KIND;
            }
            i += Character.charCount(character);
        }
        return null;
    }

    private void readTweak(PreservedFormat format) {
        if (format.keepFirst() + format.keepLast() == 0 && input().hasTweak(DIVIDER)) {
            return;
        }
        input().clearTweak();
        addToTweak(format.alphabet(), 0, format.keepFirst());
        input().addToTweak(DIVIDER);
        addToTweak(format.alphabet(), count - format.keepLast(), count);
    }

    private void addToTweak(Alphabet alphabet, int from, int to) {
        if (isDigits) {
            digits.addDigitsToTweak(from, to);
        } else {
            addSymbolsToTweak(alphabet, from, to);
        }
    }

    private void addSymbolsToTweak(Alphabet alphabet, int from, int to) {
        for (int i = from; i < to; i++) {
            int character = alphabet.codePointAt(symbols.numerals[i]);
            if (character < 0x80) {
                symbols.addToTweak(character);
            } else {
                symbols.addToTweak(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Whether the last digit is the one an original has. */
    boolean hasOriginalCheckDigit(Luhn luhn) {
        return luhn == Luhn.NONE || lastDigit() == CheckDigit.of(symbols.numerals, count - 1);
    }

    /** Whether the last digit is the one a masked value has. */
    boolean hasMaskedCheckDigit(Luhn luhn) {
        return luhn == Luhn.NONE || lastDigit() == CheckDigit.masked(luhn, symbols.numerals, count - 1);
    }

    private int lastDigit() {
        return symbols.numerals[count - 1];
    }

    /** Goes to another value of somebody's array, of the same format and length as the one that was read. */
    void moveTo(int from) {
        digits.moveTo(from);
    }

    /** Forgets somebody's array. */
    void letGo() {
        digits.letGo();
    }

    /** Forgets the value that was read. */
    void wipe() {
        input().wipe(count);
    }

    /** The value that was read, with its symbols as they are now and an original's check digit; forgets it. */
    String writeOriginal(PreservedFormat format, String value) {
        if (format.luhn() != Luhn.NONE) {
            symbols.numerals[count - 1] = CheckDigit.of(symbols.numerals, count - 1);
        }
        return write(format, value);
    }

    /** The value that was read, with its symbols as they are now and a masked one's check digit; forgets it. */
    String writeMasked(PreservedFormat format, String value) {
        if (format.luhn() != Luhn.NONE) {
            symbols.numerals[count - 1] = CheckDigit.masked(format.luhn(), symbols.numerals, count - 1);
        }
        return write(format, value);
    }

    private String write(PreservedFormat format, String value) {
        String text = isDigits ? digits.text() : writeAnySymbols(format, value);
        wipe();
        return text;
    }

    private String writeAnySymbols(PreservedFormat format, String value) {
        return latin1 == null || value.length() > BUFFER
                ? writeAny(format.alphabet(), value)
                : value.length() == count ? writeSymbols(latin1) : writeLatin1(latin1, format, value);
    }

    private String writeSymbols(byte[] bytes) {
        for (int i = 0; i < count; i++) {
            buffer[i] = bytes[symbols.numerals[i]];
        }
        return Latin1.text(buffer, 0, count);
    }

    private static boolean isLatin1(String separators) {
        int all = 0;
        for (int i = 0; i < separators.length(); i++) {
            all |= separators.charAt(i);
        }
        return all < 0x100;
    }

    private String writeLatin1(byte[] bytes, PreservedFormat format, String value) {
        if (!isLatin1(format.separators())) {
            return writeAny(format.alphabet(), value);
        }
        int next = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            buffer[i] = format.alphabet().indexOf(c) < 0 ? (byte) c : bytes[symbols.numerals[next++]];
        }
        return Latin1.text(buffer, 0, value.length());
    }

    private String writeAny(Alphabet alphabet, String value) {
        StringBuilder text = new StringBuilder(value.length());
        int next = 0;
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            text.appendCodePoint(
                    alphabet.indexOf(character) < 0 ? character : alphabet.codePointAt(symbols.numerals[next++]));
            i += Character.charCount(character);
        }
        return text.toString();
    }
}
