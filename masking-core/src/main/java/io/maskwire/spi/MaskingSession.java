package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.Resolution;
import io.maskwire.policy.Subject;
import io.maskwire.policy.Unclassified;
import io.maskwire.policy.UnmaskableException;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.MaskingEvent.Action;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Masks the values of one document for one audience, with one snapshot of policy and keys. For one thread at a time.
 *
 * <p>An adapter asks {@link #leaves} for each scalar and writes the value itself, or null if {@link #writesNull}, or what
 * {@link #mask} returns.
 */
public final class MaskingSession {

    /** Longer values are erased. */
    public static final int LONGEST_VALUE = 1 << 20;

    private final MaskingEngine engine;
    private final MaskKeys keys;
    private final Outlet outlet;
    private final Audience audience;
    private final @Nullable Subject subject;
    private final @Nullable Supplier<? extends RuntimeException> refusal;
    private final Mode mode;
    private final Map<Classification, Decision> decisions = new HashMap<>(4);
    private @Nullable Classification latest;
    private Decision decision;
    private final Decision unclassified;

    MaskingSession(
            MaskingEngine engine,
            Outlet outlet,
            Audience audience,
            @Nullable Subject subject,
            @Nullable Supplier<? extends RuntimeException> refusal,
            Mode mode) {
        this.engine = engine;
        this.keys = engine.keys();
        this.outlet = outlet;
        this.audience = audience;
        this.subject = subject;
        this.refusal = refusal;
        this.mode = mode;
        this.decision = new Decision(engine.policy().resolveUnclassified(), false);
        this.unclassified = decision;
    }

    /** Whether this session belongs to an engine. */
    public boolean isOf(MaskingEngine other) {
        return engine == other;
    }

    /** True if a value nothing is said about is masked too. */
    public boolean masksUnclassified() {
        return engine.policy().unclassified() == Unclassified.MASK;
    }

    /** True if this session only counts: everything is written as it is. */
    public boolean changesNothing() {
        return mode == Mode.REPORT;
    }

    /** True if a classified value was met so far. */
    public boolean metClassified() {
        return decisions.values().stream().anyMatch(decided -> decided.classified);
    }

    /** True if a value was met so far that this audience is granted to see otherwise than everybody does. */
    public boolean metGranted() {
        return decisions.values().stream()
                .anyMatch(decided -> decided.resolution.reason() == Resolution.Reason.GRANTED);
    }

    /** Whether the audience is not granted to see the values of a classification as they are. Counts nothing. */
    public boolean masks(@Nullable Classification classification) {
        return !decide(classification).resolution.isClear();
    }

    /**
     * Whether the value at a place is written as it is; counts it if so. Without a classification that is so unless the
     * policy masks what is unclassified. In a refusing session a classified value throws.
     */
    public boolean leaves(@Nullable Classification classification) {
        Decision decided = decide(classification);
        if (refusal != null && decided.classified) {
            refuse(decided, refusal);
            return true;
        }
        if (decided.resolution.isClear()) {
            if (decided.classified) {
                decided.emit(Action.GIVEN_CLEAR);
            }
            return true;
        }
        if (mode == Mode.REPORT) {
            decided.emit(Action.WOULD_MASK);
            return true;
        }
        return false;
    }

    private void refuse(Decision decided, Supplier<? extends RuntimeException> because) {
        if (mode == Mode.REPORT) {
            decided.emit(Action.WOULD_REFUSE);
            return;
        }
        decided.emit(Action.REFUSED);
        throw because.get();
    }

    /**
     * The masked form of a value that {@link #leaves} did not leave. A mask that fails, and a value over {@value
     * #LONGEST_VALUE} characters, give the marker; nothing is thrown for what the value holds.
     */
    public String mask(@Nullable Classification classification, String original, ValueKind kind) {
        Decision decided = decide(classification);
        if (original.length() > LONGEST_VALUE) {
            decided.emit(Action.TOO_LONG);
            return Masks.MARKER;
        }
        return decided.mask(original, kind);
    }

    /**
     * Whether the value at a place, which {@link #leaves} did not leave, is written as JSON's null; counts it if so. Where
     * no null can stand, as for a map key, {@link #mask} gives the text to write.
     */
    public boolean writesNull(@Nullable Classification classification) {
        Decision decided = decide(classification);
        if (decided.isNull) {
            decided.emit(Action.MASKED);
        }
        return decided.isNull;
    }

    /** The marker, for a value that {@link #leaves} did not leave and that has no text a mask could take. */
    public String unmaskable(@Nullable Classification classification) {
        decide(classification).emit(Action.UNMASKABLE);
        return Masks.MARKER;
    }

    /**
     * The masked form of a value that {@link #leaves} did not leave, where it is the same for every value: then nobody
     * needs to read the original. Null, and nothing is counted, if the form depends on the value.
     */
    public @Nullable String fixed(@Nullable Classification classification) {
        Decision decided = decide(classification);
        String fixed = decided.fixed;
        if (fixed != null) {
            decided.emit(decided.fixedAction);
        }
        return fixed;
    }

    /** The marker, for a value that {@link #leaves} did not leave and that is over a limit. */
    public String tooLong(@Nullable Classification classification) {
        decide(classification).emit(Action.TOO_LONG);
        return Masks.MARKER;
    }

    private Decision decide(@Nullable Classification classification) {
        if (classification == null) {
            return unclassified;
        }
        // Neighbours in a document often share one classification object: no look-up for them.
        if (latest == null || !classification.equals(latest)) {
            Decision known = decisions.get(classification);
            decision = known == null ? decideAnew(classification) : known;
            latest = classification;
        }
        return decision;
    }

    private Decision decideAnew(Classification classification) {
        Resolution resolution = engine.policy().resolve(classification, audience);
        Decision decided = new Decision(resolution, !classification.isExemption());
        decisions.put(classification, decided);
        return decided;
    }

    /** What was found out about one classification. The next value with the same fate allocates nothing. */
    private final class Decision {

        private final Resolution resolution;
        private final boolean classified;
        private final boolean isNull;
        private final @Nullable String fixed;
        private final Action fixedAction;
        private @Nullable MaskingEvent event;
        private @Nullable ValueContext context;

        Decision(Resolution resolution, boolean classified) {
            this.resolution = resolution;
            this.classified = classified;
            this.isNull = resolution.mask() == Masks.nothing();
            this.fixed = resolution.fixed();
            this.fixedAction = fixed == null ? Action.MASKED : action(fixed);
        }

        String mask(String original, ValueKind kind) {
            String masked = null;
            Action failure = Action.UNMASKABLE;
            try {
                masked = resolution.mask().mask(original, context(kind));
            } catch (RuntimeException failed) {
                // Not passed on: a mask's own message may quote the value.
                failure = action(failed);
            }
            emit(masked == null ? failure : action(masked));
            return masked == null ? Masks.MARKER : masked;
        }

        private Action action(RuntimeException failed) {
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

        private Action action(String masked) {
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

        void emit(Action action) {
            MaskingEvent last = event;
            if (last == null || last.action() != action) {
                last = new MaskingEvent(action, outlet, resolution.dataClass(), audience.toString());
                event = last;
            }
            engine.emit(last);
        }

        private ValueContext context(ValueKind kind) {
            ValueContext last = context;
            if (last == null || last.kind() != kind) {
                last = new ValueContext(resolution.dataClass(), Optional.ofNullable(subject), audience, kind, keys);
                context = last;
            }
            return last;
        }
    }
}
