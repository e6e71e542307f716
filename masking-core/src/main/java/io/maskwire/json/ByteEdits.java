package io.maskwire.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Replacements in bytes. */
final class ByteEdits extends Edits {

    private static final byte[] NOTHING = {};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private byte[][] texts = new byte[FIRST_SIZE][];
    private @Nullable String latest;
    private byte[] latestQuoted = NOTHING;

    @Override
    void put(int index, @Nullable String content) {
        if (index == texts.length) {
            texts = Arrays.copyOf(texts, 2 * index);
        }
        texts[index] = content == null ? NULL : quoted(content);
    }

    private byte[] quoted(String content) {
        if (!content.equals(latest)) {
            latestQuoted = Quoted.of(content).getBytes(StandardCharsets.UTF_8);
            latest = content;
        }
        return latestQuoted;
    }

    /** The input with all replacements. */
    byte[] applyTo(byte[] input) {
        int count = count();
        if (count == 0) {
            return input.clone();
        }
        long length = input.length;
        for (int i = 0; i < count; i++) {
            length += texts[i].length - (to(i) - from(i));
        }
        byte[] result = new byte[checked(length)];
        int copied = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            int kept = from(i) - copied;
            System.arraycopy(input, copied, result, at, kept);
            at += kept;
            // Short ones: calling for a copy would take longer.
            for (byte b : texts[i]) {
                result[at++] = b;
            }
            copied = to(i);
        }
        System.arraycopy(input, copied, result, at, input.length - copied);
        return result;
    }

    @Override
    void clear() {
        if (texts.length > LARGEST_KEPT) {
            texts = new byte[FIRST_SIZE][];
        }
        Arrays.fill(texts, 0, Math.min(count(), texts.length), NOTHING);
        latest = null;
        latestQuoted = NOTHING;
        super.clear();
    }
}
