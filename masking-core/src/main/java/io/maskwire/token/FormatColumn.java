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
    private final Ff1 ff1;
    private final Ff1Lanes lanes;
    private final int[] starts = new int[Ff1State.LANES];

    FormatColumn(Alphabet alphabet, Ff1 ff1) {
        this.text = new FormatText(alphabet);
        this.ff1 = ff1;
        this.lanes = ff1.newLanes();
    }

    /** Masks all values; returns how many can't be taken and were overwritten. */
    int encrypt(FormatKey key, PreservedFormat format, byte[] column, int values) {
        int width = column.length / values;
        int overwritten = 0;
        int count = 0;
        Ff1Longs core = null;
        for (int at = 0; at < column.length; at += width) {
            if (key.readInPlace(text, format, column, at, width)) {
                core = core == null ? ff1.longs(text.input().length) : core;
                lanes.add(core, text.input());
                starts[count++] = at;
            } else if (!encryptOne(key, format, column, at, width)) {
                overwritten++;
            }
            if (count == Ff1State.LANES || at == column.length - width) {
                lanes.encrypt();
                write(count);
                count = 0;
            }
        }
        text.letGo();
        return overwritten;
    }

    private void write(int count) {
        for (int lane = 0; lane < count; lane++) {
            text.moveTo(starts[lane]);
            lanes.write(lane, text.input());
        }
    }

    private static boolean encryptOne(FormatKey key, PreservedFormat format, byte[] column, int from, int width) {
        try {
            String masked = key.encrypt(format, Latin1.text(column, from, width));
            System.arraycopy(masked.getBytes(StandardCharsets.ISO_8859_1), 0, column, from, width);
            return true;
        } catch (UnmaskableException e) {
            Arrays.fill(column, from, from + width, OVERWRITTEN);
            return false;
        }
    }
}
