package io.maskwire.json;

/** How a masker reads. */
record Settings(JsonForm form, JsonLimits limits, int holdBack, int window, boolean predicts) {

    static final Settings DEFAULT =
            new Settings(JsonForm.DOCUMENT, JsonLimits.DEFAULT, JsonMasker.DEFAULT_HOLD_BACK, Workplace.WINDOW, true);

    Settings with(JsonForm other) {
        return new Settings(other, limits, holdBack, window, predicts);
    }

    Settings with(JsonLimits other) {
        return new Settings(form, other, holdBack, window, predicts);
    }

    Settings withHoldBack(int other) {
        return new Settings(form, limits, other, window, predicts);
    }

    Settings withWindow(int other) {
        return new Settings(form, limits, holdBack, other, predicts);
    }

    Settings withoutPrediction() {
        return new Settings(form, limits, holdBack, window, false);
    }
}
