package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskContext;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.Recognition;
import io.maskwire.policy.Resolution;
import io.maskwire.policy.Subject;
import io.maskwire.policy.UnmaskableException;
import io.maskwire.policy.ValueKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells values that come back masked from real ones. Emits no event: nothing leaves. */
final class WriteBack {

    private final Resolution resolution;
    private final MaskKeys keys;
    private final Audience audience;
    private final Optional<Subject> subject;
    private final boolean isClear;

    WriteBack(
            MaskingPolicy policy,
            MaskKeys keys,
            Mode mode,
            Classification classification,
            Audience audience,
            @Nullable Subject subject) {
        this.keys = keys;
        this.audience = policy.known(audience);
        this.subject = Optional.ofNullable(subject);
        this.resolution = policy.resolve(classification, this.audience);
        this.isClear = resolution.isClear() || mode == Mode.REPORT;
    }

    Recognition recognises(String posted, ValueKind kind) {
        if (isClear) {
            return Recognition.NOT_MASKED;
        }
        if (posted.equals(Masks.MARKER)) {
            return Recognition.MASKED;
        }
        try {
            return resolution.mask().recognises(posted, context(keys, kind));
        } catch (Exception failed) {
            // Not passed on: the message of a mask of one's own may quote the text.
            return Recognition.CANNOT_TELL;
        }
    }

    boolean unchanged(String stored, String posted, ValueKind kind) {
        if (isClear) {
            return same(stored, posted);
        }
        boolean any = false;
        // A value masked before the key was changed may come back after.
        for (MaskKeys each : keys.ofEachKey()) {
            any |= same(shown(stored, each, kind), posted);
        }
        return any;
    }

    private String shown(String stored, MaskKeys each, ValueKind kind) {
        if (stored.length() > MaskingSession.LONGEST_VALUE) {
            return Masks.MARKER;
        }
        String fixed = resolution.fixed();
        try {
            return fixed == null ? AppliedMask.of(resolution.mask(), stored, context(each, kind)) : fixed;
        } catch (UnmaskableException refused) {
            return Masks.MARKER;
        }
    }

    private MaskContext context(MaskKeys with, ValueKind kind) {
        return new ValueContext(resolution.dataClass(), subject, audience, kind, with);
    }

    /** Takes as long for texts of one length wherever they differ, so that a keyed form can't be found by trying. */
    private static boolean same(String one, String other) {
        int difference = one.length() ^ other.length();
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            difference |= one.charAt(i) ^ other.charAt(i);
        }
        return difference == 0;
    }
}
