package io.maskwire;

import io.maskwire.key.KeyException;
import io.maskwire.key.KeyRing;
import io.maskwire.key.LiveKeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Mode;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.EventSink;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import io.maskwire.text.TextMasker;
import io.maskwire.token.LivePseudonyms;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A policy with the keys it needs: what an application holds and hands to the adapters.
 *
 * <p>Immutable and safe for use by many threads; prints no key and no value.
 */
public final class Masking {

    private final MaskingEngine engine;
    private final TextMasker text;

    private Masking(MaskingEngine engine) {
        this.engine = engine;
        this.text = TextMasker.of(engine);
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
        Objects.requireNonNull(original, "original");
        MaskingSession session = engine.open(Outlet.CALL, audience);
        Classification classification = Classification.ofClass(dataClass);
        return session.leaves(classification) ? original : session.mask(classification, original, ValueKind.STRING);
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
        private String tenant = "";
        private Mode mode = Mode.ENFORCE;
        private EventSink events = event -> {};

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

        /**
         * Returns the masking.
         *
         * @throws KeyException if a mask of the policy needs a key and none was given
         */
        public Masking build() {
            if (keys == null && policy.needsKeys()) {
                throw new KeyException(
                        "The policy has a keyed mask and there is no key ring",
                        "give one with keys(KeyRing.from(KeySource.directory(…))); make a key with: openssl rand -base64 32 > keys/k1.key");
            }
            Supplier<MaskKeys> functions = keys == null ? () -> NoKeys.INSTANCE : LivePseudonyms.of(keys, tenant);
            return new Masking(new MaskingEngine(policy, functions, mode, events));
        }
    }
}
