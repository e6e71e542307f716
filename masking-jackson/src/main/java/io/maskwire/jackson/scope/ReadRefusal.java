package io.maskwire.jackson.scope;

/** Why a document is not read, in words that quote nothing of it. */
public enum ReadRefusal {
    /** A masked value stands where a real one is expected. */
    MASKED("a masked value came back here, and is not stored as a real one; leave the property out to keep what is"
            + " stored, or send the real value"),
    /** Masked and real values stand side by side in one property. */
    MIXED("masked and real values came back here side by side, so that neither can be stored nor dropped alone; leave"
            + " the property out to keep what is stored, or send real values only"),
    /** Something went wrong, and its message may quote a classified value. */
    UNREADABLE(
            "what stands here can't be read; it is classified, so that neither it nor the reason is shown; compare it"
                    + " with what the type of the property takes");

    private final String message;

    ReadRefusal(String message) {
        this.message = message;
    }

    /** The message, which quotes nothing. */
    public String message() {
        return message;
    }
}
