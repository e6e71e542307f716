package io.maskwire;

import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.Subject;

/** Stands where no key ring was given. */
enum NoKeys implements MaskKeys {
    INSTANCE;

    @Override
    public String hash(String domain, Normalizer normalizer, String original) {
        throw missing(domain);
    }

    @Override
    public String tokenize(String domain, String original) {
        throw missing(domain);
    }

    @Override
    public String preserveFormat(String domain, PreservedFormat format, String original) {
        throw missing(domain);
    }

    @Override
    public int shift(String domain, int most, Subject subject) {
        throw missing(domain);
    }

    private static IllegalStateException missing(String domain) {
        return new IllegalStateException("No key ring for the domain " + domain + "; give one with keys(…)");
    }
}
