package io.maskwire.token;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * States that can't be shared, such as ciphers with their buffers: a thread takes one, uses it without blocking and gives
 * it back.
 *
 * <p>No lock and no {@code ThreadLocal}: a virtual thread stays on its carrier while it computes, so a few slots for
 * each processor are enough for any number of threads. A state that failed is not given back; another takes its slot when
 * all are in use.
 */
final class Slots<T extends Slots.State> {

    /**
     * What can be kept here. It knows itself whether it is in use and so never leaves its slot: to store a reference for
     * each use would take longer, as collectors want to know of each.
     */
    abstract static class State {

        /** Whoever makes one uses it. */
        private final AtomicBoolean inUse = new AtomicBoolean(true);

        private boolean take() {
            return !inUse.get() && inUse.compareAndSet(false, true);
        }
    }

    private static final int MOST_PROCESSORS = 32;
    private static final int MASK = 2 * Integer.highestOneBit(processors() * 2 - 1) - 1;
    // Neighbours lie in different cache lines.
    private static final int STRIDE = 16;

    private final AtomicReferenceArray<@Nullable T> kept = new AtomicReferenceArray<>((MASK + 1) * STRIDE);
    private final Supplier<T> maker;

    Slots(Supplier<T> maker) {
        this.maker = maker;
    }

    private static int processors() {
        return Math.min(Runtime.getRuntime().availableProcessors(), MOST_PROCESSORS);
    }

    T take() {
        int home = (int) Thread.currentThread().getId() & MASK;
        int place = home * STRIDE;
        for (int i = 0; i <= MASK; i++) {
            int slot = (home + i & MASK) * STRIDE;
            T state = kept.get(slot);
            if (state == null) {
                place = slot;
            } else if (((State) state).take()) {
                return state;
            }
        }
        T made = maker.get();
        kept.set(place, made);
        return made;
    }

    void give(T used) {
        ((State) used).inUse.setRelease(false);
    }
}
