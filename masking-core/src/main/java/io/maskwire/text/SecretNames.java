package io.maskwire.text;

import io.maskwire.policy.Classification;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names that stand before a secret in any program. What the policy says about a name comes first; these are of the class
 * {@code secret}. A name that ends with one of them, such as {@code DB_PASSWORD}, is one too, and so is one
 * with a digit or a word behind it, such as {@code password_hash}.
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

    /** What may stand behind such a name: its value is as secret, or can be tried. */
    private static final Set<String> SUFFIXES = Set.of(
            "hash",
            "digest",
            "old",
            "new",
            "confirm",
            "confirmation",
            "again",
            "repeat",
            "value",
            "plain",
            "encrypted");

    private static final int SHORTEST = 3;
    private static final int LONGEST =
            NAMES.stream().mapToInt(String::length).max().orElseThrow();

    private SecretNames() {}

    /** All names with all that may stand behind them. */
    static Stream<String> all() {
        return NAMES.stream()
                .flatMap(
                        name -> Stream.concat(Stream.of(name), SUFFIXES.stream().map(name::concat)));
    }

    /** Whether a digit may stand behind a name too. */
    static boolean isNumbered(String name) {
        return NAMES.contains(name) && !isDigit(name.charAt(name.length() - 1));
    }

    /** What stands behind a folded name; null if it says nothing. */
    static @Nullable Classification of(String folded) {
        return ending(folded, NAMES) || ending(withoutSuffix(folded), NAMES) ? SECRET : null;
    }

    private static String withoutSuffix(String folded) {
        int last = folded.length() - 1;
        if (last > 0 && isDigit(folded.charAt(last)) && !isDigit(folded.charAt(last - 1))) {
            return folded.substring(0, last);
        }
        for (String suffix : SUFFIXES) {
            if (folded.endsWith(suffix)) {
                return folded.substring(0, folded.length() - suffix.length());
            }
        }
        return "";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
