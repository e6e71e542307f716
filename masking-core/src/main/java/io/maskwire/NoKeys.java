package io.maskwire;

import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.Subject;
import java.util.List;

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

    @Override
    public boolean madeToken(String domain, String text) {
        throw missing(domain);
    }

    @Override
    public boolean madeHash(String domain, Normalizer normalizer, String text) {
        throw missing(domain);
    }

    @Override
    public List<MaskKeys> ofEachKey() {
        return List.of(this);
    }

    private static IllegalStateException missing(String domain) {
        return new IllegalStateException("No key ring for the domain " + domain + "; give one with keys(…)");
    }
}
