package io.maskwire.reveal;

import io.maskwire.reveal.AuditRecord.Outcome;
import org.jspecify.annotations.Nullable;

/** What was found behind a masked value. Prints no original. */
final class Opened {

    final Outcome outcome;
    final String domain;
    final @Nullable String original;

    private Opened(Outcome outcome, String domain, @Nullable String original) {
        this.outcome = outcome;
        this.domain = domain;
        this.original = original;
    }

    static Opened original(String domain, String original) {
        return new Opened(Outcome.REVEALED, domain, original);
    }

    static Opened nothing(Outcome why) {
        return new Opened(why, AuditRecord.NONE, null);
    }

    static Opened nothing(Outcome why, String domain) {
        return new Opened(why, domain, null);
    }

    @Override
    public String toString() {
        return "Opened[" + outcome + "]";
    }
}
