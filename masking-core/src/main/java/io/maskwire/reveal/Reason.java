package io.maskwire.reveal;

/**
 * Why somebody asks for an original. It is written into the audit record as it is, so name the case, such as {@code
 * chargeback 4711}, and no data of a person.
 *
 * <p>Immutable. Prints without its text.
 */
public final class Reason {

    /** A longer text is refused. */
    public static final int LONGEST = AuditText.LONGEST;

    private final String text;

    private Reason(String text) {
        this.text = text;
    }

    /**
     * A reason.
     *
     * @throws IllegalArgumentException if the text is blank, longer than {@value #LONGEST} characters, or has control
     *     characters, line breaks or others that don't show; the message doesn't quote it
     */
    public static Reason of(String text) {
        return new Reason(AuditText.checked("The reason", text));
    }

    /** The text. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reason reason && text.equals(reason.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Reason[…]";
    }
}
