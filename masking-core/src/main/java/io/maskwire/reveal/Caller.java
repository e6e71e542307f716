package io.maskwire.reveal;

import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import java.util.Objects;

/**
 * Who asks for an original: a person or a service, by name, and the roles it has or the service it is.
 *
 * <p>Maskwire checks what a caller may do, not who it is: <b>the application vouches</b> that it authenticated this very
 * person or service, and that it has the audience. Never take either from a request's body, parameters or an unsigned
 * header.
 *
 * @param actor the name that audit records show and that the rate limit counts by, such as a user name or the subject of
 *     a token: unique, and the same each time
 * @param audience the roles, the service, or both; see {@link MaskingPolicy#mayReveal}
 */
public record Caller(String actor, Audience audience) {

    /** A longer name is refused. */
    public static final int LONGEST_ACTOR = AuditText.LONGEST;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the actor is blank, longer than {@value #LONGEST_ACTOR} characters, or has
     *     characters that don't show; the message doesn't quote it
     */
    public Caller {
        AuditText.checked("The actor", actor);
        Objects.requireNonNull(audience, "audience");
    }
}
