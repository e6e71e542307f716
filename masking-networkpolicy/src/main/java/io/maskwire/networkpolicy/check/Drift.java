package io.maskwire.networkpolicy.check;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.Resources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what declarations compile to with policies in files or exported from a cluster.
 *
 * <p><b>By meaning:</b> namespace, name, our label, and what the policy does. Annotations, other labels, comments, the
 * order of rules and whatever Helm, Argo CD, Flux or the API server add don't matter.
 *
 * <p><b>Gives:</b> what our policies open or don't open against the declarations, with the edge; those that are missing,
 * left over, or were changed by a tool on the way; policies of others that open more to our pods.
 *
 * <p><b>Doesn't give:</b> whether policies of others cut declared edges: they only ever add. Policies of other kinds,
 * such as Cilium's, are not read.
 */
public final class Drift {

    private static final String FLEET_LABEL = "maskwire.io/fleet";

    private final Expected expected;
    private final Edges edges;
    private final String fleet;
    private final SortedMap<ObjectName, NetworkPolicy> ours = new TreeMap<>();
    private final List<NetworkPolicy> others = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Drift(Manifests manifests, Collection<Declaration> declarations) {
        this.expected = Expected.of(manifests);
        this.edges = new Edges(expected, declarations);
        this.fleet = manifests.fleet();
    }

    /**
     * The findings, in order.
     *
     * @param manifests what the declarations compile to
     * @param declarations the declarations themselves, for the places of edges
     * @param actual what lies in files or was exported
     */
    public static List<Finding> check(Manifests manifests, Collection<Declaration> declarations, Resources actual) {
        Drift drift = new Drift(manifests, declarations);
        drift.sort(actual.policies());
        drift.compare();
        return drift.findings.stream().sorted().distinct().toList();
    }

    private void sort(List<NetworkPolicy> policies) {
        for (NetworkPolicy policy : policies) {
            ObjectName name = policy.metadata().name();
            if (isOurs(policy) || expected.policies().containsKey(name)) {
                ours.put(name, policy);
            } else {
                others.add(policy);
            }
        }
    }

    private boolean isOurs(NetworkPolicy policy) {
        return fleet.equals(policy.metadata().labels().get(FLEET_LABEL));
    }

    private void compare() {
        SortedMap<ObjectName, NetworkPolicy> missing = new TreeMap<>(expected.policies());
        SortedMap<ObjectName, NetworkPolicy> left = new TreeMap<>(ours);
        expected.policies().forEach((name, policy) -> {
            NetworkPolicy found = left.remove(name);
            if (found != null) {
                missing.remove(name);
                labels(found);
                meaning(name, policy, found);
            }
        });
        left.forEach((name, found) -> transformedOrStale(name, found, missing));
        missing.keySet().forEach(this::missing);
        others.forEach(this::foreign);
    }

    private void labels(NetworkPolicy found) {
        if (!isOurs(found)) {
            add(
                    FindingRule.POLICY_UNLABELLED,
                    found.metadata().place(),
                    List.of(),
                    name(found) + " lacks the label " + FLEET_LABEL + " of this fleet",
                    "generate it again, and let no tool remove the label");
        }
    }

    private static String name(NetworkPolicy policy) {
        ObjectName name = policy.metadata().name();
        return Shown.name(name.namespace()) + "/" + Shown.name(name.name());
    }

    private void meaning(ObjectName name, NetworkPolicy wanted, NetworkPolicy found) {
        Meaning should = Meaning.of(wanted);
        Meaning does = Meaning.of(found);
        if (should.isSame(does) || isRelabelled(wanted, found, should)) {
            return;
        }
        ServiceName service = expected.services().get(name);
        if (!should.pods().equals(does.pods())) {
            add(
                    FindingRule.POLICY_RESELECTED,
                    found.podSelector().place(),
                    about(service),
                    name(found) + " selects " + pods(does.pods()) + ", not " + pods(should.pods()),
                    "generate it again, or correct the selector of the declaration");
        }
        for (Direction direction : Direction.values()) {
            isolation(service, found, direction, should, does);
        }
        does.openings().forEach((opening, place) -> {
            if (!should.openings().containsKey(opening)) {
                opens(service, found, opening, place);
            }
        });
        should.openings().keySet().forEach(opening -> {
            if (!does.openings().containsKey(opening) && does.isolates().contains(opening.direction())) {
                closes(service, found, opening);
            }
        });
    }

