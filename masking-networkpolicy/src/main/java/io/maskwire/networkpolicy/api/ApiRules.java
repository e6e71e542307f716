package io.maskwire.networkpolicy.api;

/** What the Kubernetes API server accepts as names, labels and ports. Nothing it would refuse is written. */
public final class ApiRules {

    public static final String DNS_LABEL_RULE =
            "use 1 to 63 of a-z, 0-9 and -, with a letter or digit at either end (a DNS label)";
    public static final String LABEL_KEY_RULE =
            "write [PREFIX/]NAME, where PREFIX is a DNS name of at most 253 characters and"
                    + " NAME has 1 to 63 of A-Z, a-z, 0-9, -, _ and ., with a letter or digit at either end";
    public static final String LABEL_VALUE_RULE =
            "use at most 63 of A-Z, a-z, 0-9, -, _ and ., with a letter or digit at either end";
    public static final String DNS_SUBDOMAIN_RULE =
            "use DNS labels of a-z, 0-9 and - joined by ., at most 253 characters in all";
    public static final String PORT_NAME_RULE =
            "use at most 15 of a-z, 0-9 and single -, with a letter in it and a letter or digit at either end";
    public static final int LONGEST_LABEL = 63;
    private static final int LONGEST_PORT_NAME = 15;
    private static final int LONGEST_SUBDOMAIN = 253;
    private static final int HIGHEST_PORT = 65_535;

    private ApiRules() {}

    public static boolean isDnsLabel(String text) {
        return text.length() <= LONGEST_LABEL && isDnsLabel(text, 0, text.length());
    }

    // By hand, here and below: each name and label of a whole cluster is asked for, and patterns took most of that
    // time.
    private static boolean isDnsLabel(String text, int from, int to) {
        if (to <= from || !isLowerOrDigit(text.charAt(from)) || !isLowerOrDigit(text.charAt(to - 1))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '-' && !isLowerOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    public static boolean isDnsSubdomain(String text) {
        if (text.length() > LONGEST_SUBDOMAIN) {
            return false;
        }
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
            if (!isDnsLabel(text, from, dot)) {
                return false;
            }
            from = dot + 1;
        }
        return isDnsLabel(text, from, text.length());
    }

    public static boolean isLabelKey(String text) {
        int slash = text.indexOf('/');
        return (slash < 0 || isDnsSubdomain(text.substring(0, slash))) && isQualifiedName(text.substring(slash + 1));
    }

    public static boolean isLabelValue(String text) {
        return text.isEmpty() || isQualifiedName(text);
    }

    private static boolean isQualifiedName(String text) {
        int last = text.length() - 1;
        if (last < 0
                || last >= LONGEST_LABEL
                || !isAlphanumeric(text.charAt(0))
                || !isAlphanumeric(text.charAt(last))) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerOrDigit(c) || c >= 'A' && c <= 'Z';
    }

    /** The name of a container's port, an IANA service name. */
    public static boolean isPortName(String text) {
        return text.length() <= LONGEST_PORT_NAME
                && isDnsLabel(text)
                && !text.contains("--")
                && text.chars().anyMatch(c -> c >= 'a');
    }

    public static boolean isPort(int port) {
        return port >= 1 && port <= HIGHEST_PORT;
    }
}
