package io.maskwire.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Replacements in characters. */
final class TextEdits extends Edits {

    private static final int LARGEST_ROOM = 1 << 16;

    private String[] texts = new String[FIRST_SIZE];
    private @Nullable String latest;
    private String latestQuoted = "";
    private boolean latin = true;

    // Where results are put together, unless they are large: a new array for each would be cleared first.
    private char[] chars = {};
    private int used;

    @Override
    void put(int index, @Nullable String content) {
        if (index == texts.length) {
            texts = Arrays.copyOf(texts, 2 * index);
        }
        texts[index] = content == null ? "null" : quoted(content);
    }

    private String quoted(String content) {
        if (!content.equals(latest)) {
            latestQuoted = Quoted.of(content);
            latest = content;
            latin = latin && isLatin(latestQuoted);
        }
        return latestQuoted;
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > Projection.LATIN) {
                return false;
            }
        }
        return true;
    }

    /**
     * The input with all replacements.
     *
     * @param bytes one byte for each character, the character if it is Latin-1; of no use to anybody afterwards
     */
    String applyTo(String input, byte[] bytes) {
        if (count() == 0) {
            return input;
        }
        long length = 0;
        boolean fits = true;
        int copied = 0;
        for (int i = 0; i < count(); i++) {
            length += from(i) - copied + texts[i].length();
            copied = to(i);
            fits &= length <= copied;
        }
        int whole = checked(length + input.length() - copied);
        // Most texts are Latin-1, and then a String holds them as these bytes.
        if (latin && Projection.beginsExactly(input, bytes)) {
            String masked = latin(bytes, fits ? bytes : new byte[whole], whole);
            if (isKept(input, masked)) {
                return masked;
            }
        }
        return any(input, whole);
    }

    /** Puts the result together, from left to right; in the place of the input if nothing in it moves to the right. */
    private String latin(byte[] input, byte[] result, int length) {
        String text = "";
        byte[] inBytes = {};
        int copied = 0;
        int at = 0;
        for (int i = 0; i < count(); i++) {
            int kept = from(i) - copied;
            System.arraycopy(input, copied, result, at, kept);
            at += kept;
            copied = to(i);
            if (!texts[i].equals(text)) {
                text = texts[i];
                inBytes = text.getBytes(StandardCharsets.ISO_8859_1);
            }
            for (byte b : inBytes) {
                result[at++] = b;
            }
        }
        System.arraycopy(input, copied, result, at, input.length - copied);
        return new String(result, 0, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether each question mark of the result was one: of a text that isn't Latin-1, some stand for other characters. The
     * result is asked, as nothing finds a character faster than a String does.
     */
    private boolean isKept(String input, String masked) {
        int from = 0;
        int at = 0;
        int mark = masked.indexOf('?');
        for (int i = 0; mark >= 0; i++) {
            boolean last = i == count();
            int end = at + (last ? input.length() : from(i)) - from;
            while (mark >= 0 && mark < end) {
                if (input.charAt(from + mark - at) != '?') {
                    return false;
                }
                mark = masked.indexOf('?', mark + 1);
            }
            if (last) {
                return true;
            }
            at = end + texts[i].length();
            from = to(i);
            mark = mark < at ? masked.indexOf('?', at) : mark;
        }
        return true;
    }

    private String any(String input, int length) {
        char[] result = chars.length < length ? newChars(length) : chars;
        int copied = 0;
        int at = 0;
        for (int i = 0; i < count(); i++) {
            input.getChars(copied, from(i), result, at);
            at += from(i) - copied;
            copied = to(i);
            texts[i].getChars(0, texts[i].length(), result, at);
            at += texts[i].length();
        }
        input.getChars(copied, input.length(), result, at);
        used = length;
        return new String(result, 0, length);
    }

    private char[] newChars(int length) {
        if (length > LARGEST_ROOM) {
            return new char[length];
        }
        chars = new char[length];
        return chars;
    }

    @Override
    void clear() {
        if (texts.length > LARGEST_KEPT) {
            texts = new String[FIRST_SIZE];
        }
        Arrays.fill(texts, 0, Math.min(count(), texts.length), "");
        latest = null;
        latestQuoted = "";
        latin = true;
        Arrays.fill(chars, 0, Math.min(used, chars.length), (char) 0);
        used = 0;
        super.clear();
    }
}
