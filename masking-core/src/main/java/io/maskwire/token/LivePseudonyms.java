package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.policy.MaskKeys;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The keyed functions over a ring that may be replaced: each {@link #get} gives those of the ring in force, made once for
 * each ring. Safe for use by many threads.
 */
public final class LivePseudonyms implements Supplier<MaskKeys> {

    private final PerRing<MaskKeys> pseudonyms;

    private LivePseudonyms(PerRing<MaskKeys> pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The keyed functions of whatever ring the supplier gives; values are comparable inside one tenant. */
    public static LivePseudonyms of(Supplier<KeyRing> rings, String tenant) {
        Objects.requireNonNull(tenant, "tenant");
        return new LivePseudonyms(
                new PerRing<>(Objects.requireNonNull(rings, "rings"), ring -> Pseudonyms.of(ring, tenant)));
    }

    @Override
    public MaskKeys get() {
        return pseudonyms.get();
    }
}
