package io.maskwire.networkpolicy;

import io.maskwire.networkpolicy.Rule.Port;
import java.util.List;
import java.util.SortedMap;

/** Writes a policy as the text of one file. */
final class PolicyYaml {

    static final String FLEET_LABEL = "maskwire.io/fleet";
    static final String EDGES_ANNOTATION = "maskwire.io/edges";
    private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";

    private final Yaml yaml = new Yaml();

    private PolicyYaml() {}

    static String text(Policy policy, String fleet, Profile profile) {
        PolicyYaml text = new PolicyYaml();
        head(text.yaml, policy, fleet, profile);
        text.yaml.block("spec", () -> {
            if (profile == Profile.CALICO_STAGED) {
                text.yaml.entry("stagedAction", "Set");
            }
            text.spec(policy);
        });
        return text.yaml.toString();
    }

    /** Everything before {@code spec}. */
    static void head(Yaml yaml, Policy policy, String fleet, Profile profile) {
        policy.about().forEach(yaml::comment);
        if (profile != Profile.CORE) {
            yaml.comment("Checked against the schema of " + profile.apiVersion() + ", not run on a cluster.");
        }
        yaml.entry("apiVersion", profile.apiVersion());
        yaml.entry("kind", profile.kind());
        yaml.block("metadata", () -> metadata(yaml, policy, fleet));
    }

    private static void metadata(Yaml yaml, Policy policy, String fleet) {
        yaml.entry("name", policy.name());
        yaml.entry("namespace", policy.namespace());
        yaml.block("labels", () -> yaml.entry(FLEET_LABEL, fleet));
        policy.edgeDigest().ifPresent(digest -> yaml.block("annotations", () -> yaml.entry(EDGES_ANNOTATION, digest)));
    }

    private void spec(Policy policy) {
        if (policy.selector().isEmpty()) {
            yaml.emptyMapping("podSelector");
        } else {
            selector("podSelector", policy.selector());
        }
        yaml.block("policyTypes", () -> types(policy));
        rules("ingress", "from", policy.ingress());
        rules("egress", "to", policy.egress());
    }

    private void types(Policy policy) {
        if (policy.enforce().ingress()) {
            yaml.element("Ingress");
        }
        if (policy.enforce().egress()) {
            yaml.element("Egress");
        }
    }

    private void rules(String direction, String peers, List<Rule> rules) {
        if (!rules.isEmpty()) {
            yaml.block(direction, () -> rules.forEach(rule -> rule(peers, rule)));
        }
    }

    private void rule(String peers, Rule rule) {
        yaml.item(rule.edges(), () -> {
            yaml.block(peers, () -> rule.peers().forEach(this::peer));
            yaml.block("ports", () -> rule.ports().forEach(this::port));
        });
    }

    private void peer(Peer peer) {
        if (peer instanceof Peer.Pods pods) {
            yaml.item(() -> pods(pods));
        } else if (peer instanceof Peer.Addresses addresses) {
            yaml.item(() -> yaml.block("ipBlock", () -> addresses(yaml, addresses)));
        } else {
            throw new IllegalArgumentException("This API knows no peer by name");
        }
    }

    private void pods(Peer.Pods pods) {
        pods.namespace()
                .ifPresent(name -> yaml.block(
                        "namespaceSelector", () -> yaml.block("matchLabels", () -> yaml.entry(NAMESPACE_LABEL, name))));
        selector("podSelector", pods.labels());
    }

    /** A block of addresses with what is taken out of it. */
    static void addresses(Yaml yaml, Peer.Addresses addresses) {
        yaml.entry("cidr", addresses.block().toString());
        if (!addresses.except().isEmpty()) {
            yaml.block("except", () -> addresses.except().forEach(cidr -> yaml.element(cidr.toString())));
        }
    }

    private void port(Port port) {
        yaml.item(() -> yaml.entry("port", port.number())
                .entry("protocol", port.protocol().name()));
    }

    private void selector(String key, SortedMap<String, String> labels) {
        yaml.block(key, () -> yaml.block("matchLabels", () -> labels.forEach(yaml::entry)));
    }
}
