package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskingPolicy;
import org.jspecify.annotations.Nullable;

/** Fixed forms that all documents to an audience share. For many threads. */
final class SharedForms {

    private static final int NEAR = 64;

    /** What is known for one audience, named as the policy knows it too. */
    private record ForAudience(Verdicts verdicts, Audience audience, Audience known, Outlet outlet)
            implements FixedForms {

        @Override
        public @Nullable FixedForm fixedForm(@Nullable Classification classification) {
            return verdicts.of(classification, known, outlet).form;
        }

        boolean answers(Outlet at, Audience by) {
            return audience.equals(by) && outlet == at;
        }
    }

    private final MaskingPolicy policy;
    private final Verdicts verdicts;
    // The first ones. Never replaced: threads that do would wait for each other.
    private final @Nullable ForAudience[] near = new ForAudience[NEAR];

    SharedForms(MaskingPolicy policy, Verdicts verdicts) {
        this.policy = policy;
        this.verdicts = verdicts;
    }

    FixedForms of(Outlet outlet, Audience audience) {
        int slot = audience.hashCode() & NEAR - 1;
        ForAudience nearest = near[slot];
        if (nearest != null && nearest.answers(outlet, audience)) {
            return nearest;
        }
        ForAudience found = new ForAudience(verdicts, audience, policy.known(audience), outlet);
        if (nearest == null) {
            near[slot] = found;
        }
        return found;
    }
}
