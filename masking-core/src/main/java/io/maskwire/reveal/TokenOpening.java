package io.maskwire.reveal;

import io.maskwire.key.KeyException;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.reveal.AuditRecord.Outcome;
import io.maskwire.token.Originals;
import java.util.Optional;
import java.util.Set;

/** Opens tokens of one data class: tries all of its domains, whether or not the first one is right. */
final class TokenOpening implements Opening {

    private final MaskingPolicy policy;
    private final String dataClass;
    private final String token;

    TokenOpening(MaskingPolicy policy, String dataClass, String token) {
        this.policy = policy;
        this.dataClass = dataClass;
        this.token = token;
    }

    @Override
    public String masked() {
        return token;
    }

    @Override
    public Optional<String> kid(Originals originals) {
        return originals.kid(token);
    }

    @Override
    public Opened open(Originals originals) {
        Opened found = Opened.nothing(kid(originals).isEmpty() ? Outcome.UNKNOWN_KEY : Outcome.INVALID);
        for (String domain : policy.revealDomains(dataClass)) {
            Opened here = open(originals, domain);
            found = better(found, here);
        }
        return found.outcome == Outcome.INVALID ? elsewhere(originals) : found;
    }

    private Opened open(Originals originals, String domain) {
        try {
            return originals
                    .ofToken(domain, token)
                    .map(original -> Opened.original(domain, original))
                    .orElseGet(() -> Opened.nothing(Outcome.INVALID));
        } catch (KeyException subkeysOnly) {
            return Opened.nothing(Outcome.NO_SUBKEY, domain);
        }
    }

    private static Opened better(Opened one, Opened other) {
        boolean isBetter = other.outcome == Outcome.REVEALED
                || other.outcome == Outcome.NO_SUBKEY && one.outcome != Outcome.REVEALED;
        return isBetter ? other : one;
    }

    /** A token of another class is worth knowing: somebody may be trying what opens where. */
    private Opened elsewhere(Originals originals) {
        Set<String> own = policy.revealDomains(dataClass);
        for (String domain : policy.revealDomains()) {
            if (!own.contains(domain) && open(originals, domain).outcome == Outcome.REVEALED) {
                return Opened.nothing(Outcome.OTHER_DOMAIN, domain);
            }
        }
        return Opened.nothing(Outcome.INVALID);
    }

    @Override
    public TokenOpening spoiled() {
        return new TokenOpening(policy, dataClass, Originals.spoiled(token));
    }
}
