package io.maskwire.declaration;

import java.util.regex.Pattern;

/** The names Kubernetes and DNS allow, as strict as the API server's own checks. */
final class Names {

    static final int LONGEST_SENTENCE = 200;
    static final String LABEL_RULE =
            "use at most 63 lower-case letters, digits and -, with a letter or digit at both ends";
    static final String PORT_NAME_RULE =
            "use at most 15 lower-case letters, digits and single -, with at least one letter";

    static final String TOPIC_RULE = "use at most 249 letters, digits, ., _ and -, with a letter or digit at the start";

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_PORT_NAME = 15;
    private static final Pattern DNS_SUBDOMAIN =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?" + "(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern QUALIFIED_NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,248}");
    private static final Pattern HOST = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final int LONGEST_DOMAIN = 253;

    private Names() {}

    /** A DNS-1123 label; by hand like the next, since every name of a fleet is asked for. */
    static boolean isLabel(String name) {
        return isLabel(name, 0, name.length());
    }

    private static boolean isLabel(String name, int from, int to) {
        if (to <= from || to - from > LONGEST_LABEL || name.charAt(from) == '-' || name.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = name.charAt(i);
            if (c != '-' && !isLowerOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** {@code name} or {@code namespace/name}. */
    static boolean isService(String name) {
        int slash = name.indexOf('/');
        return isLabel(name, slash + 1, name.length()) && (slash < 0 || isLabel(name, 0, slash));
    }

    /** The name of a container's port: at most 15 characters with a letter. */
    static boolean isPortName(String name) {
        return name.length() <= LONGEST_PORT_NAME
                && isLabel(name)
                && !name.contains("--")
                && name.chars().anyMatch(c -> c >= 'a');
    }

    /** The key of a label, with or without a domain before it. */
    static boolean isLabelKey(String key) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        boolean prefixed = slash < 0
                || prefix.length() <= LONGEST_DOMAIN
                        && DNS_SUBDOMAIN.matcher(prefix).matches();
        return prefixed && QUALIFIED_NAME.matcher(key.substring(slash + 1)).matches();
    }

    /** The value of a label; it may be empty. */
    static boolean isLabelValue(String value) {
        return value.isEmpty() || QUALIFIED_NAME.matcher(value).matches();
    }

    /** A host's name in lower case, or an IPv4 address. */
    static boolean isHost(String host) {
        boolean endsInNumber = host.matches("(?:.*\\.)?[0-9]+");
        return host.length() <= LONGEST_DOMAIN
                && HOST.matcher(host).matches()
                && (!endsInNumber || IpAddress.isCanonicalV4(host));
    }

    /** The name of a topic, as brokers allow it. */
    static boolean isTopic(String name) {
        return TOPIC.matcher(name).matches();
    }

    /** What the name of a role may be: visible characters without white space. */
    static boolean isWord(String name) {
        return name.length() <= LONGEST_DOMAIN
                && isSentence(name)
                && name.chars().noneMatch(Names::isSpace);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** One line without control, format (such as bidirectional) or unassigned characters. */
    static boolean isSentence(String text) {
        return text.length() <= LONGEST_SENTENCE
                && text.codePoints().allMatch(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                });
    }
}
