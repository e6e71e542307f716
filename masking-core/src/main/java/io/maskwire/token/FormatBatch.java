package io.maskwire.token;

import io.maskwire.policy.Masks;
import io.maskwire.policy.PreservedFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some values of one format on their way through FF1 together. */
final class FormatBatch {

    private final FormatKey key;
    private final PreservedFormat format;
    private final FormatText[] lanes = new FormatText[Ff1State.LANES];
    private final boolean[] isTaken = new boolean[Ff1State.LANES];

    FormatBatch(FormatKey key, PreservedFormat format) {
        this.key = key;
        this.format = format;
        Arrays.setAll(lanes, i -> new FormatText());
    }

    /** Masks as many values as there are lanes, with the marker for each that can't be taken. */
    void encrypt(Ff1 ff1, List<String> originals, List<String> masked) {
        List<Ff1Input> inputs = new ArrayList<>(originals.size());
        for (int i = 0; i < originals.size(); i++) {
            isTaken[i] = key.read(lanes[i], format, originals.get(i)) == null;
            if (isTaken[i]) {
                inputs.add(lanes[i].input);
            }
        }
        ff1.encrypt(inputs);
        for (int i = 0; i < originals.size(); i++) {
            masked.add(isTaken[i] ? lanes[i].writeMasked(format, originals.get(i)) : Masks.MARKER);
        }
    }
}
