package io.maskwire.reveal;

import io.maskwire.key.KeyException;
import io.maskwire.policy.Audience;
import io.maskwire.policy.FormatPreservingMask;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.reveal.AuditRecord.Outcome;
import io.maskwire.spi.EventSink;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import io.maskwire.token.Originals;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives originals back: to whom the policy grants it, not more often than the rate allows, and only after the attempt is
 * recorded. Refused attempts are recorded too. Safe for use by many threads; holds no lock.
 */
public final class Revealer {

    private static final Logger LOG = System.getLogger(Revealer.class.getName());

    private final MaskingPolicy policy;
    private final Supplier<Originals> originals;
    private final String tenant;
    private final AuditSink audit;
    private final RateLimit rate;
    private final InstantSource clock;
    private final EventSink events;

    /** Joins the parts; the originals are those of the tenant. */
    public Revealer(
            MaskingPolicy policy,
            Supplier<Originals> originals,
            String tenant,
            AuditSink audit,
            RevealRate rate,
            InstantSource clock,
            EventSink events) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.originals = Objects.requireNonNull(originals, "originals");
        this.tenant = Objects.requireNonNull(tenant, "tenant");
        this.audit = Objects.requireNonNull(audit, "audit");
        this.rate = new RateLimit(rate);
        this.clock = Objects.requireNonNull(clock, "clock");
        this.events = Objects.requireNonNull(events, "events");
    }

    /**
     * The original of a token.
     *
     * @throws RevealException if it is not given, whatever the reason
     */
    public String reveal(String dataClass, String token, Caller caller, Reason reason) {
        Objects.requireNonNull(token, "token");
        return reveal(dataClass, new TokenOpening(policy, dataClass, token), caller, reason);
    }

    /**
     * The original of a format-preserved value, which doesn't tell its key.
     *
     * @throws RevealException if it is not given, whatever the reason
     */
    public String revealPreserved(
            String dataClass, FormatPreservingMask mask, String kid, String masked, Caller caller, Reason reason) {
        Objects.requireNonNull(kid, "kid");
        Objects.requireNonNull(masked, "masked");
        return reveal(dataClass, new PreservedOpening(policy, dataClass, mask, kid, masked), caller, reason);
    }

    /**
     * The original of a format-preserved value of a data class that has one format.
     *
     * @throws IllegalStateException if the policy has none or several format-preserving masks for the class
     * @throws RevealException if it is not given, whatever the reason
     */
    public String revealPreserved(String dataClass, String kid, String masked, Caller caller, Reason reason) {
        return revealPreserved(dataClass, onlyFormat(dataClass), kid, masked, caller, reason);
    }

    private FormatPreservingMask onlyFormat(String dataClass) {
        List<FormatPreservingMask> masks = policy.formatPreservingMasks(dataClass);
        if (masks.size() != 1) {
            throw new IllegalStateException("The policy has " + masks.size()
                    + " format-preserving masks for this class, and only with one it is clear how to turn a value back;"
                    + " name the mask that was used with revealPreserved(dataClass, mask, kid, …)");
        }
        return masks.get(0);
    }

    private String reveal(String dataClass, Opening opening, Caller caller, Reason reason) {
        Objects.requireNonNull(reason, "reason");
        Instant now = clock.instant();
        Originals keys = originals.get();
        Audience audience = policy.known(caller.audience());
        Opened opened = rate.take(caller.actor(), now)
                ? open(dataClass, opening, audience, keys)
                : Opened.nothing(Outcome.RATE_LIMITED);
        String kid = opening.kid(keys).orElse(AuditRecord.NONE);
        String fingerprint = fingerprint(keys, kid, opening.masked());
        Outcome outcome =
                fingerprint.equals(AuditRecord.NONE) && opened.original != null ? Outcome.NO_SUBKEY : opened.outcome;
        String known = policy.dataClasses().contains(dataClass) ? dataClass : AuditRecord.NONE;
        AuditRecord attempt = new AuditRecord(
                now, caller.actor(), audience, tenant, known, opened.domain, kid, reason.text(), fingerprint, outcome);
        String original = isRecorded(attempt) && outcome == Outcome.REVEALED ? opened.original : null;
        if (original == null) {
            throw new RevealException();
        }
        return original;
    }

    /** For whoever may not see the original no token is opened, in the time that a wrong one takes. */
    private Opened open(String dataClass, Opening opening, Audience audience, Originals keys) {
        boolean isPermitted = policy.mayReveal(dataClass, audience);
        Opened opened = (isPermitted ? opening : opening.spoiled()).open(keys);
        if (isPermitted) {
            return opened;
        }
        boolean isKnown = policy.dataClasses().contains(dataClass);
        return Opened.nothing(isKnown ? Outcome.NOT_PERMITTED : Outcome.UNKNOWN_CLASS);
    }

    private static String fingerprint(Originals keys, String kid, String masked) {
        try {
            return keys.fingerprint(kid.equals(AuditRecord.NONE) ? keys.primary() : kid, masked);
        } catch (KeyException subkeysOnly) {
            return AuditRecord.NONE;
        }
    }

    private boolean isRecorded(AuditRecord attempt) {
        Exception failure = write(attempt);
        if (failure == null) {
            emit(attempt.outcome() == Outcome.REVEALED ? Action.REVEALED : Action.REVEAL_REFUSED, attempt);
            return true;
        }
        // Its message is left out: it may quote what was to be written.
        LOG.log(
                Level.ERROR,
                "An audit record could not be written ({0}); nothing was revealed",
                failure.getClass().getName());
        emit(Action.AUDIT_FAILED, attempt);
        return false;
    }

    private @Nullable Exception write(AuditRecord attempt) {
        try {
            audit.write(attempt);
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return interrupted;
        } catch (Exception failed) {
            return failed;
        }
    }

    private void emit(Action action, AuditRecord attempt) {
        events.accept(new MaskingEvent(
                action, Outlet.CALL, attempt.dataClass(), attempt.audience().toString()));
    }

    @Override
    public String toString() {
        return "Revealer[" + policy + "]";
    }
}
