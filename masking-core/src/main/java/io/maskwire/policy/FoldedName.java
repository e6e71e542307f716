package io.maskwire.policy;

/** Names as paths compare them: ASCII letters in lower case, without {@code _} and {@code -}. */
public final class FoldedName {

    private FoldedName() {}

    /** The folded name. */
    public static String of(String name) {
        StringBuilder folded = null;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (folded == null && fold(c) != c) {
                folded = new StringBuilder(name.length()).append(name, 0, i);
            }
            if (folded != null && !ignored(c)) {
                folded.append(fold(c));
            }
        }
        return folded == null ? name : folded.toString();
    }

    /** Whether a name folds to this; allocates nothing. */
    static boolean equals(String folded, String name) {
        int at = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (ignored(c)) {
                continue;
            }
            if (at == folded.length() || folded.charAt(at++) != fold(c)) {
                return false;
            }
        }
        return at == folded.length();
    }

    private static boolean ignored(char c) {
        return c == '_' || c == '-';
    }

    /** The folded character; for an ignored one something other than itself. */
    private static char fold(char c) {
        if (ignored(c)) {
            return 0;
        }
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