    private static String pods(String selector) {
        return selector.isEmpty() ? "every pod" : "pods with " + Words.shown(selector);
    }

    private static List<Subject> about(@Nullable ServiceName service) {
        return service == null ? List.of() : List.of(new Subject(service, ""));
    }

    private void isolation(
            @Nullable ServiceName service, NetworkPolicy found, Direction direction, Meaning should, Meaning does) {
        if (should.isolates().contains(direction) && !does.isolates().contains(direction)) {
            add(
                    FindingRule.POLICY_OPENS,
                    found.metadata().place(),
                    about(service),
                    name(found) + " no longer isolates its pods in " + direction.rules() + ": policyTypes lacks "
                            + direction.type(),
                    "generate it again");
        } else if (does.isolates().contains(direction) && !should.isolates().contains(direction)) {
            add(
                    FindingRule.POLICY_CLOSES,
                    found.metadata().place(),
                    about(service),
                    name(found) + " isolates its pods in " + direction.rules()
                            + ", which the declarations don't ask for",
                    "generate it again");
        }
    }

    private void opens(@Nullable ServiceName service, NetworkPolicy found, Opening opening, Place place) {
        String what = service == null
                ? opening.shown(edges.name(opening.peer())) + " for every pod of its namespace"
                : edges.connection(service, opening).toString();
        add(
                FindingRule.POLICY_OPENS,
                place,
                about(service),
                name(found) + " opens " + what + ", which no declaration does",
                "declare the edge"
                        + (service == null ? "" : " in " + edges.place(service).file())
                        + ", or generate the policy again");
    }

    private void closes(@Nullable ServiceName service, NetworkPolicy found, Opening opening) {
        Place place = service == null ? found.metadata().place() : edges.place(service, opening);
        String what = service == null
                ? opening.shown(edges.name(opening.peer()))
                : edges.connection(service, opening).toString();
        add(
                FindingRule.POLICY_CLOSES,
                place,
                about(service),
                what + " is declared, but " + name(found) + " ("
                        + found.metadata().place() + ") doesn't open it",
                "generate the policy again, or take the edge out of the declaration");
    }

    /** Kustomize puts labels into every selector, those of peers too, which then fit nobody. */
    private boolean isRelabelled(NetworkPolicy wanted, NetworkPolicy found, Meaning should) {
        SortedMap<String, String> more = new TreeMap<>(found.podSelector().matchLabels());
        more.entrySet().removeAll(wanted.podSelector().matchLabels().entrySet());
        if (more.isEmpty() || !Meaning.without(found, more).isSame(should)) {
            return false;
        }
        transformed(
                found,
                "has " + SelectorText.shown(more)
                        + " in its selectors, as commonLabels of Kustomize, or labels with includeSelectors, put it"
                        + " there: its pods and peers may lack the label",
                "leave the policies out of commonLabels, or write labels: [{pairs: …, includeSelectors: false}]");
        return true;
    }

    private void transformedOrStale(
            ObjectName name, NetworkPolicy found, SortedMap<ObjectName, NetworkPolicy> missing) {
        Optional<ObjectName> moved = missing.keySet().stream()
                .filter(wanted -> !wanted.namespace().equals(name.namespace())
                        && wanted.name().equals(name.name()))
                .findFirst();
        Optional<ObjectName> renamed = missing.keySet().stream()
                .filter(wanted -> name.name().length() > wanted.name().length()
                        && name.name().contains(wanted.name()))
                .max(Comparator.comparing(
                                (ObjectName wanted) -> wanted.namespace().equals(name.namespace()))
                        .thenComparing(wanted -> wanted.name().length()));
        if (renamed.isPresent()) {
            missing.remove(renamed.get());
            renamed(name, found, renamed.get());
        } else if (moved.isPresent()) {
            missing.remove(moved.get());
            moved(name, found, moved.get());
        } else {
            stale(name, found);
        }
    }

