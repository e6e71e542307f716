package io.maskwire.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replacements in bytes. */
final class ByteEdits extends Edits {

    private static final byte[] NOTHING = {};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    // One for a row of replacements that are the same, as of a fixed mask.
    private byte[][] texts = new byte[FIRST_SIZE][];
    private int distinct;
    private int[] textOf = new int[FIRST_SIZE];
    private @Nullable String latest;

    @Override
    void put(int index, @Nullable String content) {
        if (index == textOf.length) {
            textOf = Arrays.copyOf(textOf, 2 * index);
        }
        if (distinct == 0 || !Objects.equals(content, latest)) {
            add(content);
        }
        textOf[index] = distinct - 1;
    }

    private void add(@Nullable String content) {
        if (distinct == texts.length) {
            texts = Arrays.copyOf(texts, 2 * distinct);
        }
        texts[distinct++] = content == null ? NULL : Quoted.of(content).getBytes(StandardCharsets.UTF_8);
        latest = content;
    }

    private byte[] text(int index) {
        return texts[textOf[index]];
    }

    /** The input with all replacements. */
    byte[] applyTo(byte[] input) {
        int count = count();
        if (count == 0) {
            return input.clone();
        }
        long length = input.length;
        for (int i = 0; i < count; i++) {
            length += text(i).length - (to(i) - from(i));
        }
        byte[] result = new byte[checked(length)];
        int copied = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            int kept = from(i) - copied;
            System.arraycopy(input, copied, result, at, kept);
            at += kept;
            // Short ones: calling for a copy would take longer.
            for (byte b : text(i)) {
                result[at++] = b;
            }
            copied = to(i);
        }
        System.arraycopy(input, copied, result, at, input.length - copied);
        return result;
    }

    @Override
    void clear() {
        if (textOf.length > LARGEST_KEPT) {
            texts = new byte[FIRST_SIZE][];
            textOf = new int[FIRST_SIZE];
        }
        Arrays.fill(texts, 0, Math.min(distinct, texts.length), NOTHING);
        distinct = 0;
        latest = null;
        super.clear();
    }
}
