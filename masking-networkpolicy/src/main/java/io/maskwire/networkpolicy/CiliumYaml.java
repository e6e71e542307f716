package io.maskwire.networkpolicy;

import io.maskwire.declaration.Enforce;
import io.maskwire.networkpolicy.Rule.Port;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes a policy as the text of one {@code CiliumNetworkPolicy}. */
final class CiliumYaml {

    private static final String NAMESPACE_LABEL = "k8s:io.kubernetes.pod.namespace";

    private final Yaml yaml = new Yaml();
    private final Policy policy;
    private final Enforce enforced;

    private CiliumYaml(Policy policy, Enforce enforced) {
        this.policy = policy;
        this.enforced = enforced;
    }

    static String text(Policy policy, String fleet, Profile profile) {
        CiliumYaml text = new CiliumYaml(policy, profile == Profile.CILIUM_STAGED ? Enforce.NONE : policy.enforce());
        PolicyYaml.head(text.yaml, policy, fleet, profile);
        text.yaml.block("spec", text::spec);
        return text.yaml.toString();
    }

    private void spec() {
        selector("endpointSelector", policy.selector());
        yaml.block(
                "enableDefaultDeny",
                () -> yaml.entry("ingress", enforced.ingress()).entry("egress", enforced.egress()));
        if (policy.enforce().ingress()) {
            yaml.block("ingress", () -> rules("from", policy.ingress()));
        }
        if (policy.enforce().egress()) {
            yaml.block("egress", () -> rules("to", policy.egress()));
        }
    }

    private void selector(String key, SortedMap<String, String> labels) {
        if (labels.isEmpty()) {
            yaml.emptyMapping(key);
        } else {
            yaml.block(key, () -> matchLabels(labels));
        }
    }

    private void matchLabels(SortedMap<String, String> labels) {
        yaml.block("matchLabels", () -> labels.forEach(yaml::entry));
    }

    /** An empty rule allows nothing here, and makes the direction count; no rule at all would be no policy. */
    private void rules(String direction, List<Rule> rules) {
        if (rules.isEmpty()) {
            yaml.emptyItem();
        }
        rules.forEach(rule -> rule(direction, rule));
    }

    /** Cilium takes one kind of peer for each rule. */
    private void rule(String direction, Rule rule) {
        List<Peer.Pods> pods = peers(rule, Peer.Pods.class);
        List<Peer.Addresses> addresses = peers(rule, Peer.Addresses.class);
        List<Peer.Named> names = peers(rule, Peer.Named.class);
        List<Peer.Entity> entities = peers(rule, Peer.Entity.class);
        kind(rule, pods, direction + "Endpoints", this::pods);
        kind(rule, addresses, direction + "CIDRSet", this::addresses);
        kind(rule, names, direction + "FQDNs", name -> yaml.item(() -> yaml.entry("matchName", name.host())));
        kind(rule, entities, direction + "Entities", entity -> yaml.element(entity.name()));
    }

    private static <P extends Peer> List<P> peers(Rule rule, Class<P> kind) {
        return rule.peers().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <P> void kind(Rule rule, List<P> peers, String key, Consumer<P> writer) {
        if (!peers.isEmpty()) {
            yaml.item(rule.edges(), () -> {
                yaml.block(key, () -> peers.forEach(writer));
                yaml.block("toPorts", () -> yaml.item(() -> ports(rule)));
            });
        }
    }

    private void pods(Peer.Pods pods) {
        SortedMap<String, String> labels = new TreeMap<>(pods.labels());
        pods.namespace().ifPresent(name -> labels.put(NAMESPACE_LABEL, name));
        yaml.item(() -> matchLabels(labels));
    }

    private void addresses(Peer.Addresses addresses) {
        yaml.item(() -> PolicyYaml.addresses(yaml, addresses));
    }

    private void ports(Rule rule) {
        yaml.block("ports", () -> rule.ports().forEach(this::port));
        if (rule.edges().contains(EdgeText.DNS) && asksForHosts()) {
            // Cilium learns the addresses of hosts from the answers its DNS proxy sees.
            yaml.block("rules", () -> yaml.block("dns", () -> yaml.item(() -> yaml.entry("matchPattern", "*"))));
        }
    }

    private boolean asksForHosts() {
        return policy.egress().stream().flatMap(rule -> rule.peers().stream()).anyMatch(Peer.Named.class::isInstance);
    }

    private void port(Port port) {
        yaml.item(() -> yaml.entry("port", Integer.toString(port.number()))
                .entry("protocol", port.protocol().name()));
    }
}