    private void renamed(ObjectName name, NetworkPolicy found, ObjectName wanted) {
        int start = name.name().indexOf(wanted.name());
        String prefix = name.name().substring(0, start);
        String suffix = name.name().substring(start + wanted.name().length());
        String release = found.metadata().annotations().getOrDefault("meta.helm.sh/release-name", "");
        String tool = !release.isEmpty() && prefix.equals(release + "-")
                ? "the release's name in a chart of Helm"
                : suffix.isEmpty()
                        ? "namePrefix of Kustomize"
                        : prefix.isEmpty() ? "nameSuffix of Kustomize" : "namePrefix and nameSuffix of Kustomize";
        transformed(
                found,
                "is " + wanted + " under another name, as " + tool
                        + " makes it: the next generation will not know it, and both then hold",
                "leave the policies out of it: apply them from a folder of their own");
        if (!wanted.namespace().equals(name.namespace())) {
            moved(name, found, wanted);
        }
    }

    private void moved(ObjectName name, NetworkPolicy found, ObjectName wanted) {
        transformed(
                found,
                "is " + wanted + " in the namespace " + Shown.name(name.namespace())
                        + ", as namespace of Kustomize moves it: peers of " + wanted.namespace()
                        + " are still looked for there, and their policies don't know this namespace",
                "map the namespace in an environment and generate for it, so that peers are mapped too");
    }

    private void transformed(NetworkPolicy found, String how, String remedy) {
        add(
                FindingRule.POLICY_TRANSFORMED,
                found.metadata().place(),
                about(expected.services().get(found.metadata().name())),
                name(found) + " " + how,
                remedy);
    }

    private void stale(ObjectName name, NetworkPolicy found) {
        boolean governed = expected.policies().keySet().stream()
                .anyMatch(wanted -> wanted.namespace().equals(name.namespace()));
        add(
                FindingRule.POLICY_STALE,
                found.metadata().place(),
                List.of(),
                name(found) + " is a policy of the fleet " + fleet + ", but "
                        + (governed ? "nobody declares its service" : "nobody declares a service of its namespace"),
                "remove it with generate --remove NAMESPACE/NAME and from the cluster, or pass the declaration too");
    }

    private void missing(ObjectName name) {
        ServiceName service = expected.services().get(name);
        if (service == null) {
            Place place = expected.services().values().stream()
                    .filter(other -> other.namespace().equals(name.namespace()))
                    .map(edges::place)
                    .findFirst()
                    .orElseGet(() -> expected.policy(name).metadata().place());
            add(
                    FindingRule.DENY_MISSING,
                    place,
                    List.of(),
                    "the default deny " + name + " isn't there, so pods of " + name.namespace()
                            + " that no policy selects connect to everybody",
                    "generate it and apply it");
            return;
        }
        boolean denied = ours.values().stream()
                .anyMatch(policy -> policy.metadata().name().namespace().equals(name.namespace())
                        && policy.podSelector().isEmpty());
        add(
                FindingRule.POLICY_MISSING,
                edges.place(service),
                about(service),
                "the policy " + name + " isn't there, so "
                        + (denied ? "no declared edge of " + service + " is open" : service + " is open to everybody"),
                "generate it and apply it");
    }

    private void foreign(NetworkPolicy policy) {
        Meaning does = Meaning.of(policy);
        expected.services().forEach((name, service) -> {
            NetworkPolicy wanted = expected.policy(name);
            if (name.namespace().equals(policy.metadata().name().namespace())
                    && policy.podSelector().matches(wanted.podSelector().matchLabels())) {
                widens(policy, does, service, Meaning.of(wanted));
            }
        });
    }

    private void widens(NetworkPolicy policy, Meaning does, ServiceName service, Meaning should) {
        List<Opening> more = does.openings().keySet().stream()
                .filter(opening -> should.isolates().contains(opening.direction()))
                .filter(opening -> should.openings().keySet().stream().noneMatch(known -> known.covers(opening)))
                .sorted()
                .toList();
        if (!more.isEmpty()) {
            add(
                    FindingRule.FOREIGN_POLICY,
                    does.openings().getOrDefault(more.get(0), policy.metadata().place()),
                    about(service),
                    name(policy) + " isn't ours and opens to the pods of " + service + ": "
                            + Words.some(more.stream()
                                    .map(opening ->
                                            edges.connection(service, opening).toString())
                                    .toList()),
                    "remove it and declare what is needed of it in "
                            + edges.place(service).file());
        }
    }

    private void add(FindingRule rule, Place place, List<Subject> about, String problem, String remedy) {
        findings.add(new Finding(rule, place, about, problem, remedy));
    }
}
