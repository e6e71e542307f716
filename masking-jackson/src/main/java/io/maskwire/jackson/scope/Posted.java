package io.maskwire.jackson.scope;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.WriteBack;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.PostedValues;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The masked values of one document that is read, and what is done about them. For one thread. */
public final class Posted {

    /** Turns a token into its original. */
    @FunctionalInterface
    public interface Originals {

        /** The original of a token of a class; null if it isn't given. */
        @Nullable
        String of(String dataClass, String token);
    }

    /** Before the original is asked for, which is recorded and counted. */
    private static final String TOKEN = "mw1.";

    private static final Pattern NUMBERED = Pattern.compile("#[0-9]{1,9}$");

    private final PostedValues values;
    private final WriteBack what;
    private final boolean accepted;
    private final @Nullable Originals originals;
    private @Nullable Throwable judged;
    private @Nullable Throwable replaced;
    private @Nullable ReadRefusal refusal;

    /**
     * A document.
     *
     * @param accepted true if masked values in it are read as they are
     * @param originals whom to ask for originals; null if nobody may have any
     */
    public Posted(MaskingEngine engine, @Nullable Audience from, boolean accepted, @Nullable Originals originals) {
        this.values = engine.posted(from);
        this.what = engine.policy().writeBack();
        this.accepted = accepted || !values.any();
        this.originals = originals;
    }

    /** True if no masked value is refused, dropped or resolved. */
    public boolean isAccepted() {
        return accepted;
    }

    /** True if properties that hold nothing but masked values count as absent. */
    public boolean drops() {
        return what == WriteBack.DROP && !accepted;
    }

    /** True if a text at a place is a masked one. */
    public boolean isMasked(Guard guard, String text) {
        Classification classification = guard.values();
        return !accepted && classification != null && values.isMasked(classification, text);
    }

    /** True if a name at a place is a masked one; of two that were equal, the second has a number. */
    public boolean isMaskedName(Guard guard, String name) {
        Classification classification = guard.keys();
        return !accepted
                && classification != null
                && (values.isMasked(classification, name)
                        || values.isMasked(
                                classification, NUMBERED.matcher(name).replaceFirst("")));
    }

    /** True if null at a place stands for a value that isn't shown. */
    public boolean isMaskedNull(Guard guard) {
        Classification classification = guard.values();
        return !accepted && classification != null && values.isMaskedNull(classification);
    }

    /** The original of a masked text; null if it isn't given. */
    public @Nullable String original(Guard guard, String masked) {
        Classification classification = guard.values();
        if (what != WriteBack.RESOLVE || originals == null || classification == null || !masked.startsWith(TOKEN)) {
            return null;
        }
        for (String dataClass : classification.dataClasses()) {
            String original = originals.of(dataClass, masked);
            if (original != null) {
                return original;
            }
        }
        return null;
    }

    /** Remembers why reading ends here. */
    public void refuse(ReadRefusal why) {
        refusal = why;
    }

    /** Why reading ends; null if it isn't for a masked value. */
    public @Nullable ReadRefusal refusal() {
        return refusal;
    }

    /** Remembers an error that was looked at, and may be shown as it is now. */
    public <E extends Exception> E judged(E failure) {
        judged = failure;
        return failure;
    }

    /** Remembers an error that quotes nothing, in place of one that may. */
    public <E extends Exception> E replaced(E error) {
        replaced = error;
        return error;
    }

    /** True if an error took the place of another one. */
    public boolean quotesNothing(Throwable failure) {
        return replaced == failure;
    }

    /** True if an error was looked at. */
    public boolean isJudged(Throwable failure) {
        return judged == failure;
    }
}
