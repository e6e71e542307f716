package io.maskwire.reveal;

import io.maskwire.policy.Audience;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One attempt to have an original back. Holds neither the original nor the masked value.
 *
 * @param at when
 * @param actor who, as the application named it
 * @param audience the caller's roles or service, as far as the policy knows them
 * @param tenant the tenant whose values were asked for; empty unless one is configured
 * @param dataClass the data class, or {@code -} if the policy knows none of the name that was given
 * @param domain the domain in which the value was found, or {@code -}
 * @param kid the key the value names, or that was named with it, if the ring has it; else {@code -}
 * @param reason why, as the caller said
 * @param fingerprint 32 hex digits, the same for the same masked value under the same key; {@code -} if the ring has no
 *     subkey for it
 * @param outcome what came of it
 */
public record AuditRecord(
        Instant at,
        String actor,
        Audience audience,
        String tenant,
        String dataClass,
        String domain,
        String kid,
        String reason,
        String fingerprint,
        Outcome outcome) {

    /** Stands where there is nothing to name. */
    static final String NONE = "-";

    /** What came of an attempt. */
    public enum Outcome {
        /** The original is given as soon as this record is written. */
        REVEALED,
        /** The actor asked too often; nothing else was looked at. */
        RATE_LIMITED,
        /** The policy doesn't know the data class. */
        UNKNOWN_CLASS,
        /** The caller lacks the grant for the class, or for one that shares a domain with it. */
        NOT_PERMITTED,
        /** The value names no key of the ring. */
        UNKNOWN_KEY,
        /** The ring holds only subkeys of that key, without the one for this. */
        NO_SUBKEY,
        /** The value was made in another domain of this tenant. */
        OTHER_DOMAIN,
        /** This ring didn't make the value for this tenant, or it is not of the format. */
        INVALID;

        /** The name in a record, such as {@code not-permitted}. */
        public String optionName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The record as a JSON object in one line. */
    public String toJson() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("at", at.toString());
        members.put("outcome", outcome.optionName());
        members.put("actor", actor);
        members.put("audience", audience.toString());
        members.put("tenant", tenant);
        members.put("class", dataClass);
        members.put("domain", domain);
        members.put("kid", kid);
        members.put("reason", reason);
        members.put("fingerprint", fingerprint);
        return JsonLine.of(members);
    }
}
