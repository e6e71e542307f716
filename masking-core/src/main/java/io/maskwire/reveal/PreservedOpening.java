package io.maskwire.reveal;

import io.maskwire.key.KeyException;
import io.maskwire.policy.FormatPreservingMask;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.reveal.AuditRecord.Outcome;
import io.maskwire.token.Originals;
import java.util.Optional;

/** Turns format-preserved values of one data class back, with a key that was named. */
final class PreservedOpening implements Opening {

    private final MaskingPolicy policy;
    private final String dataClass;
    private final FormatPreservingMask mask;
    private final String kid;
    private final String masked;

    PreservedOpening(MaskingPolicy policy, String dataClass, FormatPreservingMask mask, String kid, String masked) {
        this.policy = policy;
        this.dataClass = dataClass;
        this.mask = mask.inClass(dataClass);
        this.kid = kid;
        this.masked = masked;
    }

    @Override
    public String masked() {
        return masked;
    }

    @Override
    public Optional<String> kid(Originals originals) {
        return originals.has(kid) ? Optional.of(kid) : Optional.empty();
    }

    @Override
    public Opened open(Originals originals) {
        String domain = mask.domain();
        if (!originals.has(kid)) {
            return Opened.nothing(Outcome.UNKNOWN_KEY);
        }
        if (!policy.revealDomains(dataClass).contains(domain)) {
            return Opened.nothing(Outcome.OTHER_DOMAIN, domain);
        }
        try {
            return originals
                    .ofPreserved(domain, mask.format(), kid, masked)
                    .map(original -> Opened.original(domain, original))
                    .orElseGet(() -> Opened.nothing(Outcome.INVALID));
        } catch (KeyException subkeysOnly) {
            return Opened.nothing(Outcome.NO_SUBKEY, domain);
        }
    }

    /** Such a value is not authenticated: the time it takes tells nothing. */
    @Override
    public PreservedOpening spoiled() {
        return this;
    }
}
