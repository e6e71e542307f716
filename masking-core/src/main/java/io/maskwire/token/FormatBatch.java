package io.maskwire.token;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Masks;
import io.maskwire.policy.PreservedFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some values of one format on their way through FF1 together. To be used again; for one thread at a time. */
final class FormatBatch extends Slots.State {

    private final FormatText[] lanes = new FormatText[Ff1State.LANES];
    private final boolean[] isTaken = new boolean[Ff1State.LANES];
    private final List<Ff1Input> inputs = new ArrayList<>(Ff1State.LANES);

    FormatBatch(Alphabet alphabet) {
        Arrays.setAll(lanes, i -> new FormatText(alphabet));
    }

    /** Masks as many values as there are lanes, with the marker for each that can't be taken. */
    void encrypt(FormatKey key, Ff1 ff1, PreservedFormat format, List<String> originals, List<String> masked) {
        inputs.clear();
        for (int i = 0; i < originals.size(); i++) {
            isTaken[i] = key.read(lanes[i], format, originals.get(i)) == null;
            if (isTaken[i]) {
                inputs.add(lanes[i].input);
            }
        }
        ff1.encrypt(inputs);
        for (int i = 0; i < originals.size(); i++) {
            masked.add(isTaken[i] ? lanes[i].writeMasked(format, originals.get(i)) : Masks.MARKER);
            lanes[i].wipe();
        }
    }
}
