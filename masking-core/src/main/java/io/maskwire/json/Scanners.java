package io.maskwire.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Scanners with their stacks and windows: a thread takes one, uses it and gives it back.
 *
 * <p>No lock and no {@code ThreadLocal}, so that any number of virtual threads can mask. Where all are in use a new one is
 * made, and stands for one of them from then on, which nobody finds again.
 */
final class Scanners {

    private static final int SIZE =
            2 * Integer.highestOneBit(Math.min(Runtime.getRuntime().availableProcessors(), 32));

    private final AtomicReferenceArray<@Nullable Workplace> kept = new AtomicReferenceArray<>(SIZE);
    private final JsonRules rules;
    private final @Nullable Predictor predictor;

    Scanners(JsonRules rules, @Nullable Predictor predictor) {
        this.rules = rules;
        this.predictor = predictor;
    }

    Workplace take() {
        int home = (int) Thread.currentThread().getId() & SIZE - 1;
        int place = home;
        for (int i = 0; i < SIZE; i++) {
            int slot = home + i & SIZE - 1;
            Workplace workplace = kept.get(slot);
            if (workplace == null) {
                place = slot;
            } else if (workplace.take()) {
                return workplace;
            }
        }
        Workplace made = new Workplace(rules, predictor);
        kept.set(place, made);
        return made;
    }

    /** Takes back one whose work is done or failed. */
    void give(Workplace used) {
        used.clear();
        used.leave();
    }
}
