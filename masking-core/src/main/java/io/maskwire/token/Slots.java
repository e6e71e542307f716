package io.maskwire.token;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Idle states that can't be shared, such as ciphers with their buffers: a thread takes one, uses it without blocking and
 * gives it back.
 *
 * <p>No lock and no {@code ThreadLocal}: a virtual thread stays on its carrier while it computes, so a few slots for
 * each processor are enough for any number of threads. A state that failed is not given back.
 */
final class Slots<T extends Slots.State> {

    /** What can be kept here; remembers its slot, so that states don't gather in one. */
    abstract static class State {
        private int slot;
    }

    private static final int MOST_PROCESSORS = 32;
    private static final int MASK = 2 * Integer.highestOneBit(processors() * 2 - 1) - 1;
    // Neighbours lie in different cache lines.
    private static final int STRIDE = 16;

    private final AtomicReferenceArray<@Nullable T> idle = new AtomicReferenceArray<>((MASK + 1) * STRIDE);
    private final Supplier<T> maker;

    Slots(Supplier<T> maker) {
        this.maker = maker;
    }

    private static int processors() {
        return Math.min(Runtime.getRuntime().availableProcessors(), MOST_PROCESSORS);
    }

    T take() {
        int home = (int) Thread.currentThread().getId() & MASK;
        for (int i = 0; i <= MASK; i++) {
            T taken = takeFrom((home + i & MASK) * STRIDE);
            if (taken != null) {
                return taken;
            }
        }
        T made = maker.get();
        ((State) made).slot = home * STRIDE;
        return made;
    }

    private @Nullable T takeFrom(int slot) {
        return idle.get(slot) == null ? null : idle.getAndSet(slot, null);
    }

    void give(T used) {
        idle.setRelease(((State) used).slot, used);
    }
}
