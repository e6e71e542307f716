package io.maskwire.text;

import io.maskwire.policy.Classification;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who found a value; of two findings of the very same text the first in this order holds. */
enum Rank {
    /** A value behind a name the policy or {@link SecretNames} knows. */
    NAMED(""),
    /** A user name and password in a URL. */
    USER_INFO("secret"),
    /** A key, a token, a private key. */
    SECRET("secret"),
    /** A detector of the user. */
    OWN(""),
    IBAN("iban"),
    PAN("pan"),
    EMAIL("email"),
    SSN("ssn"),
    IP("ip"),
    PHONE("phone");

    private static final Map<Rank, Classification> CLASSIFICATIONS = new EnumMap<>(Rank.class);

    static {
        for (Rank rank : values()) {
            if (!rank.dataClass.isEmpty()) {
                CLASSIFICATIONS.put(rank, Classification.ofClass(rank.dataClass));
            }
        }
    }

    private final String dataClass;

    Rank(String dataClass) {
        this.dataClass = dataClass;
    }

    static Set<String> dataClasses() {
        return Arrays.stream(values())
                .map(rank -> rank.dataClass)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What all it finds is; null if that differs. */
    @Nullable
    Classification classification() {
        return CLASSIFICATIONS.get(this);
    }
}
