package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Mask;
import io.maskwire.policy.MaskContext;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.Recognition;
import io.maskwire.policy.ValueKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells masked values from real ones in a document that comes back, whoever was shown them: what one person saw may be
 * sent by another. Only a text that somebody with a clear view sends is a masked one in authenticated form alone, as they
 * may mean {@code n/a}. With one snapshot of keys; for one thread at a time.
 */
public final class PostedValues {

    private record Shown(Set<Mask> masks, boolean isClear, boolean asNull) {}

    private final MaskingPolicy policy;
    private final MaskKeys keys;
    private final Mode mode;
    private final Audience audience;
    private final @Nullable DeclaredSender sender;
    private final Map<Classification, Shown> known = new HashMap<>();

    PostedValues(
            MaskingPolicy policy, MaskKeys keys, Mode mode, @Nullable Audience from, @Nullable DeclaredSender sender) {
        this.policy = policy;
        this.keys = keys;
        this.mode = mode;
        this.audience = policy.known(from == null ? Audience.anonymous() : from);
        this.sender = sender;
    }

    /** True if the policy's masks are applied: else nothing was masked that could come back. */
    public boolean any() {
        return mode == Mode.ENFORCE;
    }

    /** True if a text is what a mask made of some value of a classification, as far as the text tells. */
    public boolean isMasked(Classification classification, String text) {
        if (!any() || classification.isExemption()) {
            return false;
        }
        Shown shown = shown(classification);
        if (!shown.isClear() && text.equals(Masks.MARKER)) {
            return true;
        }
        MaskContext context =
                new ValueContext(name(classification), Optional.empty(), audience, ValueKind.STRING, keys);
        return shown.masks().stream().anyMatch(mask -> recognises(mask, text, context));
    }

    /** True if this audience is shown null in the place of each value of a classification. */
    public boolean isMaskedNull(Classification classification) {
        return any() && shown(classification).asNull();
    }

    private static boolean recognises(Mask mask, String text, MaskContext context) {
        try {
            return mask.recognises(text, context) == Recognition.MASKED;
        } catch (Exception failed) {
            // As one that can't tell. Not passed on: the message of a mask of one's own may quote the text.
            return false;
        }
    }

    private Shown shown(Classification classification) {
        return known.computeIfAbsent(classification, this::find);
    }

    private Shown find(Classification classification) {
        Mask own = policy.resolve(classification, audience).mask();
        boolean isClear = own == Masks.clear() && !arrivesMasked(classification);
        return new Shown(policy.shown(classification, isClear), isClear, own == Masks.nothing());
    }

    /** True if who sends the document is declared to send such values masked. */
    public boolean arrivesMasked(Classification classification) {
        return sender != null && !sender.sendsClear(classification);
    }

    private static String name(Classification classification) {
        Set<String> names = classification.dataClasses();
        return names.size() == 1 ? names.iterator().next() : "-";
    }
}
