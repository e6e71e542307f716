package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import io.maskwire.policy.Alphabet;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.UnmaskableException;
import io.maskwire.policy.UnmaskableException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subkey for format-preserving encryption of one ring key in one domain and alphabet, for many threads. */
final class FormatKey {

    private final String kid;
    private final int shortest;
    private final Ff1 ff1;
    private final Slots<FormatText> texts;
    private final Slots<FormatBatch> batches;
    private final Slots<FormatColumn> columns;

    FormatKey(KeyRing ring, String kid, String tenant, String domain, Alphabet alphabet) {
        this.kid = kid;
        this.texts = new Slots<>(() -> new FormatText(alphabet));
        this.batches = new Slots<>(() -> new FormatBatch(alphabet));
        this.shortest = FormatText.shortest(alphabet.radix());
        byte[] key = ring.subkey(kid, Purpose.FF1, tenant, domain, alphabet.characters());
        try {
            Ff1 cipher = new Ff1(key, alphabet.radix());
            this.ff1 = cipher;
            this.columns = new Slots<>(() -> new FormatColumn(alphabet, cipher));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Takes digits apart where they lie; false if the value is of another kind. */
    boolean readInPlace(FormatText text, PreservedFormat format, byte[] array, int from, int length) {
        return text.readInPlace(format, shortest, array, from, length);
    }

    /** Masks a value; throws if it can't be taken. */
    String encrypt(PreservedFormat format, String original) {
        FormatText text = texts.take();
        Reason reason = read(text, format, original);
        if (reason != null) {
            text.wipe();
            texts.give(text);
            throw new UnmaskableException(reason);
        }
        ff1.encrypt(text.input());
        String masked = text.writeMasked(format, original);
        texts.give(text);
        return masked;
    }

    /** Takes an original apart; returns what speaks against masking it, or null. */
    @Nullable
    Reason read(FormatText text, PreservedFormat format, String original) {
        Reason reason = text.read(format, shortest, original);
        return reason != null || text.hasOriginalCheckDigit(format.luhn()) ? reason : Reason.OTHER_KIND;
    }

    /** Masks many values, with the marker for each that can't be taken. */
    List<String> encrypt(PreservedFormat format, List<String> originals) {
        List<String> masked = new ArrayList<>(originals.size());
        FormatBatch batch = batches.take();
        while (masked.size() < originals.size()) {
            batch.encrypt(this, ff1, format, originals, masked);
        }
        batches.give(batch);
        return masked;
    }

    /** Masks all values of a column in place; returns how many can't be taken and were overwritten. */
    int encrypt(PreservedFormat format, byte[] column, int values) {
        FormatColumn state = columns.take();
        int overwritten = state.encrypt(this, format, column, values);
        columns.give(state);
        return overwritten;
    }

    /** Turns a masked value back; null if it is not of the format. Nothing else is noticed. */
    @Nullable
    String decrypt(PreservedFormat format, String masked) {
        FormatText text = texts.take();
        String original = null;
        if (text.read(format, shortest, masked) == null && text.hasMaskedCheckDigit(format.luhn())) {
            ff1.decrypt(text.input());
            original = text.writeOriginal(format, masked);
        }
        text.wipe();
        texts.give(text);
        return original;
    }

    @Override
    public String toString() {
        return "FormatKey[" + kid + "]";
    }
}
