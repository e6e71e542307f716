package io.maskwire.policy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Whom the values of one document are about, such as the patient of a record: what {@link Masks#shiftDate} needs to move
 * all dates of one person alike.
 *
 * <p>Immutable; equal by its identifier, and prints without it.
 */
public final class Subject {

    private final String id;

    private Subject(String id) {
        this.id = id;
    }

    /**
     * A subject by an identifier that never changes and that no two subjects share, such as a patient's number. It is put
     * into no output.
     *
     * @throws IllegalArgumentException if the identifier is blank or no well-formed Unicode
     */
    public static Subject of(String id) {
        Objects.requireNonNull(id, "id");
        if (id.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            throw new IllegalArgumentException("A subject's identifier can't be blank and must be well-formed Unicode");
        }
        return new Subject(id);
    }

    /** The identifier. It may be a person's number: keep it out of logs and messages. */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subject subject && id.equals(subject.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Subject[not shown]";
    }
}
