package io.maskwire.policy;

/**
 * Something in a policy that is allowed and probably not meant. Holds names the policy's author wrote, no value.
 *
 * @param id what kind of finding it is, such as {@code deterministic-to-anonymous}
 * @param severity how bad it is
 * @param where the class, path or audience
 * @param problem what is wrong
 * @param remedy what to do
 */
public record Finding(String id, Severity severity, String where, String problem, String remedy) {

    /** How bad a finding is. */
    public enum Severity {
        /** Values are hidden or shown otherwise than anybody can have meant. */
        ERROR,
        /** Somebody learns more than they need. */
        WARNING,
        /** Worth a look. */
        INFO
    }

    @Override
    public String toString() {
        return severity + " " + id + " at " + where + ": " + problem + "; " + remedy;
    }
}
