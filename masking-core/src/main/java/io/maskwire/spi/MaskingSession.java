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

    private static final int RECENT = 16;

    private final MaskingEngine engine;
    private final MaskKeys keys;
    private final Outlet outlet;
    private final Audience audience;
    private final @Nullable Subject subject;
    private final @Nullable Supplier<? extends RuntimeException> refusal;
    private final Mode mode;
    private final boolean changes;
    // Neighbours in a document often share one classification object, and few are met in all.
    private @Nullable Verdict latestVerdict;
    private @Nullable Verdict @Nullable [] recent;
    private @Nullable Verdict unclassified;
    private @Nullable ValueContext context;
    private boolean metClassified;
    private boolean metGranted;

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
        this.changes = refusal == null && mode != Mode.REPORT;
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
        return metClassified;
    }

    /** True if a value was met so far that this audience is granted to see otherwise than everybody does. */
    public boolean metGranted() {
        return metGranted;
    }

    /** Whether the audience is not granted to see the values of a classification as they are. Counts nothing. */
    public boolean masks(@Nullable Classification classification) {
        return !decide(classification).resolution.isClear();
    }

    /**
     * Whether the values of a classification are written masked here: then {@link #leaves} would return false, for any of
     * them. Counts nothing.
     */
    public boolean hides(@Nullable Classification classification) {
        return changes && masks(classification);
    }

    /**
     * Whether the value at a place is written as it is; counts it if so. Without a classification that is so unless the
     * policy masks what is unclassified. In a refusing session a classified value throws.
     */
    public boolean leaves(@Nullable Classification classification) {
        Verdict verdict = decide(classification);
        if (refusal != null && verdict.classified) {
            refuse(verdict, refusal);
            return true;
        }
        if (verdict.resolution.isClear()) {
            if (verdict.classified) {
                emit(verdict, Action.GIVEN_CLEAR);
            }
            return true;
        }
        if (mode == Mode.REPORT) {
            emit(verdict, Action.WOULD_MASK);
            return true;
        }
        return false;
    }

    private void refuse(Verdict verdict, Supplier<? extends RuntimeException> because) {
        if (mode == Mode.REPORT) {
            emit(verdict, Action.WOULD_REFUSE);
            return;
        }
        emit(verdict, Action.REFUSED);
        throw because.get();
    }

    /**
     * The masked form of a value that {@link #leaves} did not leave. A mask that fails, a value over {@value
     * #LONGEST_VALUE} characters, and one with an unpaired surrogate that the mask would have to read, give the marker;
     * nothing is thrown for what the value holds.
     */
    public String mask(@Nullable Classification classification, String original, ValueKind kind) {
        Verdict verdict = decide(classification);
        if (original.length() > LONGEST_VALUE) {
            emit(verdict, Action.TOO_LONG);
            return Masks.MARKER;
        }
        return mask(verdict, original, kind);
    }

    /**
     * Whether the value at a place, which {@link #leaves} did not leave, is written as JSON's null; counts it if so. Where
     * no null can stand, as for a map key, {@link #mask} gives the text to write.
     */
    public boolean writesNull(@Nullable Classification classification) {
        Verdict verdict = decide(classification);
        if (verdict.isNull) {
            emit(verdict, Action.MASKED);
        }
        return verdict.isNull;
    }

    /** The marker, for a value that {@link #leaves} did not leave and that has no text a mask could take. */
    public String unmaskable(@Nullable Classification classification) {
        emit(decide(classification), Action.UNMASKABLE);
        return Masks.MARKER;
    }

    /**
     * The masked form of a value that {@link #leaves} did not leave, where it is the same for every value: then nobody
     * needs to read the original. Null, and nothing is counted, if the form depends on the value.
     */
    public @Nullable String fixed(@Nullable Classification classification) {
        Verdict verdict = decide(classification);
        if (verdict.fixed != null) {
            engine.emit(verdict.fixedEvent());
        }
        return verdict.fixed;
    }

    /**
     * The text that stands for every value of a classification, which is counted when it is taken out. Null if there is none,
     * or if {@link #leaves} would leave the value or throw.
     */
    public @Nullable FixedForm fixedForm(@Nullable Classification classification) {
        Verdict verdict = decide(classification);
        return changes ? verdict.form : null;
    }

    /** The marker, for a value that {@link #leaves} did not leave and that is over a limit. */
    public String tooLong(@Nullable Classification classification) {
        emit(decide(classification), Action.TOO_LONG);
        return Masks.MARKER;
    }

    private Verdict decide(@Nullable Classification classification) {
        if (classification == null) {
            return decideUnclassified();
        }
        Verdict last = latestVerdict;
        if (last == null || !last.isOf(classification)) {
            last = decideAnew(classification);
            latestVerdict = last;
        }
        return last;
    }

    private Verdict decideUnclassified() {
        Verdict known = unclassified;
        if (known == null) {
            known = engine.verdicts().of(null, audience, outlet);
            unclassified = known;
        }
        return known;
    }

    private Verdict decideAnew(Classification classification) {
        int place = classification.hashCode() & RECENT - 1;
        Verdict known = recent == null ? null : recent[place];
        if (known != null && known.isOf(classification)) {
            return known;
        }
        Verdict found = engine.verdicts().of(classification, audience, outlet);
        if (latestVerdict != null) {
            // Most documents meet one classification only.
            recent = recent == null ? new Verdict[RECENT] : recent;
            recent[place] = found;
        }
        metClassified |= found.classified;
        metGranted |= found.resolution.reason() == Resolution.Reason.GRANTED;
        return found;
    }

    private String mask(Verdict verdict, String original, ValueKind kind) {
        String masked = verdict.fixed;
        Action action;
        try {
            masked = masked == null
                    ? AppliedMask.of(verdict.resolution.mask(), original, context(verdict, kind))
                    : masked;
            action = verdict.action(masked);
        } catch (UnmaskableException refused) {
            masked = Masks.MARKER;
            action = Verdict.action(refused);
        }
        emit(verdict, action);
        return masked;
    }

    private ValueContext context(Verdict verdict, ValueKind kind) {
        String name = verdict.resolution.dataClass();
        ValueContext last = context;
        if (last == null || last.kind() != kind || !last.name().equals(name)) {
            last = new ValueContext(name, Optional.ofNullable(subject), audience, kind, keys);
            context = last;
        }
        return last;
    }

    private void emit(Verdict verdict, Action action) {
        engine.emit(verdict.event(action));
    }
}
