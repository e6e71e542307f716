package io.maskwire;

import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.Normalizer;

/** Stands where no key ring was given. */
enum NoKeys implements MaskKeys {
    INSTANCE;

    @Override
    public String hash(String domain, Normalizer normalizer, String original) {
        throw new IllegalStateException("No key ring for the hash domain " + domain + "; give one with keys(…)");
    }
}
