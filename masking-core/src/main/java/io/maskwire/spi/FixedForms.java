package io.maskwire.spi;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;

/** Knows where one text stands for every value: then nobody needs to read the original. */
public interface FixedForms {

    /**
     * The text that stands for every value of a classification; counts nothing. Null if the masked form depends on the
     * value, is JSON's null, or is not written: where values are given in clear, only counted, or refused.
     */
    @Nullable
    FixedForm fixedForm(@Nullable Classification classification);
}
