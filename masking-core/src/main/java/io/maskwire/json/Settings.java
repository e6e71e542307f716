package io.maskwire.json;

import io.maskwire.policy.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** How a masker reads, and what it knows about documents besides the policy. */
record Settings(
        JsonForm form,
        JsonLimits limits,
        int holdBack,
        int window,
        boolean predicts,
        List<FieldPath> embedded,
        List<PairRule> pairs) {

    static final Settings DEFAULT = new Settings(
            JsonForm.DOCUMENT,
            JsonLimits.DEFAULT,
            JsonMasker.DEFAULT_HOLD_BACK,
            Workplace.WINDOW,
            true,
            List.of(),
            List.of());

    Settings with(JsonForm other) {
        return new Settings(other, limits, holdBack, window, predicts, embedded, pairs);
    }

    Settings with(JsonLimits other) {
        return new Settings(form, other, holdBack, window, predicts, embedded, pairs);
    }

    Settings withHoldBack(int other) {
        return new Settings(form, limits, other, window, predicts, embedded, pairs);
    }

    Settings withWindow(int other) {
        return new Settings(form, limits, holdBack, other, predicts, embedded, pairs);
    }

    Settings withoutPrediction() {
        return new Settings(form, limits, holdBack, window, false, embedded, pairs);
    }

    Settings withEmbedded(FieldPath path) {
        return new Settings(form, limits, holdBack, window, predicts, plus(embedded, path), pairs);
    }

    Settings withPair(PairRule pair) {
        return new Settings(form, limits, holdBack, window, predicts, embedded, plus(pairs, pair));
    }

    private static <T> List<T> plus(List<T> some, T one) {
        List<T> all = new ArrayList<>(some);
        all.add(one);
        return List.copyOf(all);
    }
}
