package io.maskwire.networkpolicy.api;

import java.util.regex.Pattern;

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

    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_SUBDOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern QUALIFIED_NAME = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?");
    private static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*");

    private ApiRules() {}

    public static boolean isDnsLabel(String text) {
        return text.length() <= LONGEST_LABEL && DNS_LABEL.matcher(text).matches();
    }

    public static boolean isDnsSubdomain(String text) {
        return text.length() <= LONGEST_SUBDOMAIN && DNS_SUBDOMAIN.matcher(text).matches();
    }

    public static boolean isLabelKey(String text) {
        int slash = text.indexOf('/');
        return (slash < 0 || isDnsSubdomain(text.substring(0, slash))) && isQualifiedName(text.substring(slash + 1));
    }

    public static boolean isLabelValue(String text) {
        return text.isEmpty() || isQualifiedName(text);
    }

    private static boolean isQualifiedName(String text) {
        return text.length() <= LONGEST_LABEL && QUALIFIED_NAME.matcher(text).matches();
    }

    /** The name of a container's port, an IANA service name. */
    public static boolean isPortName(String text) {
        return text.length() <= LONGEST_PORT_NAME && PORT_NAME.matcher(text).matches();
    }

    public static boolean isPort(int port) {
        return port >= 1 && port <= HIGHEST_PORT;
    }
}
