package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Resolution;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts found before. Classifications are bounded by the code and audiences by the policy, but not their combinations:
 * beyond the limit each is found anew. For many threads.
 */
final class Verdicts {

    private record Question(@Nullable Classification classification, Audience audience, Outlet outlet) {}

    private static final int MOST = 4096;
    private static final int NEAR = 64;

    private final MaskingPolicy policy;
    private final EventSink events;
    private final ConcurrentHashMap<Question, Verdict> known = new ConcurrentHashMap<>();
    // The first verdicts, found without a question. Never replaced: threads that do would wait for each other.
    private final @Nullable Verdict[] near = new Verdict[NEAR];

    Verdicts(MaskingPolicy policy, EventSink events) {
        this.policy = policy;
        this.events = events;
    }

    /** About values of a classification; null for those nothing is said about. */
    Verdict of(@Nullable Classification classification, Audience audience, Outlet outlet) {
        int slot = 31 * (classification == null ? 0 : classification.hashCode()) + audience.hashCode() & NEAR - 1;
        Verdict nearest = near[slot];
        if (nearest != null && nearest.answers(classification, audience, outlet)) {
            return nearest;
        }
        Verdict found = find(classification, audience, outlet);
        if (nearest == null) {
            near[slot] = found;
        }
        return found;
    }

    private Verdict find(@Nullable Classification classification, Audience audience, Outlet outlet) {
        Question question = new Question(classification, audience, outlet);
        Verdict before = known.get(question);
        if (before != null) {
            return before;
        }
        Resolution resolution =
                classification == null ? policy.resolveUnclassified() : policy.resolve(classification, audience);
        Verdict found = new Verdict(classification, resolution, audience, outlet, events);
        if (known.size() < MOST) {
            known.put(question, found);
        }
        return found;
    }
}
