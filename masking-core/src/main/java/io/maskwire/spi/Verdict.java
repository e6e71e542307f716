package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Resolution;
import io.maskwire.policy.UnmaskableException;
import io.maskwire.spi.MaskingEvent.Action;
import org.jspecify.annotations.Nullable;

/** What becomes of all values of one classification for one audience at one outlet. For many threads. */
final class Verdict {

    private static final int ACTIONS = Action.values().length;

    final Resolution resolution;
    /** False for a value nothing is said about, or only that it stays. */
    final boolean classified;
    /** True if JSON's null stands for each value. */
    final boolean isNull;
    /** The one form of all values, if there is one. */
    final @Nullable String fixed;

    private final @Nullable Classification classification;
    private final Audience audience;
    private final Outlet outlet;
    // Filled without a lock: events are immutable, and two equal ones are one.
    private final @Nullable MaskingEvent[] events = new MaskingEvent[ACTIONS];

    Verdict(@Nullable Classification classification, Resolution resolution, Audience audience, Outlet outlet) {
        this.classification = classification;
        this.resolution = resolution;
        this.audience = audience;
        this.outlet = outlet;
        this.classified = classification != null && !classification.isExemption();
        this.isNull = resolution.mask() == Masks.nothing();
        this.fixed = resolution.fixed();
    }

    boolean isOf(Classification other) {
        return other.equals(classification);
    }

    MaskingEvent event(Action action) {
        MaskingEvent known = events[action.ordinal()];
        if (known == null) {
            known = new MaskingEvent(action, outlet, resolution.dataClass(), audience.toString());
            events[action.ordinal()] = known;
        }
        return known;
    }

    /** What happened, by the form that was written. */
    Action action(String masked) {
        return switch (resolution.reason()) {
            case CONFLICT -> Action.CONFLICT;
            case UNKNOWN_CLASS -> Action.UNKNOWN_CLASS;
            case UNKNOWN_AUDIENCE -> Action.UNKNOWN_AUDIENCE;
            case OWN, GRANTED, UNCLASSIFIED ->
                masked.equals(Masks.MARKER) && !isNull && resolution.mask() != Masks.erase()
                        ? Action.UNMASKABLE
                        : Action.MASKED;
        };
    }

    /** What happened, by the failure of the mask. */
    static Action action(RuntimeException failed) {
        if (failed instanceof UnmaskableException unmaskable) {
            return switch (unmaskable.reason()) {
                case OTHER_KIND -> Action.UNMASKABLE;
                case TOO_SHORT -> Action.TOO_SHORT;
                case TOO_LONG -> Action.TOO_LONG;
                case NO_SUBJECT -> Action.NO_SUBJECT;
            };
        }
        return Action.UNMASKABLE;
    }
}
