package io.maskwire.cli.draft;

import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Workload;
import io.maskwire.networkpolicy.manifest.Workload.ContainerPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Drafts a {@code maskwire.yml} from the settings of a Spring application and rendered manifests.
 *
 * <p><b>Gives:</b> the service, its ports, its calls and the hosts outside, each line with the file, line and key or
 * object it comes from. Nothing is sent or received in clear.
 *
 * <p><b>Doesn't give:</b> what stands in no file, such as addresses in code and in environment variables; the names that
 * providers give their ports, which are guessed; data classes. A value of a setting is never copied but for the host and
 * port of a connection and the application's name.
 */
public final class Draft {

    private static final String UNKNOWN_NAMESPACE = "default";

    private final Settings settings;
    private final Cluster cluster;
    private final Optional<Workload> workload;
    private final Lines lines = new Lines();
    private final List<String> left = new ArrayList<>();
    private final String namespace;

    private Draft(Settings settings, Cluster cluster, Optional<Workload> workload) {
        this.settings = settings;
        this.cluster = cluster;
        this.workload = workload;
        this.namespace =
                workload.map(found -> found.metadata().name().namespace()).orElse(UNKNOWN_NAMESPACE);
    }

    /**
     * The text of a declaration.
     *
     * @param files the application's settings: {@code .properties}, or YAML, by file name
     * @param resources what manifests hold
     * @param name the workload that runs the application; empty: the one of the application's name, or the only one
     * @throws UnreadableException if a file can't be read, or if it isn't clear what the draft is about
     */
    public static String of(Map<String, String> files, Resources resources, Optional<String> name) {
        List<Property> properties = new ArrayList<>();
        files.forEach((file, text) -> properties.addAll(
                file.endsWith(".properties") ? PropertiesFile.read(file, text) : YamlProperties.read(file, text)));
        Settings settings = new Settings(properties);
        Cluster cluster = new Cluster(resources);
        Draft draft = new Draft(settings, cluster, workload(settings, cluster, name));
        draft.write(name);
        return draft.lines.toString();
    }

    private static Optional<Workload> workload(Settings settings, Cluster cluster, Optional<String> name) {
        List<Workload> all = cluster.workloads();
        Optional<String> wanted = name.or(() -> applicationName(settings));
        Optional<Workload> named = all.stream()
                .filter(workload ->
                        wanted.filter(workload.metadata().name().name()::equals).isPresent())
                .findFirst();
        if (named.isPresent() || all.size() < 2 && name.isEmpty()) {
            return named.or(() -> all.stream().findFirst());
        }
        List<String> known =
                all.stream().map(one -> one.metadata().name().name()).sorted().toList();
        throw new UnreadableException(
                all.isEmpty() ? "the manifests" : all.get(0).metadata().place().file(),
                all.isEmpty() ? "have no workload" : "have several workloads, and none is the application's",
                known.isEmpty() ? "leave --name out" : "choose with --name: " + String.join(", ", known));
    }

    private static Optional<String> applicationName(Settings settings) {
        return settings.find("spring.application.name").flatMap(settings::value).map(Names::label);
    }

    private void write(Optional<String> name) {
        lines.add(
                "# Drafted by maskwire init. Go through each line: nothing crosses in clear until you list it, and what");
        lines.add(
                "# stands in no file, such as addresses in code, is missing. Names of other services' ports are guessed.");
        service(name);
        serves();
        edges();
        left.forEach(what -> lines.add("# not drafted: " + what));
    }

    private void service(Optional<String> name) {
        lines.add("service:");
        Optional<Property> application = settings.find("spring.application.name");
        if (workload.isPresent()) {
            Workload found = workload.get();
            lines.add("  name: " + found.metadata().name().name(), source(found));
            lines.add("  namespace: " + namespace, source(found));
            lines.add("  selector: " + selector(found), selectorSource(found));
            kind(found);
        } else {
            String fallback = name.orElse("application");
            lines.add(
                    "  name: " + applicationName(settings).orElse(fallback),
                    application.<Object>map(Property::source).orElse("not found: write the service's name"));
            lines.add("  namespace: " + namespace, "not found: write the namespace it runs in");
        }
    }

    private String selector(Workload found) {
        List<String> labels = new ArrayList<>();
        cluster.selector(found).forEach((key, value) -> labels.add(key + "=" + value));
        return "\"" + String.join(",", labels) + "\"";
    }

    private Source selectorSource(Workload found) {
        return cluster.inFrontOf(found).stream().findFirst().map(Draft::source).orElseGet(() -> source(found));
    }

    private void kind(Workload found) {
        String kind = found.kind().word().toLowerCase(Locale.ROOT);
        if (List.of("statefulset", "daemonset", "job", "cronjob").contains(kind)) {
            lines.add("  kind: " + kind, source(found));
        }
    }

