package io.maskwire.cli.draft;

import io.maskwire.declaration.Address;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.manifest.ReadService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts connections into calls of services and hosts outside, each once. */
final class Edges {

    /**
     * A call of a service.
     *
     * @param target its name, with the namespace if that is another
     * @param port the name of its port
     * @param portFrom where that name comes from
     */
    record ToService(String target, String port, Object portFrom, Transport over, Source source) {}

    /** A call of a host outside. */
    record ToHost(Address address, Transport over, Source source) {}

    private static final String GUESSED = "a guess: write the name that the service gives its port";
    private static final String CLUSTER_DOMAIN = ".svc.cluster.local";
    private static final String SERVICE_DOMAIN = ".svc";

    private static final Map<String, String> PORT_NAMES = Map.of(
            "postgresql", "pg",
            "postgres", "pg",
            "sqlserver", "mssql",
            "rediss", "redis",
            "amqps", "amqp",
            "ldaps", "ldap",
            "neo4j", "bolt");

    private final Cluster cluster;
    private final String namespace;
    private final Map<String, ToService> calls = new LinkedHashMap<>();
    private final Map<String, ToHost> external = new LinkedHashMap<>();
    private final List<Source> here = new ArrayList<>();

    Edges(Cluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    Map<String, ToService> calls() {
        return Collections.unmodifiableMap(calls);
    }

    Map<String, ToHost> external() {
        return Collections.unmodifiableMap(external);
    }

    /** What leads to this machine, so that no edge is drafted for it. */
    List<Source> here() {
        return List.copyOf(here);
    }

    void add(Connection connection, Address address) {
        Optional<String[]> service = service(address);
        if (address.isHere()) {
            here.add(connection.source());
        } else if (service.isPresent()) {
            call(connection, address, service.get()[0], service.get()[1]);
        } else {
            host(connection, address);
        }
    }

    /** Namespace and name, if the host is a service of the cluster by what it is called. */
    private Optional<String[]> service(Address address) {
        String host = address.host();
        boolean full = host.endsWith(CLUSTER_DOMAIN) || host.endsWith(SERVICE_DOMAIN);
        String plain = host.replaceFirst("\\.svc(\\.cluster\\.local)?$", "");
        String[] parts = plain.split("\\.", -1);
        if (address.isIpAddress()) {
            return Optional.empty();
        }
        if (parts.length == 1) {
            return Optional.of(new String[] {namespace, parts[0]}).filter(any -> Names.isLabel(parts[0]));
        }
        // A pod of a headless service is POD.SERVICE.NAMESPACE.
        String last = parts[parts.length - 1];
        String name = parts[parts.length - 2];
        boolean known = full || parts.length == 2 && cluster.hasNamespace(last);
        return known && Names.isLabel(last) && Names.isLabel(name)
                ? Optional.of(new String[] {last, name})
                : Optional.empty();
    }

    private void call(Connection connection, Address address, String inNamespace, String name) {
        Optional<ReadService.Port> served = cluster.service(inNamespace, name).stream()
                .flatMap(service -> service.ports().stream())
                .filter(port -> port.port() == address.port() && Names.isPort(port.name()))
                .findFirst();
        String target = inNamespace.equals(namespace) ? name : inNamespace + "/" + name;
        String port = served.map(ReadService.Port::name).orElseGet(() -> portName(address, connection.over()));
        Object from = served.<Object>map(
                        found -> new Source(found.place().file(), found.place().line(), "Service " + name))
                .orElse(GUESSED);
        boolean drafted = calls.values().stream()
                .anyMatch(call -> call.target().equals(target) && call.port().equals(port));
        if (!drafted) {
            calls.put(
                    Names.free(name, calls), new ToService(target, port, from, connection.over(), connection.source()));
        }
    }

    private static String portName(Address address, Transport over) {
        String scheme = address.scheme().isEmpty() ? over.optionName() : address.scheme();
        return Names.port(PORT_NAMES.getOrDefault(scheme, scheme));
    }

    private void host(Connection connection, Address address) {
        boolean drafted = external.values().stream()
                .anyMatch(host -> host.address().host().equals(address.host())
                        && host.address().port() == address.port());
        if (!drafted) {
            String name =
                    address.isIpAddress() ? "host" : Names.label(address.host().split("\\.", 2)[0]);
            external.put(Names.free(name, external), new ToHost(address, connection.over(), connection.source()));
        }
    }
}
