package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Resolution;
import io.maskwire.policy.UnmaskableException;
import io.maskwire.spi.MaskingEvent.Action;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of all values of one classification for one audience at one outlet. For many threads. */
final class Verdict {

    final Resolution resolution;
    /** False for a value nothing is said about, or only that it stays. */
    final boolean classified;
    /** True if JSON's null stands for each value. */
    final boolean isNull;
    /** The one form of all values, if there is one. */
    final @Nullable String fixed;
    /** The same where it is a text; JSON's null is none. */
    final @Nullable FixedForm form;

    private final @Nullable Classification classification;
    private final Audience audience;
    private final Outlet outlet;
    private final Map<Action, MaskingEvent> events = new EnumMap<>(Action.class);
    private final @Nullable MaskingEvent fixedEvent;

    Verdict(
            @Nullable Classification classification,
            Resolution resolution,
            Audience audience,
            Outlet outlet,
            EventSink sink) {
        this.classification = classification;
        this.audience = audience;
        this.outlet = outlet;
        this.resolution = resolution;
        this.classified = classification != null && !classification.isExemption();
        this.isNull = resolution.mask() == Masks.nothing();
        this.fixed = resolution.fixed();
        String receiver = audience.toString();
        for (Action action : Action.values()) {
            events.put(action, new MaskingEvent(action, outlet, resolution.dataClass(), receiver));
        }
        this.fixedEvent = fixed == null ? null : event(action(fixed));
        this.form = fixed == null || isNull ? null : new FixedForm(fixed, fixedEvent(), sink);
    }

    /** Whether it was found for just these. */
    boolean answers(@Nullable Classification asked, Audience by, Outlet at) {
        return Objects.equals(classification, asked) && audience.equals(by) && outlet == at;
    }

    boolean isOf(Classification other) {
        return classification != null && classification.equals(other);
    }

    MaskingEvent event(Action action) {
        return Objects.requireNonNull(events.get(action));
    }

    /** What happened when the one form of all values was written. */
    MaskingEvent fixedEvent() {
        return Objects.requireNonNull(fixedEvent);
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

    /** What happened, by why the mask didn't take the value. */
    static Action action(UnmaskableException refused) {
        return switch (refused.reason()) {
            case OTHER_KIND -> Action.UNMASKABLE;
            case TOO_SHORT -> Action.TOO_SHORT;
            case TOO_LONG -> Action.TOO_LONG;
            case NO_SUBJECT -> Action.NO_SUBJECT;
        };
    }
}
