package io.maskwire.spi;

/**
 * Something happened to one classified value. Holds no value: class and audience are names the policy's author wrote.
 *
 * @param action what happened
 * @param outlet where
 * @param dataClass the class, several joined by {@code +}, or {@code -}
 * @param audience the audience as the policy knows it
 */
public record MaskingEvent(Action action, Outlet outlet, String dataClass, String audience) {

    /** What happened. */
    public enum Action {
        /** The masked form was written. */
        MASKED,
        /** The original was written, as granted. */
        GIVEN_CLEAR,
        /** The marker was written, because the mask could not take the value. */
        UNMASKABLE,
        /** The marker was written, because the value is over the limit. */
        TOO_LONG,
        /** The marker was written, because so few values have this length that the mask could be undone by trying. */
        TOO_SHORT,
        /** The marker was written, because nobody said whom the document is about, and the mask needs to know. */
        NO_SUBJECT,
        /** The marker was written, because two classes of the place disagree. */
        CONFLICT,
        /** The marker was written, because the policy doesn't know the class. */
        UNKNOWN_CLASS,
        /** The marker was written, because the policy doesn't know the audience. */
        UNKNOWN_AUDIENCE,
        /** Nothing was written, because nobody declared the receiver. */
        REFUSED,
        /** The original of a masked value was given to somebody who asked for it, after that was recorded. */
        REVEALED,
        /** The original of a masked value was refused to somebody who asked for it. */
        REVEAL_REFUSED,
        /** An audit record could not be written, so nothing was revealed. */
        AUDIT_FAILED,
        /** Report mode: the original was written where it would be masked. */
        WOULD_MASK,
        /** Report mode: the original was written where writing would be refused. */
        WOULD_REFUSE
    }
}
