package io.maskwire.declaration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a URL or another setting of a connection leads. What else such a text may hold, as a user, a password, a path or
 * options, is dropped.
 *
 * @param scheme the part before {@code ://}, such as {@code https} or {@code postgresql}; or empty
 * @param host a host's name in lower case or an IPv4 address
 * @param port the port
 */
public record Address(String scheme, String host, int port) {

    private static final Pattern SCHEME = Pattern.compile("([a-z0-9+.]+):(?=(?:thin:)?(?://|@))");
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern IN_PROCESS =
            Pattern.compile("jdbc:(?:h2:(?!tcp:|ssl:)|hsqldb:(?!hsqls?:|https?:)|derby:(?!//)|sqlite:|tc:)|vm:");
    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;

    private static final Map<String, Integer> USUAL_PORTS = Map.ofEntries(
            Map.entry("http", 80),
            Map.entry("https", 443),
            Map.entry("postgresql", 5432),
            Map.entry("postgres", 5432),
            Map.entry("mysql", 3306),
            Map.entry("mariadb", 3306),
            Map.entry("sqlserver", 1433),
            Map.entry("mssql", 1433),
            Map.entry("oracle", 1521),
            Map.entry("redis", 6379),
            Map.entry("rediss", 6379),
            Map.entry("amqp", 5672),
            Map.entry("amqps", 5671),
            Map.entry("mongodb", 27_017),
            Map.entry("ldap", 389),
            Map.entry("ldaps", 636),
            Map.entry("smtp", 25),
            Map.entry("kafka", 9092),
            Map.entry("bolt", 7687),
            Map.entry("neo4j", 7687),
            Map.entry("neo4j+s", 7687),
            Map.entry("bolt+s", 7687),
            Map.entry("couchbase", 11_210),
            Map.entry("couchbases", 11_207),
            Map.entry("pulsar", 6650),
            Map.entry("pulsar+ssl", 6651),
            Map.entry("hazelcast", 5701),
            Map.entry("otlp", 4317));

    /**
     * The addresses in a URL or a list; nothing of what can't be read for sure.
     *
     * @param text such as {@code jdbc:postgresql://db:5432/orders} or {@code kafka-0:9092,kafka-1:9092}
     * @param usualScheme the scheme of a text without one; or empty
     */
    public static List<Address> of(String text, String usualScheme) {
        List<Address> addresses = new ArrayList<>();
        for (String one : text.toLowerCase(Locale.ROOT).split(",\\s*(?=[a-z0-9+.]+://)", -1)) {
            addresses.addAll(ofOne(one, usualScheme));
        }
        return addresses;
    }

    private static List<Address> ofOne(String lower, String usualScheme) {
        Matcher matcher = SCHEME.matcher(lower);
        String scheme = usualScheme;
        int from = 0;
        while (matcher.find(from) && isAtStart(lower, matcher.start())) {
            scheme = matcher.group(1);
            from = matcher.end();
        }
        if (!USUAL_PORTS.containsKey(scheme)) {
            scheme = driver(lower).orElse(scheme);
        }
        List<String> parts = List.of(authority(lower).split(",", -1));
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            // With an @ behind it, a part without one may be a piece of a password.
            boolean certain = parts.get(i).contains("@")
                    || parts.subList(i, parts.size()).stream().noneMatch(part -> part.contains("@"));
            if (certain) {
                one(parts.get(i), scheme).ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    /** The database of a JDBC URL that says more before its addresses, as {@code jdbc:mysql:loadbalance://} does. */
    private static Optional<String> driver(String lower) {
        int slashes = lower.indexOf("//");
        int end = slashes >= 0 ? slashes : Math.max(0, lower.indexOf('@'));
        return Arrays.stream(lower.substring(0, end).split(":", -1))
                .filter(USUAL_PORTS::containsKey)
                .findFirst();
    }

    /** Whether only other schemes stand before it, as in {@code jdbc:postgresql://}. */
    private static boolean isAtStart(String text, int start) {
        return text.substring(0, start).matches("(?:[a-z0-9+.]+:)*");
    }

    private static String authority(String text) {
        int slashes = text.indexOf("//");
        int at = text.indexOf(":@");
        String rest = slashes >= 0 ? text.substring(slashes + 2) : at >= 0 ? text.substring(at + 2) : text;
        int end = 0;
        while (end < rest.length() && "/?;#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        // An @ further on would make what looks like a host a user.
        return rest.indexOf('@', end) >= 0 && authority.indexOf('@') < 0 ? "" : authority;
    }

    private static Optional<Address> one(String part, String scheme) {
        // What stands before the last @ is a user, and maybe a password.
        String place = part.strip().substring(part.strip().lastIndexOf('@') + 1);
        String[] pieces = place.split(":", -1);
        String host = pieces[0];
        boolean readable = host.length() <= LONGEST_HOST && HOST.matcher(host).matches();
        Optional<Integer> port = pieces.length > 1 && PORT.matcher(pieces[1]).matches()
                ? Optional.of(Integer.parseInt(pieces[1])).filter(number -> number <= HIGHEST_PORT)
                : Optional.ofNullable(USUAL_PORTS.get(scheme));
        return readable ? port.map(number -> new Address(scheme, host, number)) : Optional.empty();
    }

    /** Whether a URL leads to no other process, as that of a database in memory or in a file. */
    public static boolean isInProcess(String url) {
        return IN_PROCESS.matcher(url.strip().toLowerCase(Locale.ROOT)).lookingAt();
    }

    /** Whether it is this process or this machine. */
    public boolean isHere() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("0.0.0.0");
    }

    /** Whether its host is an IPv4 address. */
    public boolean isIpAddress() {
        return host.matches("[0-9]+(\\.[0-9]+){3}");
    }
}
