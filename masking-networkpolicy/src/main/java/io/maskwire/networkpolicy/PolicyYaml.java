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

    static String text(Policy policy, String fleet) {
        PolicyYaml text = new PolicyYaml();
        text.policy(policy, fleet);
        return text.yaml.toString();
    }

    private void policy(Policy policy, String fleet) {
        policy.about().forEach(yaml::comment);
        yaml.entry("apiVersion", "networking.k8s.io/v1");
        yaml.entry("kind", "NetworkPolicy");
        yaml.block("metadata", () -> metadata(policy, fleet));
        yaml.block("spec", () -> spec(policy));
    }

    private void metadata(Policy policy, String fleet) {
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
            yaml.item(() -> yaml.block("ipBlock", () -> addresses(addresses)));
        }
    }

    private void pods(Peer.Pods pods) {
        pods.namespace()
                .ifPresent(name -> yaml.block(
                        "namespaceSelector", () -> yaml.block("matchLabels", () -> yaml.entry(NAMESPACE_LABEL, name))));
        selector("podSelector", pods.labels());
    }

    private void addresses(Peer.Addresses addresses) {
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
