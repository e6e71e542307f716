package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Workload.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads what runs the pods of a service. */
final class WorkloadsReader {

    static final String DEFAULT_LABEL = "app.kubernetes.io/name";

    private final Problems problems;

    WorkloadsReader(Problems problems) {
        this.problems = problems;
    }

    /** The workloads of the service of a name, sorted by their own names. */
    List<Workload> read(Section service, String name) {
        if (service.has("workloads")) {
            return several(service);
        }
        return List.of(new Workload(
                "",
                kind(service),
                new SelectorReader(problems).read(service).orElseGet(() -> SelectorReader.single(DEFAULT_LABEL, name)),
                service.place()));
    }

    private List<Workload> several(Section service) {
        service.refuse("selector", "stands beside workloads", "say it for each workload");
        service.refuse("kind", "stands beside workloads", "say it for each workload");
        List<Workload> workloads = new ArrayList<>();
        for (Entry entry : service.map("workloads", "a workload", Names::isLabel, Names.LABEL_RULE)) {
            service.inside("workloads", entry, Keys.WORKLOAD)
                    .flatMap(section -> workload(section, entry.key()))
                    .ifPresent(workloads::add);
        }
        service.value("workloads")
                .filter(value -> value.entries().isEmpty())
                .filter(value -> value.node() instanceof Node.Mapping mapping
                        && mapping.entries().isEmpty())
                .ifPresent(value -> problems.add(
                        value.node().place(),
                        value.path() + " is empty, so the service has no pods",
                        "name a workload, or remove the key"));
        return workloads.stream().sorted(Comparator.comparing(Workload::name)).toList();
    }

    private Optional<Workload> workload(Section section, String name) {
        section.require("selector", "add selector: LABEL=VALUE, the labels of its pods");
        Kind kind = kind(section);
        return new SelectorReader(problems)
                .read(section)
                .map(selector -> new Workload(name, kind, selector, section.place()));
    }

    private static Kind kind(Section section) {
        return section.choice("kind", Kind.class).orElse(Kind.DEPLOYMENT);
    }
}
