package io.maskwire.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The hosts that a declaration's edges go to, by each of their names. */
final class DeclaredHosts {

    /** An edge and what speaks over it. */
    record Edge(String name, Transport over) {}

    private static final Pattern CLUSTER_DOMAIN = Pattern.compile("\\.svc(?:\\.[a-z0-9.-]+)?$");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(?:\\.[0-9]+){3}|\\[?[0-9a-f]*:[0-9a-f:.]*]?");

    private final Declaration declaration;
    private final ServiceName own;

    DeclaredHosts(Declaration declaration, ServiceName own) {
        this.declaration = declaration;
        this.own = own;
    }

    /** The edges that a connection may go over: several where one host has several ports. */
    List<Edge> edges(ConfiguredConnection connection) {
        List<ServiceName> services = services(connection.plainHost());
        List<Edge> edges = new ArrayList<>();
        for (Call call : declaration.calls().values()) {
            if (services.contains(call.to())) {
                edges.add(new Edge(call.edge(), call.over()));
            }
        }
        for (External external : declaration.external().values()) {
            if (isAt(external, connection)) {
                edges.add(new Edge(external.edge(), external.over()));
            }
        }
        return edges;
    }

    private static boolean isAt(External external, ConfiguredConnection connection) {
        return external.host().toLowerCase(Locale.ROOT).equals(connection.plainHost())
                && (connection.port().isEmpty() || connection.port().getAsInt() == external.port());
    }

    /** The services whose name in the cluster a host may be; POD.SERVICE is a pod of a headless one. */
    private List<ServiceName> services(String host) {
        String[] labels = CLUSTER_DOMAIN.matcher(host).replaceFirst("").split("\\.", -1);
        return switch (labels.length) {
            case 1 -> List.of(new ServiceName(own.namespace(), labels[0]));
            case 2 -> List.of(new ServiceName(labels[1], labels[0]), new ServiceName(own.namespace(), labels[1]));
            case 3 -> List.of(new ServiceName(labels[2], labels[1]));
            default -> List.of();
        };
    }

    /** Whether a host is called as what runs in the cluster, or by an address. */
    boolean mayBeOfThePlatform(String host) {
        boolean cluster = CLUSTER_DOMAIN.matcher(host).find() || host.split("\\.", -1).length == 2;
        return cluster || isAddress(host);
    }

    private static boolean isAddress(String host) {
        return ADDRESS.matcher(host).matches();
    }

    /** What to write for a connection that has no edge. Nothing of a host stands there that could be data. */
    String lineToAdd(ConfiguredConnection connection) {
        String host = connection.plainHost();
        if (!Shown.isName(host) || isAddress(host)) {
            return "calls: {NAME: {to: NAMESPACE/NAME, port: PORT" + rest(connection) + "}} for a service, or "
                    + outside("NAME", "HOST", connection) + " for a host outside";
        }
        String[] labels = CLUSTER_DOMAIN.matcher(host).replaceFirst("").split("\\.", -1);
        String call = call(labels, connection);
        String external = outside(labels[0], host, connection);
        boolean surelyService =
                labels.length == 1 || CLUSTER_DOMAIN.matcher(host).find();
        if (surelyService) {
            return call;
        }
        return labels.length == 2 ? call + " for a service, or " + external + " for a host outside" : external;
    }

    private String call(String[] labels, ConfiguredConnection connection) {
        List<ServiceName> services = services(String.join(".", labels));
        if (services.isEmpty()) {
            return "calls: {NAME: {to: NAMESPACE/NAME, port: PORT" + rest(connection) + "}}";
        }
        ServiceName to = services.get(0);
        String target = to.namespace().equals(own.namespace()) ? to.name() : to.toString();
        return "calls: {" + to.name() + ": {to: " + target + ", port: PORT" + rest(connection) + "}}";
    }

    private static String outside(String name, String host, ConfiguredConnection connection) {
        String port =
                connection.port().isPresent() ? String.valueOf(connection.port().getAsInt()) : "NUMBER";
        return "external: {" + name + ": {host: " + host + ", cidrs: [ITS ADDRESSES], port: " + port + rest(connection)
                + "}}";
    }

    /** What edges say that HTTP ones need not. */
    private static String rest(ConfiguredConnection connection) {
        return connection.over() == Transport.HTTP
                ? ""
                : ", over: " + connection.over().optionName() + ", carries: [CLASSES]";
    }
}
