package io.maskwire.networkpolicy.check;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.PortRef;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Workload;
import io.maskwire.networkpolicy.manifest.Workload.ContainerPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares declarations with the workloads and Services they are about.
 *
 * <p><b>Gives:</b> selectors that fit nothing, workloads that no declaration selects or two do, ports that containers or
 * Services don't have, pods in the node's network.
 *
 * <p><b>Doesn't give:</b> what runs in a cluster: only what the manifests hold. Workloads of namespaces without a declared
 * service are not looked at.
 */
public final class WorkloadCheck {

    private final Expected expected;
    private final SortedMap<ServiceName, Declaration> declarations = new TreeMap<>();
    private final Map<String, List<Workload>> byNamespace = new HashMap<>();
    private final Map<String, List<ReadService>> services = new HashMap<>();
    private final IdentityHashMap<Workload, List<ServiceName>> selectedBy = new IdentityHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private WorkloadCheck(Expected expected, Collection<Declaration> all, Resources resources) {
        this.expected = expected;
        all.forEach(one -> declarations.put(service(one).name(), one));
        resources.workloads().stream()
                .filter(workload -> workload.live() && workload.owner().isEmpty())
                .forEach(workload -> byNamespace
                        .computeIfAbsent(workload.metadata().name().namespace(), any -> new ArrayList<>())
                        .add(workload));
        resources
                .services()
                .forEach(service -> services.computeIfAbsent(
                                service.metadata().name().namespace(), any -> new ArrayList<>())
                        .add(service));
    }

    /**
     * The findings, in order.
     *
     * @param manifests what the declarations compile to
     * @param resources workloads and Services, as rendered for the cluster
     */
    public static List<Finding> check(Manifests manifests, Collection<Declaration> declarations, Resources resources) {
        WorkloadCheck check = new WorkloadCheck(Expected.of(manifests), declarations, resources);
        check.expected.services().forEach(check::policy);
        check.namespaces();
        return check.findings.stream().sorted().distinct().toList();
    }

    private static Service service(Declaration declaration) {
        return declaration.service().orElseThrow();
    }

    private Declaration declaration(ServiceName service) {
        return Objects.requireNonNull(declarations.get(service));
    }

    private void policy(ObjectName name, ServiceName service) {
        Declaration declaration = declaration(service);
        NetworkPolicy policy = expected.policy(name);
        List<Workload> selected = byNamespace.getOrDefault(name.namespace(), List.of()).stream()
                .filter(workload -> policy.podSelector().matches(workload.podLabels()))
                .toList();
        if (selected.isEmpty()) {
            add(
                    FindingRule.SELECTS_NOTHING,
                    service(declaration).place(),
                    service,
                    "",
                    "no workload of " + name.namespace() + " has "
                            + Words.shown(SelectorText.of(policy.podSelector(), Map.of())) + ", the selector of "
                            + service,
                    "correct the selector, or the labels of the pod's template" + nearest(name, policy));
        }
        for (Workload workload : selected) {
            selectedBy.computeIfAbsent(workload, any -> new ArrayList<>()).add(service);
            workload(service, declaration, workload);
        }
    }

    private String nearest(ObjectName name, NetworkPolicy policy) {
        return byNamespace.getOrDefault(name.namespace(), List.of()).stream()
                .filter(workload -> policy.podSelector().matchLabels().keySet().stream()
                        .allMatch(key -> workload.podLabels().containsKey(key)))
                .filter(workload -> expected.services().keySet().stream()
                        .filter(other -> other.namespace().equals(name.namespace()))
                        .noneMatch(other -> expected.policy(other).podSelector().matches(workload.podLabels())))
                .findFirst()
                .map(workload -> "; " + shown(workload) + " has the label with another value")
                .orElse("");
    }

    private static String shown(Workload workload) {
        ObjectName name = workload.metadata().name();
        return workload.kind().word() + " " + Shown.name(name.namespace()) + "/" + Shown.name(name.name());
    }

    private void workload(ServiceName service, Declaration declaration, Workload workload) {
        if (workload.hostNetwork()) {
            add(
                    FindingRule.HOST_NETWORK,
                    service(declaration).place(),
                    service,
                    "",
                    shown(workload) + " (" + workload.metadata().place()
                            + ") runs in the node's network, where no policy is sure to hold",
                    "remove hostNetwork, or take the service out of the declarations and guard the node");
        }
        if (workload.kind() == Workload.Kind.JOB || workload.kind() == Workload.Kind.CRON_JOB) {
            return;
        }
        boolean translated = !service(declaration).headless();
        for (ServedPort port : declaration.serves().values()) {
            containers(service, port, workload);
            services.getOrDefault(service.namespace(), List.of()).stream()
                    .filter(one -> translated
                            && !one.selector().isEmpty()
                            && workload.podLabels()
                                    .entrySet()
                                    .containsAll(one.selector().entrySet()))
                    .forEach(one -> inFront(service, port, workload, one));
        }
    }

