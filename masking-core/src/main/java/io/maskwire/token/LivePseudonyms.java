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

    private record Current(KeyRing ring, Pseudonyms pseudonyms) {}

    private final Supplier<KeyRing> rings;
    private final String tenant;
    private volatile Current current;

    private LivePseudonyms(Supplier<KeyRing> rings, String tenant) {
        this.rings = rings;
        this.tenant = tenant;
        this.current = current(rings.get());
    }

    /** The keyed functions of whatever ring the supplier gives; values are comparable inside one tenant. */
    public static LivePseudonyms of(Supplier<KeyRing> rings, String tenant) {
        return new LivePseudonyms(Objects.requireNonNull(rings, "rings"), Objects.requireNonNull(tenant, "tenant"));
    }

    @Override
    public MaskKeys get() {
        KeyRing ring = rings.get();
        Current now = current;
        if (now.ring() != ring) {
            // Two threads may both make it: they make the same.
            now = current(ring);
            current = now;
        }
        return now.pseudonyms();
    }

    private Current current(KeyRing ring) {
        return new Current(ring, Pseudonyms.of(ring, tenant));
    }
}
