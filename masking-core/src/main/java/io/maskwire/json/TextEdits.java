package io.maskwire.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Replacements in characters. */
final class TextEdits extends Edits {

    private String[] texts = new String[FIRST_SIZE];
    private @Nullable String latest;
    private String latestQuoted = "";
    private long growth;
    private boolean latin = true;

    @Override
    void put(int index, @Nullable String content) {
        if (index == texts.length) {
            texts = Arrays.copyOf(texts, 2 * index);
        }
        texts[index] = content == null ? "null" : quoted(content);
        growth += texts[index].length();
    }

    private String quoted(String content) {
        if (!content.equals(latest)) {
            latestQuoted = Quoted.of(content);
            latest = content;
            latin &= latestQuoted.chars().allMatch(c -> c <= 0xff);
        }
        return latestQuoted;
    }

    /** The input with all replacements; {@code bytes} has one byte for each character, the character if it is Latin-1. */
    String applyTo(String input, byte[] bytes) {
        if (count() == 0) {
            return input;
        }
        long length = input.length() + growth;
        for (int i = 0; i < count(); i++) {
            length -= to(i) - from(i);
        }
        // Most texts are Latin-1, and then a String holds them as these bytes.
        return latin && Projection.isExact(input, bytes) ? latin(bytes, checked(length)) : any(input, checked(length));
    }

    private String latin(byte[] input, int length) {
        byte[] result = new byte[length];
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
        return new String(result, StandardCharsets.ISO_8859_1);
    }

    private String any(String input, int length) {
        char[] result = new char[length];
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
        return new String(result);
    }

    @Override
    void clear() {
        if (texts.length > LARGEST_KEPT) {
            texts = new String[FIRST_SIZE];
        }
        Arrays.fill(texts, 0, Math.min(count(), texts.length), "");
        latest = null;
        latestQuoted = "";
        growth = 0;
        latin = true;
        super.clear();
    }
}
