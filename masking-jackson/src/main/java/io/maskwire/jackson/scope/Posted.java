package io.maskwire.jackson.scope;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.WriteBack;
import io.maskwire.spi.DeclaredSender;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.PostedValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private record Token(String dataClass, String text) {

        /** Prints nothing: a token is a value too. */
        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    private static final Pattern NUMBERED = Pattern.compile("#[0-9]{1,9}$");

    private final PostedValues values;
    private final WriteBack what;
    private final boolean accepted;
    private final @Nullable Originals originals;
    private final @Nullable DeclaredSender sender;
    // A property may be looked at before it is read, and each time an original is asked for there is a record.
    private final Map<Token, Optional<String>> asked = new HashMap<>();
    private @Nullable Throwable judged;
    private @Nullable Throwable replaced;
    private @Nullable ReadRefusal refusal;

    /**
     * A document.
     *
     * @param accepted true if masked values in it are read as they are
     * @param originals whom to ask for originals; null if nobody may have any
     * @param sender the service that sent it over a declared edge; null if none is known
     */
    public Posted(
            MaskingEngine engine,
            @Nullable Audience from,
            boolean accepted,
            @Nullable Originals originals,
            @Nullable DeclaredSender sender) {
        this.values = engine.posted(from, sender);
        this.sender = sender;
        this.what = engine.policy().writeBack();
        this.accepted = accepted || !values.any();
        this.originals = originals;
    }

    /** True if no masked value is refused, dropped or resolved. */
    public boolean isAccepted() {
        return accepted;
    }

    /** True if some property may count as absent. */
    public boolean mayDrop() {
        return !accepted && (what == WriteBack.DROP || sender != null && sender.mayLeaveOut());
    }

    /** True if a property counts as absent if it holds nothing but masked values. */
    public boolean drops(Guard guard) {
        return !accepted && (what == WriteBack.DROP || isLeftOut(guard));
    }

    /** True if who sends it was declared to send nothing else, and what is stored stays as it is. */
    private boolean isLeftOut(Guard guard) {
        return sender != null
                && sender.mayLeaveOut()
                && (guard.values() != null || guard.keys() != null)
                && arrivesMasked(guard.values())
                && arrivesMasked(guard.keys());
    }

    private boolean arrivesMasked(@Nullable Classification classification) {
        return classification == null || values.arrivesMasked(classification);
    }

    /** Tells that a property was left out. */
    public void dropped(Guard guard) {
        if (sender != null && isLeftOut(guard)) {
            Stream.of(guard.values(), guard.keys()).filter(Objects::nonNull).forEach(sender::leftOut);
        }
    }

    /** True if a text at a place is a masked one and stays so: one whose original is given does not. */
    public boolean isMaskedForGood(Guard guard, String text) {
        return isMasked(guard, text) && original(guard, text) == null;
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
        return classification.dataClasses().stream()
                .map(dataClass -> original(originals, new Token(dataClass, masked)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private Optional<String> original(Originals from, Token token) {
        return asked.computeIfAbsent(token, first -> Optional.ofNullable(from.of(first.dataClass(), first.text())));
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
