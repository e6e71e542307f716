package io.maskwire.text;

import io.maskwire.policy.Classification;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that stand before a secret in any program. What the policy says about a name comes first; these are of the class
 * {@code secret}. A name that ends with one of them, such as {@code DB_PASSWORD}, is one too.
 */
final class SecretNames {

    static final Classification SECRET = Classification.ofClass("secret");

    /** Headers whose value is all that follows. */
    private static final Set<String> LINES = Set.of("authorization", "cookie");

    private static final Set<String> NAMES = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "secret",
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "accountkey",
            "token",
            "authorization",
            "cookie",
            "cvv",
            "cvc",
            "cvv2");

    private static final int SHORTEST = 3;
    private static final int LONGEST =
            NAMES.stream().mapToInt(String::length).max().orElseThrow();

    private SecretNames() {}

    static Set<String> all() {
        return NAMES;
    }

    /** What stands behind a folded name; null if it says nothing. */
    static @Nullable Classification of(String folded) {
        return ending(folded, NAMES) ? SECRET : null;
    }

    /** Whether all that follows on the line is the value. */
    static boolean takesTheLine(String folded) {
        return ending(folded, LINES);
    }

    private static boolean ending(String folded, Set<String> names) {
        for (int start = Math.max(0, folded.length() - LONGEST); start <= folded.length() - SHORTEST; start++) {
            if (names.contains(folded.substring(start))) {
                return true;
            }
        }
        return false;
    }
}
