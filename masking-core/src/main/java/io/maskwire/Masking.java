package io.maskwire;

import io.maskwire.json.JsonMasker;
import io.maskwire.key.KeyException;
import io.maskwire.key.KeyRing;
import io.maskwire.key.LiveKeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FormatPreservingMask;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.Recognition;
import io.maskwire.policy.Subject;
import io.maskwire.policy.ValueKind;
import io.maskwire.reveal.AuditSink;
import io.maskwire.reveal.Caller;
import io.maskwire.reveal.Reason;
import io.maskwire.reveal.RevealException;
import io.maskwire.reveal.RevealRate;
import io.maskwire.reveal.Revealer;
import io.maskwire.spi.EventSink;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import io.maskwire.text.TextMasker;
import io.maskwire.token.LivePseudonyms;
import io.maskwire.token.Originals;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy with the keys it needs: what an application holds and hands to the adapters.
 *
 * <p>Immutable and safe for use by many threads; prints no key and no value.
 */
public final class Masking {

    private final MaskingEngine engine;
    private final Supplier<Revealer> revealer;
    private final JsonMasker json;
    private final TextMasker text;
    /** What the policy's classes say, as it is asked for with each value. */
    private final Map<String, Classification> classes;

    private Masking(MaskingEngine engine, Supplier<Revealer> revealer) {
        this.engine = engine;
        this.revealer = revealer;
        this.json = JsonMasker.of(engine);
        this.text = TextMasker.of(engine);
        this.classes = engine.policy().dataClasses().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, Classification::ofClass));
    }

    /** A masking for a policy whose masks need no key. */
    public static Masking of(MaskingPolicy policy) {
        return builder(policy).build();
    }

    /** Begins a masking for a policy. */
    public static Builder builder(MaskingPolicy policy) {
        return new Builder(policy);
    }

    /**
     * How a value of a data class looks to an audience.
     *
     * @return the masked form; the erase marker if the policy doesn't know the class or the audience, or if the mask
     *     can't take the value
     */
    public String mask(String dataClass, String original, Audience audience) {
        return mask(dataClass, original, engine.open(Outlet.CALL, audience));
    }

    /**
     * How a value that is about somebody looks to an audience: what masks that treat all values of one subject alike need,
     * such as {@link Masks#shiftDate}.
     *
     * @return the masked form; the erase marker if the policy doesn't know the class or the audience, or if the mask
     *     can't take the value
     */
    public String mask(String dataClass, String original, Audience audience, Subject subject) {
        Objects.requireNonNull(subject, "subject");
        return mask(dataClass, original, engine.open(Outlet.CALL, audience, subject));
    }

    private String mask(String dataClass, String original, MaskingSession session) {
        Objects.requireNonNull(original, "original");
        Classification classification = classification(dataClass);
        return session.leaves(classification) ? original : session.mask(classification, original, ValueKind.STRING);
    }

    private Classification classification(String dataClass) {
        Classification known = classes.get(dataClass);
        return known == null ? Classification.ofClass(dataClass) : known;
    }

    /**
     * The original of a token, for somebody who may have it and says why.
     *
     * <p><b>Gives:</b> the original, after the {@link Builder#audit audit sink} took the record of it. The caller needs the
     * grant {@code reveal} on the class and on every other one that shares a domain with it ({@link
     * MaskingPolicy#mayReveal}), and asks no more often than the {@link Builder#revealRate rate} allows. Attempts that are
     * refused are recorded too.
     *
     * <p><b>Doesn't give:</b> a reason for a refusal, which only the record says; protection from an application that
     * names a caller it did not authenticate. What the mode is makes no difference.
     *
     * @throws RevealException if the original is not given: one error for every reason, except those below
     * @throws IllegalStateException if no keys or no audit sink are configured; the message says what to do
     */
    public String reveal(String dataClass, String token, Caller caller, Reason reason) {
        return revealer.get().reveal(dataClass, token, caller, reason);
    }

    /**
     * The original of a format-preserved value of a data class that has one such mask; else as {@link #reveal}.
     *
     * <p>Nothing authenticates such a value: any text of the format, and a wrong key, give a value that was never masked,
     * and the record can't tell.
     *
     * @param kid the name of the key that masked it, which the value itself does not tell
     * @throws IllegalStateException if the policy has none or several format-preserving masks for the class, too
     */
    public String revealPreserved(String dataClass, String kid, String masked, Caller caller, Reason reason) {
        return revealer.get().revealPreserved(dataClass, kid, masked, caller, reason);
    }

    /**
     * The original of a value that one of several format-preserving masks of its class made, or one in an annotation.
     *
     * @param mask the mask that was used, in a domain of the class
     */
    public String revealPreserved(
            String dataClass, FormatPreservingMask mask, String kid, String masked, Caller caller, Reason reason) {
        return revealer.get().revealPreserved(dataClass, mask, kid, masked, caller, reason);
    }

    /**
     * Whether a value that came back, in a request for example, is one that was masked for this audience: then it must not
     * be stored as a real one. Exact for tokens, hashes (but for one forged text in four thousand million), the marker and
     * masks that always write the same; by its form for what was redacted with {@code *}. What keeps its format, or is a
     * part of the original, looks like other values: then the answer is {@link Recognition#CANNOT_TELL}, and {@link
     * #unchanged} helps.
     *
     * <p>Values in the audience's clear view are never masked ones. An original that reads {@code [masked]} counts as
     * masked. A text masked with a key the ring no longer has is not known.
     */
    public Recognition recognises(String dataClass, Audience audience, String posted) {
        Objects.requireNonNull(posted, "posted");
        return engine.recognises(classification(dataClass), audience, posted, ValueKind.STRING);
    }

    /**
     * Whether a value that came back is what this audience was shown of the stored one, so that storing nothing keeps what
     * was meant. It is compared with what any key of the ring makes of the stored value, in a time that doesn't depend on
     * where the two differ.
     *
     * <p><b>Doesn't tell:</b> whether somebody typed exactly that. Where a mask shows a part, or the marker, a changed
     * value that looks the same counts as unchanged; where it keeps the format, by chance, too. A view that was made under
     * another policy, or with a key the ring no longer has, counts as changed.
     */
    public boolean unchanged(String dataClass, Audience audience, String stored, String posted) {
        return isUnchanged(dataClass, audience, null, stored, posted);
    }

    /** The same for a value that is about somebody, as masks such as {@link Masks#shiftDate} need it. */
    public boolean unchanged(String dataClass, Audience audience, Subject subject, String stored, String posted) {
        return isUnchanged(dataClass, audience, Objects.requireNonNull(subject, "subject"), stored, posted);
    }

    private boolean isUnchanged(
            String dataClass, Audience audience, @Nullable Subject subject, String stored, String posted) {
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(posted, "posted");
        return engine.unchanged(classification(dataClass), audience, subject, stored, posted, ValueKind.STRING);
    }

    /** Masks JSON in bytes, strings and streams, one document each; other forms and limits by its methods. */
    public JsonMasker json() {
        return json;
    }

    /** Masks free text. */
    public TextMasker text() {
        return text;
    }

    /** The policy. */
    public MaskingPolicy policy() {
        return engine.policy();
    }

    /** For adapters. */
    public MaskingEngine engine() {
        return engine;
    }

    @Override
    public String toString() {
        return "Masking[" + engine.policy() + ", mode=" + engine.mode() + "]";
    }

    /** Builds a masking. Not thread-safe. */
    public static final class Builder {

        private final MaskingPolicy policy;
        private @Nullable Supplier<KeyRing> keys;
        private boolean keyless;
        private String tenant = "";
        private Mode mode = Mode.ENFORCE;
        private EventSink events = event -> {};
        private @Nullable AuditSink audit;
        private RevealRate revealRate = RevealRate.DEFAULT;
        private InstantSource clock = InstantSource.system();

        private Builder(MaskingPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
        }

        /** The keys for masks that need one. */
        public Builder keys(KeyRing ring) {
            Objects.requireNonNull(ring, "ring");
            return keys(() -> ring);
        }

        /**
         * Keys that may be replaced while in use, such as a {@link LiveKeyRing}. Each document is masked with the ring
         * that was in force when it began.
         */
        public Builder keys(Supplier<KeyRing> rings) {
            this.keys = Objects.requireNonNull(rings, "rings");
            return this;
        }

        /**
         * Builds though the policy has keyed masks and no key ring is given: each value whose mask needs a key becomes the
         * marker, with an event. For whoever knows that no such mask is reached ({@link MaskingPolicy#keyUses(Audience,
         * java.util.Collection)}).
         */
        public Builder withoutKeys() {
            this.keyless = true;
            return this;
        }

        /** Keyed values are comparable inside one tenant and nowhere else; the default is the empty name. */
        public Builder tenant(String name) {
            this.tenant = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Whether masks are applied; the default is {@link Mode#ENFORCE}. */
        public Builder mode(Mode what) {
            this.mode = Objects.requireNonNull(what, "what");
            return this;
        }

        /** Where events go; the default is nowhere. */
        public Builder events(EventSink sink) {
            this.events = Objects.requireNonNull(sink, "sink");
            return this;
        }

        /** Where attempts to reveal originals are recorded; without one nothing is ever revealed. */
        public Builder audit(AuditSink sink) {
            this.audit = Objects.requireNonNull(sink, "sink");
            return this;
        }

        /** How often one actor may ask for originals; the default is {@link RevealRate#DEFAULT}. */
        public Builder revealRate(RevealRate rate) {
            this.revealRate = Objects.requireNonNull(rate, "rate");
            return this;
        }

        /** What time it is, for audit records and the rate of reveals; the default is the system's clock. */
        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Returns the masking.
         *
         * @throws KeyException if a mask of the policy needs a key and none was given, nor {@link #withoutKeys}
         */
        public Masking build() {
            if (keys == null && !keyless && policy.needsKeys()) {
                throw new KeyException(
                        "The policy has a keyed mask and there is no key ring",
                        "give one with keys(KeyRing.from(KeySource.directory(…))); make a key with: openssl rand -base64 32 > keys/k1.key");
            }
            Supplier<MaskKeys> functions = keys == null ? () -> NoKeys.INSTANCE : LivePseudonyms.of(keys, tenant);
            return new Masking(new MaskingEngine(policy, functions, mode, events), revealer());
        }

        private Supplier<Revealer> revealer() {
            if (keys == null || audit == null) {
                String missing = keys == null
                        ? "there is no key ring; give one with keys(…)"
                        : "there is nowhere to record it; give an AuditSink with audit(…)";
                return () -> {
                    throw new IllegalStateException("Nothing can be revealed: " + missing + " to Masking.builder");
                };
            }
            Supplier<Originals> originals = Originals.live(keys, tenant);
            Revealer revealer = new Revealer(policy, originals, tenant, audit, revealRate, clock, events);
            return () -> revealer;
        }
    }
}
