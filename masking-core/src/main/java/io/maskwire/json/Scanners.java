package io.maskwire.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Idle scanners with their stacks and windows: a thread takes one, uses it and gives it back.
 *
 * <p>No lock and no {@code ThreadLocal}, so that any number of virtual threads can mask; where none is idle a new one is
 * made, and where there is no room for one that comes back it is dropped.
 */
final class Scanners {

    private static final int SIZE =
            2 * Integer.highestOneBit(Math.min(Runtime.getRuntime().availableProcessors(), 32));

    private final AtomicReferenceArray<@Nullable Workplace> idle = new AtomicReferenceArray<>(SIZE);
    private final JsonRules rules;
    private final @Nullable Predictor predictor;

    Scanners(JsonRules rules, @Nullable Predictor predictor) {
        this.rules = rules;
        this.predictor = predictor;
    }

    Workplace take() {
        int home = home();
        for (int i = 0; i < SIZE; i++) {
            int slot = home + i & SIZE - 1;
            Workplace taken = idle.get(slot) == null ? null : idle.getAndSet(slot, null);
            if (taken != null) {
                return taken;
            }
        }
        return new Workplace(rules, predictor);
    }

    /** Takes back one whose work is done or failed. */
    void give(Workplace used) {
        used.clear();
        int home = home();
        for (int i = 0; i < SIZE; i++) {
            int slot = home + i & SIZE - 1;
            if (idle.get(slot) == null && idle.compareAndSet(slot, null, used)) {
                return;
            }
        }
    }

    private static int home() {
        return (int) Thread.currentThread().getId() & SIZE - 1;
    }
}