    private void containers(ServiceName service, ServedPort port, Workload workload) {
        List<ContainerPort> named = workload.ports();
        boolean among = named.stream().anyMatch(one -> one.port() == port.port() && one.protocol() == port.protocol());
        if (!named.isEmpty() && !among) {
            add(
                    FindingRule.PORT_NOT_IN_CONTAINER,
                    port.place(),
                    service,
                    port.edge(),
                    Shown.edge("serves", port.name()) + " is the pod port " + port.port() + "/" + port.protocol()
                            + ", but the containers of " + shown(workload) + " ("
                            + workload.metadata().place()
                            + ") name " + ports(named),
                    "write the port the container listens on, in the declaration or in the container's ports");
        }
    }

    private static String ports(List<ContainerPort> ports) {
        return Words.some(ports.stream()
                .map(port -> port.port() + "/" + port.protocol())
                .distinct()
                .sorted()
                .toList());
    }

    private void inFront(ServiceName service, ServedPort port, Workload workload, ReadService inFront) {
        int outer = port.servicePort().orElse(port.port());
        for (ReadService.Port one : inFront.ports()) {
            OptionalInt target = target(one, workload);
            if (one.protocol() != port.protocol() || target.isEmpty()) {
                continue;
            }
            boolean sameInside = target.getAsInt() == port.port();
            boolean sameOutside = one.port() == outer;
            if (sameInside != sameOutside) {
                servicePort(service, port, inFront, one, target.getAsInt(), sameInside);
            }
        }
    }

    private void servicePort(
            ServiceName service,
            ServedPort port,
            ReadService inFront,
            ReadService.Port one,
            int target,
            boolean inside) {
        boolean served = declaration(service).serves().values().stream()
                .filter(other -> !other.equals(port))
                .anyMatch(other -> other.port() == target && other.servicePort().orElse(other.port()) == one.port());
        if (served) {
            return;
        }
        ObjectName name = inFront.metadata().name();
        add(
                FindingRule.SERVICE_PORT,
                port.place(),
                service,
                port.edge(),
                Shown.edge("serves", port.name()) + " is the pod port " + port.port()
                        + port.servicePort().stream()
                                .mapToObj(outer -> " behind " + outer)
                                .findFirst()
                                .orElse("")
                        + ", but the Service " + Shown.name(name.namespace()) + "/" + Shown.name(name.name()) + " ("
                        + one.place() + ") leads from " + one.port() + " to " + target,
                inside
                        ? "write service-port: " + one.port()
                        : "write port: " + target + (target == one.port() ? "" : ", service-port: " + one.port()));
    }

    /** The pod port that a Service leads to; unknown if it has a name that no container gives. */
    private static OptionalInt target(ReadService.Port port, Workload workload) {
        if (port.target().isEmpty()) {
            return OptionalInt.of(port.port());
        }
        if (port.target().get() instanceof PortRef.Numbered number) {
            return OptionalInt.of(number.number());
        }
        String name = port.target().get().toString();
        return workload.ports().stream()
                .filter(one -> one.name().equals(name) && one.protocol() == port.protocol())
                .mapToInt(ContainerPort::port)
                .findFirst();
    }

    private void namespaces() {
        expected.services().keySet().stream()
                .map(ObjectName::namespace)
                .distinct()
                .flatMap(namespace -> byNamespace.getOrDefault(namespace, List.of()).stream())
                .forEach(this::selected);
    }

    private void selected(Workload workload) {
        List<ServiceName> by =
                selectedBy.getOrDefault(workload, List.of()).stream().distinct().toList();
        Place place = workload.metadata().place();
        if (by.isEmpty()) {
            findings.add(new Finding(
                    FindingRule.UNSELECTED_WORKLOAD,
                    place,
                    List.of(),
                    shown(workload) + " is selected by no declaration, so the default deny cuts all its connections",
                    "declare it, or correct the selector of its declaration"));
        } else if (by.size() > 1) {
            findings.add(new Finding(
                    FindingRule.OVERLAPPING_SELECTORS,
                    place,
                    by.stream().map(name -> new Subject(name, "")).toList(),
                    shown(workload) + " is selected by "
                            + Shown.list(by.stream().map(ServiceName::toString).toList())
                            + ", so its pods have the edges of all of them",
                    "give the declarations selectors that exclude each other"));
        }
    }

    private void add(FindingRule rule, Place place, ServiceName service, String edge, String problem, String remedy) {
        findings.add(new Finding(rule, place, List.of(new Subject(service, edge)), problem, remedy));
    }
}
