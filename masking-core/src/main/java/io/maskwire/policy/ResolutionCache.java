package io.maskwire.policy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Resolutions found before. Classifications are bounded by the code and audiences by the policy, but not their
 * combinations: beyond the limit each is found anew. For many threads.
 */
final class ResolutionCache {

    private record Question(Classification classification, Audience audience) {}

    private static final int MOST = 4096;

    private final ConcurrentHashMap<Question, Resolution> known = new ConcurrentHashMap<>();

    Resolution get(
            Classification classification, Audience audience, BiFunction<Classification, Audience, Resolution> find) {
        Question question = new Question(classification, audience);
        @Nullable Resolution before = known.get(question);
        if (before != null) {
            return before;
        }
        Resolution found = find.apply(classification, audience);
        if (known.size() < MOST) {
            known.put(question, found);
        }
        return found;
    }
}
