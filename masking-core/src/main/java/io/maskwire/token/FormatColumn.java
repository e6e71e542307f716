package io.maskwire.token;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.UnmaskableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Masks values of one width where they lie, one behind the other. To be used again; for one thread at a time. */
final class FormatColumn extends Slots.State {

    private static final byte OVERWRITTEN = '*';

    private final FormatText text;
    private final int[] starts = new int[Ff1State.LANES];

    FormatColumn(Alphabet alphabet) {
        this.text = new FormatText(alphabet);
    }

    /** Masks all values; returns how many can't be taken and were overwritten. */
    int encrypt(FormatKey key, Ff1 ff1, PreservedFormat format, byte[] column, int width) {
        Ff1Lanes lanes = ff1.takeLanes();
        int overwritten = 0;
        int values = column.length / width;
        for (int first = 0; first < values; first += Ff1State.LANES) {
            int end = Math.min(first + Ff1State.LANES, values) * width;
            overwritten += encryptRow(key, ff1, lanes, format, column, first * width, end, width);
        }
        text.letGo();
        ff1.give(lanes);
        return overwritten;
    }

    private int encryptRow(
            FormatKey key,
            Ff1 ff1,
            Ff1Lanes lanes,
            PreservedFormat format,
            byte[] column,
            int from,
            int end,
            int width) {
        int overwritten = 0;
        int count = 0;
        for (int at = from; at < end; at += width) {
            if (key.readInPlace(text, format, column, at, width)) {
                lanes.add(ff1.longs(text.input().length), text.input());
                starts[count++] = at;
            } else if (!encryptOne(key, format, column, at, width)) {
                overwritten++;
            }
        }
        lanes.encrypt();
        for (int lane = 0; lane < count; lane++) {
            text.moveTo(starts[lane]);
            lanes.write(lane, text.input());
        }
        return overwritten;
    }

    private static boolean encryptOne(FormatKey key, PreservedFormat format, byte[] column, int from, int width) {
        try {
            String masked = key.encrypt(format, new String(column, from, width, StandardCharsets.ISO_8859_1));
            System.arraycopy(masked.getBytes(StandardCharsets.ISO_8859_1), 0, column, from, width);
            return true;
        } catch (UnmaskableException e) {
            Arrays.fill(column, from, from + width, OVERWRITTEN);
            return false;
        }
    }
}
