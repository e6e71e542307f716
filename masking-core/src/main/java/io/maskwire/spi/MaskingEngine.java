package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Mode;
import io.maskwire.policy.Recognition;
import io.maskwire.policy.Subject;
import io.maskwire.policy.Unclassified;
import io.maskwire.policy.ValueKind;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What adapters mask with: a policy, keys and a sink for events. Immutable and safe for use by many threads. */
public final class MaskingEngine {

    private final MaskingPolicy policy;
    private final Supplier<MaskKeys> keys;
    private final Mode mode;
    private final EventSink events;
    private final PathRules paths;
    private final boolean asksForPlaces;
    private final Verdicts verdicts;
    private final SharedForms forms;

    /** Joins the parts. */
    public MaskingEngine(MaskingPolicy policy, Supplier<MaskKeys> keys, Mode mode, EventSink events) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.mode = Objects.requireNonNull(mode, "mode");
        this.events = Objects.requireNonNull(events, "events");
        this.paths = new PathRules(policy.fields(), policy.mapKeys(), policy.embedded());
        this.asksForPlaces = !paths.isEmpty() || policy.unclassified() == Unclassified.MASK;
        this.verdicts = new Verdicts(policy, events);
        this.forms = new SharedForms(policy, verdicts);
    }

    /** The policy. */
    public MaskingPolicy policy() {
        return policy;
    }

    /** The policy's path rules. */
    public PathRules paths() {
        return paths;
    }

    /** True if more than a value's own marks can mask it: a path, or that nothing is said about it. */
    public boolean asksForPlaces() {
        return asksForPlaces;
    }

    /** Whether masks are applied. */
    public Mode mode() {
        return mode;
    }

    /** What becomes of values; found once for all documents. */
    Verdicts verdicts() {
        return verdicts;
    }

    /** The keyed functions of the ring in force now. */
    MaskKeys keys() {
        return keys.get();
    }

    /**
     * Where one text stands for every value, for an audience and whatever the document: no session is needed to write it.
     * In report mode nowhere.
     */
    public FixedForms fixedForms(Outlet outlet, Audience audience) {
        return mode == Mode.REPORT ? classification -> null : forms.of(outlet, audience);
    }

    /** Opens a session for one document to one audience; about whom it is, isn't known. */
    public MaskingSession open(Outlet outlet, Audience audience) {
        return open(outlet, audience, null);
    }

    /** Opens a session for one document to one audience, about a subject if that is known. */
    public MaskingSession open(Outlet outlet, Audience audience, @Nullable Subject subject) {
        return new MaskingSession(this, outlet, policy.known(audience), subject, null, mode);
    }

    /**
     * Opens a session for one document to a receiver nobody declared: at the first classified value it throws what the
     * supplier makes. In report mode it counts instead.
     */
    public MaskingSession openRefusing(Outlet outlet, Supplier<? extends RuntimeException> refusal) {
        return new MaskingSession(
                this, outlet, Audience.unknown(), null, Objects.requireNonNull(refusal, "refusal"), mode);
    }

    /** Opens a session for one document to a receiver nobody declared, which changes nothing and counts. */
    public MaskingSession openCounting(Outlet outlet) {
        Supplier<RuntimeException> never = () -> new IllegalStateException("A counting session refuses nothing");
        return new MaskingSession(this, outlet, Audience.unknown(), null, never, Mode.REPORT);
    }

    /** Whether a text that came back from an audience is what a mask made for it, as far as the text tells. */
    public Recognition recognises(Classification classification, Audience audience, String posted, ValueKind kind) {
        return writeBack(classification, audience, null).recognises(posted, kind);
    }

    /**
     * Whether a text that came back from an audience is what it would have been shown of the stored value, with any key
     * of the ring.
     */
    public boolean unchanged(
            Classification classification,
            Audience audience,
            @Nullable Subject subject,
            String stored,
            String posted,
            ValueKind kind) {
        return writeBack(classification, audience, subject).unchanged(stored, posted, kind);
    }

    /** Tells the masked values of a document that came back, from an audience or over an edge if that is known. */
    public PostedValues posted(@Nullable Audience from, @Nullable DeclaredSender sender) {
        return new PostedValues(policy, keys(), mode, from, sender);
    }

    private WriteBack writeBack(Classification classification, Audience audience, @Nullable Subject subject) {
        return new WriteBack(policy, keys(), mode, classification, audience, subject);
    }

    /**
     * Counts, in report mode, that an adapter would have refused to write something for everybody because it can't mask
     * it.
     */
    public void wouldRefuse(Outlet outlet) {
        events.accept(new MaskingEvent(MaskingEvent.Action.WOULD_REFUSE, outlet, "-", "-"));
    }

    void emit(MaskingEvent event) {
        events.accept(event);
    }
}
