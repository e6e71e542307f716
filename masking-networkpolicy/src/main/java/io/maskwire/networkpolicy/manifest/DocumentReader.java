package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.Node.Mapping;
import io.maskwire.networkpolicy.manifest.Node.Scalar;
import io.maskwire.networkpolicy.manifest.Node.Sequence;
import io.maskwire.networkpolicy.manifest.RefusedManifestException.Problem;
import io.maskwire.networkpolicy.manifest.Workload.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the objects in the documents of a file, and gives each to whoever reads its kind. */
final class DocumentReader {

    private static final String LIST = "List";
    private static final String POLICY_KIND = "NetworkPolicy";
    private static final String POLICY_VERSION = "networking.k8s.io/v1";

    /** Kinds of other APIs that open or close connections too, where their controller runs. */
    private static final Set<String> OTHER_POLICIES = Set.of(
            "CiliumNetworkPolicy",
            "CiliumClusterwideNetworkPolicy",
            "GlobalNetworkPolicy",
            "StagedNetworkPolicy",
            "StagedGlobalNetworkPolicy",
            "StagedKubernetesNetworkPolicy",
            "AdminNetworkPolicy",
            "BaselineAdminNetworkPolicy",
            "ClusterNetworkPolicy",
            "FQDNNetworkPolicy",
            "AuthorizationPolicy");

    private static final Map<String, Kind> WORKLOADS = new HashMap<>();

    static {
        for (Kind kind : Kind.values()) {
            WORKLOADS.put(kind.word(), kind);
        }
    }

    private final Reading reading;
    private final Gathered gathered;
    private boolean wanted;

    DocumentReader(Reading reading, Gathered gathered) {
        this.reading = reading;
        this.gathered = gathered;
    }

    void read(String text) {
        TreeReader.read(text, reading, item -> item(item, "", ""), this::document);
    }

    private void document(Node document, List<Problem> structure) {
        if (document instanceof Mapping mapping) {
            root(mapping);
        } else if (document instanceof Sequence list) {
            list.items().forEach(item -> noObject(item));
        } else if (!Node.isNothing(document)) {
            noObject(document);
        }
        // What is wrong inside an object that nobody reads is nobody's business here.
        if (wanted) {
            structure.forEach(
                    problem -> reading.problem(problem.place(), problem.field(), problem.problem(), problem.remedy()));
        }
        wanted = false;
    }

    private void root(Mapping mapping) {
        if (!isList(mapping)) {
            object(mapping, "", "");
        }
    }

    /** Reads the items if it is a list; lists may be in lists. */
    private boolean isList(Mapping mapping) {
        String kind = word(mapping, "kind");
        if (kind.endsWith(LIST) && mapping.get("items") instanceof Sequence items) {
            // Items of a typed list may leave out what the list says of all of them.
            String itemKind = kind.substring(0, kind.length() - LIST.length());
            items.items().forEach(item -> listed(item, word(mapping, "apiVersion"), itemKind));
            return true;
        }
        return kind.equals(LIST);
    }

    private void listed(Node item, String version, String kind) {
        if (item instanceof Mapping mapping
                && (!kind.isEmpty() || !word(mapping, "kind").isEmpty())) {
            item(mapping, version, kind);
        } else {
            noObject(item);
        }
    }

    private void item(Mapping mapping, String version, String kind) {
        if (!isList(mapping)) {
            object(mapping, version, kind);
        }
    }

    /** One object; version and kind of the list it is in where it has none itself. */
    private void object(Mapping object, String listVersion, String listKind) {
        String kind = word(object, "kind", listKind);
        String version = word(object, "apiVersion", listVersion);
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        Place place = reading.place(object);
        if (kind.equals(POLICY_KIND)) {
            policy(object, version, group);
        } else if (kind.isEmpty()) {
            noObject(object);
        } else if (OTHER_POLICIES.contains(kind)) {
            otherPolicy(place, kind, version);
        } else if (kind.equals("Namespace") && version.equals("v1")) {
            wanted = true;
            new NamespaceReader(reading).read(object).ifPresent(gathered::add);
        } else if (kind.equals("Service") && version.equals("v1")) {
            wanted = true;
            new ServiceReader(reading).read(object).ifPresent(gathered::add);
        } else if (isWorkload(kind, group)) {
            wanted = true;
            new WorkloadReader(reading)
                    .read(object, Objects.requireNonNull(WORKLOADS.get(kind)))
                    .ifPresent(gathered::add);
        } else {
            skip(version, kind);
        }
    }

    private void policy(Mapping object, String version, String group) {
        if (version.equals(POLICY_VERSION)) {
            wanted = true;
            new PolicyReader(reading).read(object).ifPresent(gathered::add);
        } else if (group.endsWith("projectcalico.org")) {
            otherPolicy(reading.place(object), POLICY_KIND, version);
        } else {
            @Nullable Node written = object.get("apiVersion");
            reading.problem(
                    reading.place(written == null ? object : written),
                    "apiVersion",
                    group.equals("extensions")
                            ? "is the extensions/v1beta1 of a NetworkPolicy, which no cluster serves any more"
                            : "is not the one of a NetworkPolicy",
                    "write apiVersion: " + POLICY_VERSION);
        }
    }

    private void otherPolicy(Place place, String kind, String version) {
        reading.finding(
                ManifestFinding.Kind.OTHER_POLICY,
                place,
                Field.ROOT,
                "a " + kind + " of " + Shown.name(version) + " isn't read, and may open or close connections too",
                "judge it by the means of its own API");
        skip(version, kind);
    }

    private void skip(String version, String kind) {
        gathered.skip(Shown.name(version) + " " + Shown.name(kind));
    }

    private static boolean isWorkload(String kind, String group) {
        @Nullable Kind workload = WORKLOADS.get(kind);
        if (workload == null) {
            return false;
        }
        return switch (workload) {
            case POD, REPLICATION_CONTROLLER -> group.isEmpty();
            case JOB, CRON_JOB -> group.equals("batch");
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET ->
                group.equals("apps") || group.equals("extensions");
        };
    }

    private void noObject(Node node) {
        reading.finding(
                ManifestFinding.Kind.NO_OBJECT,
                reading.place(node),
                Field.ROOT,
                "this has no kind, so it is no object of Kubernetes and isn't read",
                "add apiVersion and kind, or leave it out");
    }

    private static String word(Mapping object, String key) {
        return word(object, key, "");
    }

    private static String word(Mapping object, String key, String otherwise) {
        return object.get(key) instanceof Scalar scalar && !Node.isNothing(scalar) ? scalar.text() : otherwise;
    }
}
