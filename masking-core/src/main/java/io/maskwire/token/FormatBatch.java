package io.maskwire.token;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Masks;
import io.maskwire.policy.PreservedFormat;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some values of one format on their way through FF1 together. To be used again; for one thread at a time. */
final class FormatBatch extends Slots.State {

    private final FormatText[] lanes = new FormatText[Ff1State.LANES];
    private final boolean[] isTaken = new boolean[Ff1State.LANES];
    private final @Nullable Ff1Input[] inputs = new Ff1Input[Ff1State.LANES];
    private int taken;

    FormatBatch(Alphabet alphabet) {
        Arrays.setAll(lanes, i -> new FormatText(alphabet));
    }

    /** Masks the next values, as many as there are lanes, with the marker for each that can't be taken. */
    void encrypt(FormatKey key, Ff1 ff1, PreservedFormat format, List<String> originals, List<String> masked) {
        int from = masked.size();
        int count = Math.min(lanes.length, originals.size() - from);
        taken = 0;
        for (int i = 0; i < count; i++) {
            isTaken[i] = key.read(lanes[i], format, originals.get(from + i)) == null;
            if (isTaken[i]) {
                add(lanes[i].input());
            }
        }
        ff1.encrypt(inputs, taken);
        for (int i = 0; i < count; i++) {
            masked.add(isTaken[i] ? lanes[i].writeMasked(format, originals.get(from + i)) : Masks.MARKER);
            lanes[i].wipe();
        }
    }

    /** Writes a reference only where another was: writing one costs the collector more than reading it. */
    private void add(Ff1Input input) {
        if (inputs[taken] != input) {
            inputs[taken] = input;
        }
        taken++;
    }
}
