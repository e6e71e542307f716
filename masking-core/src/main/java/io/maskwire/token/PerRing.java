package io.maskwire.token;

import io.maskwire.key.KeyRing;
import java.util.function.Function;
import java.util.function.Supplier;

/** Something made of a ring that may be replaced: made once for each ring. Safe for use by many threads. */
final class PerRing<T> implements Supplier<T> {

    private record Current<T>(KeyRing ring, T made) {}

    private final Supplier<KeyRing> rings;
    private final Function<KeyRing, T> maker;
    private volatile Current<T> current;

    PerRing(Supplier<KeyRing> rings, Function<KeyRing, T> maker) {
        this.rings = rings;
        this.maker = maker;
        this.current = make(rings.get());
    }

    @Override
    public T get() {
        KeyRing ring = rings.get();
        Current<T> now = current;
        if (now.ring() != ring) {
            // Two threads may both make it: they make the same.
            now = make(ring);
            current = now;
        }
        return now.made();
    }

    private Current<T> make(KeyRing ring) {
        return new Current<>(ring, maker.apply(ring));
    }
}
