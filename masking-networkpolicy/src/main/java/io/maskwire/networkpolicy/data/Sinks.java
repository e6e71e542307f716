package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Edges that nobody masks: to what keeps logs and traces, and over transports that aren't ours. */
final class Sinks {

    /** What collectors of logs and traces are called; a part of a name between {@code -} or {@code .} must be one. */
    private static final Set<String> COLLECTORS = Set.of(
            "otlp",
            "otel",
            "opentelemetry",
            "collector",
            "jaeger",
            "zipkin",
            "tempo",
            "loki",
            "fluentd",
            "fluentbit",
            "logstash",
            "graylog",
            "gelf",
            "syslog",
            "splunk",
            "logs",
            "logging",
            "traces",
            "tracing",
            "sentry",
            "datadog",
            "datadoghq");

    private final List<Finding> findings = new ArrayList<>();

    private Sinks() {}

    static List<Finding> findings(FleetEdges edges) {
        Sinks sinks = new Sinks();
        for (Declaration declaration : edges.services().values()) {
            declaration.calls().values().forEach(call -> sinks.call(declaration, call));
            declaration.external().values().forEach(external -> sinks.external(declaration, external));
        }
        return sinks.findings;
    }

    private void call(Declaration declaration, Call call) {
        Set<String> clear = union(call.sends(), call.carries());
        boolean sink = isCollector(call.over(), call.name(), call.to().name(), call.port());
        if (sink && !clear.isEmpty()) {
            sink(declaration, call.edge(), call.place(), call.to().toString(), clear);
        } else {
            opaque(declaration, call.edge(), call.place(), call.over(), call.carries());
        }
    }

    private void external(Declaration declaration, External external) {
        Set<String> clear = union(external.sends(), external.carries());
        boolean sink = isCollector(external.over(), external.name(), external.host());
        if (sink && !clear.isEmpty()) {
            sink(declaration, external.edge(), external.place(), external.host(), clear);
        } else {
            opaque(declaration, external.edge(), external.place(), external.over(), external.carries());
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static boolean isCollector(Transport over, String... names) {
        return over == Transport.OTLP
                || Stream.of(names)
                        .flatMap(name -> Arrays.stream(name.split("[-.]")))
                        .anyMatch(COLLECTORS::contains);
    }

    private void sink(Declaration declaration, String edge, Place place, String target, Set<String> classes) {
        findings.add(Found.edge(
                FindingRule.SINK_IN_CLEAR,
                declaration,
                edge,
                place,
                Shown.name(edge) + " brings " + Shown.list(classes) + " in clear to " + Shown.name(target)
                        + ", which keeps logs or traces",
                "mask them before they are logged and write carries: [], or take them out of sends"));
    }

    private void opaque(Declaration declaration, String edge, Place place, Transport over, Set<String> classes) {
        if (over != Transport.HTTP && !classes.isEmpty()) {
            findings.add(Found.edge(
                    FindingRule.OPAQUE_EDGE,
                    declaration,
                    edge,
                    place,
                    Shown.name(edge) + " carries " + Shown.list(classes) + " over " + over.optionName()
                            + ", where nothing is masked by maskwire",
                    "know that whoever reads there sees them in clear"));
        }
    }
}