    private static Source source(Workload workload) {
        return new Source(
                workload.metadata().place().file(),
                workload.metadata().place().line(),
                workload.kind().word() + " " + workload.metadata().name().name());
    }

    private static Source source(ReadService service) {
        return new Source(
                service.metadata().place().file(),
                service.metadata().place().line(),
                "Service " + service.metadata().name().name());
    }

    private void serves() {
        Map<String, Runnable> ports = new LinkedHashMap<>();
        Map<Integer, String> names = new HashMap<>();
        if (!isJob()) {
            workload.ifPresent(found -> found.ports().forEach(port -> container(found, port, ports, names)));
            configured("server.port", speaksTls() ? "https" : "http", ports, names);
            configured("management.server.port", "mgmt", ports, names);
        }
        if (!ports.isEmpty()) {
            lines.add("serves:");
            ports.values().forEach(Runnable::run);
        }
    }

    private boolean speaksTls() {
        boolean off = settings.find("server.ssl.enabled")
                .flatMap(settings::value)
                .filter("false"::equals)
                .isPresent();
        return !off
                && settings.all().stream()
                        .anyMatch(property -> property.canonicalKey().startsWith("server.ssl."));
    }

    private boolean isJob() {
        return workload.filter(found -> found.kind() == Workload.Kind.JOB || found.kind() == Workload.Kind.CRON_JOB)
                .isPresent();
    }

    private void container(
            Workload found, ContainerPort port, Map<String, Runnable> ports, Map<Integer, String> names) {
        String name = Names.free(Names.port(port.name().isEmpty() ? "port-" + port.port() : port.name()), ports);
        if (names.putIfAbsent(port.port(), name) != null && port.protocol() == Protocol.TCP) {
            return;
        }
        ports.put(name, () -> {
            lines.add(
                    "  " + name + ":",
                    new Source(
                            port.place().file(),
                            port.place().line(),
                            found.kind().word() + " " + found.metadata().name().name()));
            lines.add("    port: " + port.port());
            cluster.servicePort(found, port)
                    .filter(served -> served.port() != port.port())
                    .ifPresent(served -> lines.add(
                            "    service-port: " + served.port(),
                            new Source(served.place().file(), served.place().line(), "Service")));
            if (port.protocol() != Protocol.TCP) {
                lines.add("    protocol: " + port.protocol());
            }
        });
    }

    private void configured(String key, String usual, Map<String, Runnable> ports, Map<Integer, String> names) {
        Optional<Property> property = settings.find(key);
        Optional<Integer> number = property.flatMap(settings::value)
                .filter(value -> value.matches("[1-9][0-9]{0,4}"))
                .map(Integer::parseInt)
                .filter(port -> port <= 65_535);
        if (number.isPresent() && !names.containsKey(number.get())) {
            String name = Names.free(usual, ports);
            names.put(number.get(), name);
            ports.put(name, () -> {
                lines.add("  " + name + ":", property.get().source());
                lines.add("    port: " + number.get());
            });
        } else if (property.isPresent()
                && number.isEmpty()
                && !property.get().value().strip().equals("-1")) {
            left.add(property.get().source() + ", whose number the files don't tell");
        }
    }

    private void edges() {
        Edges edges = new Edges(cluster, namespace);
        for (Connection connection : Connections.of(settings)) {
            if (connection.addresses().isEmpty()) {
                left.add(connection.source() + ", whose address the files don't tell");
            }
            connection.addresses().forEach(address -> edges.add(connection, address));
        }
        edges.calls().forEach((name, edge) -> call(name, edge, name.equals(first(edges.calls()))));
        edges.external().forEach((name, edge) -> external(name, edge, name.equals(first(edges.external()))));
        edges.here().forEach(source -> left.add(source + ", which is on this machine"));
    }

    private static String first(Map<String, ?> map) {
        return map.keySet().iterator().next();
    }

    private void call(String name, Edges.ToService edge, boolean first) {
        if (first) {
            lines.add("calls:");
        }
        lines.add("  " + name + ":", edge.source());
        lines.add("    to: " + edge.target());
        lines.add("    port: " + edge.port(), edge.portFrom());
        over(edge.over());
    }

    private void external(String name, Edges.ToHost edge, boolean first) {
        if (first) {
            lines.add("external:");
        }
        lines.add("  " + name + ":", edge.source());
        lines.add("    host: " + edge.address().host());
        if (edge.address().isIpAddress()) {
            lines.add("    cidrs: [" + edge.address().host() + "/32]");
        }
        lines.add("    port: " + edge.address().port());
        over(edge.over());
    }

    private void over(Transport over) {
        if (over != Transport.HTTP) {
            lines.add("    over: " + over.optionName());
            lines.add("    carries: []", "nothing is masked here: list the classes that cross");
        }
    }
}
