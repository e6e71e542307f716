package io.maskwire.networkpolicy.manifest;

import io.maskwire.networkpolicy.api.ApiRules;
import java.util.Optional;
import java.util.Set;

/** Reads an object's metadata, and tolerates what a server adds to it. */
final class MetadataReader {

    static final String DEFAULT_NAMESPACE = "default";

    private static final Set<String> KNOWN = Set.of(
            "name",
            "generateName",
            "namespace",
            "labels",
            "annotations",
            "ownerReferences",
            "finalizers",
            "selfLink",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields");

    private final Reading reading;

    MetadataReader(Reading reading) {
        this.reading = reading;
    }

    /** The metadata of an object in a namespace. */
    Optional<Metadata> namespaced(Fields object) {
        Optional<Fields> part = part(object);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = name(part.get());
        Optional<String> namespace = namespace(part.get());
        Metadata metadata = new Metadata(
                new ObjectName(namespace.orElse(DEFAULT_NAMESPACE), name.orElse("")),
                Labels.read(part.get(), "labels"),
                Labels.annotations(part.get(), "annotations"),
                object.place());
        return name.isPresent() ? Optional.of(metadata) : Optional.empty();
    }

    /** The metadata of an object of the cluster. */
    Optional<Metadata> clusterWide(Fields object) {
        Optional<Fields> part = part(object);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = name(part.get()).filter(found -> isLabel(part.get(), "name", found));
        return name.map(found -> new Metadata(
                new ObjectName("", found),
                Labels.read(part.get(), "labels"),
                Labels.annotations(part.get(), "annotations"),
                object.place()));
    }

    private Optional<Fields> part(Fields object) {
        Optional<Node> value = object.value("metadata");
        if (value.isEmpty()) {
            object.problem("metadata", "is missing", "write metadata: {name: NAME, namespace: NAMESPACE}");
            return Optional.empty();
        }
        return Fields.strict(value.get(), object.field("metadata"), reading, KNOWN);
    }

    private static Optional<String> name(Fields part) {
        if (!part.has("name") || part.value("name").isEmpty()) {
            part.problem(
                    "name",
                    "is missing",
                    part.has("generateName")
                            ? "write the name; one made up by the server can't be compared"
                            : "write name: NAME");
            return Optional.empty();
        }
        Optional<String> name = part.text("name");
        if (name.isPresent() && !ApiRules.isDnsSubdomain(name.get())) {
            part.problem("name", "is no name an object can have", ApiRules.DNS_SUBDOMAIN_RULE);
            return Optional.empty();
        }
        return name;
    }

    private Optional<String> namespace(Fields part) {
        if (part.value("namespace").isEmpty()) {
            reading.finding(
                    ManifestFinding.Kind.NO_NAMESPACE,
                    part.place(),
                    part.field("namespace"),
                    "is missing, so the object is taken to be in " + DEFAULT_NAMESPACE,
                    "write namespace: NAMESPACE");
            return Optional.empty();
        }
        return part.text("namespace").filter(found -> isLabel(part, "namespace", found));
    }

    private static boolean isLabel(Fields part, String key, String name) {
        if (!ApiRules.isDnsLabel(name)) {
            part.problem(key, "is no name a namespace can have", ApiRules.DNS_LABEL_RULE);
            return false;
        }
        return true;
    }
}
