package io.maskwire.networkpolicy.manifest;

import io.maskwire.networkpolicy.api.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a NetworkPolicy as strictly as the API server. */
final class PolicyReader {

    private static final Set<String> KNOWN = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> OF_THE_SPEC = Set.of("podSelector", "policyTypes", "ingress", "egress");
    private static final Set<String> OF_A_PEER = Set.of("podSelector", "namespaceSelector", "ipBlock");
    private static final Set<String> OF_A_BLOCK = Set.of("cidr", "except");

    private final Reading reading;
    private final SelectorReader selectors;
    private final PortReader ports;

    PolicyReader(Reading reading) {
        this.reading = reading;
        this.selectors = new SelectorReader(reading);
        this.ports = new PortReader(reading);
    }

    Optional<NetworkPolicy> read(Node object) {
        Fields fields = Fields.strict(object, Field.ROOT, reading, KNOWN).orElseThrow();
        Optional<Metadata> metadata = new MetadataReader(reading).namespaced(fields);
        if (fields.has("status")) {
            reading.finding(
                    ManifestFinding.Kind.STATUS,
                    fields.placeOf("status"),
                    fields.field("status"),
                    "is a field that policies no longer have; an older cluster exported it",
                    "remove it before applying: the API server refuses it");
        }
        Optional<Node> spec = fields.value("spec");
        if (spec.isEmpty()) {
            noSelector(fields, "spec", "deny all that comes in to");
            return metadata.map(found ->
                    new NetworkPolicy(found, everyPod(fields), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        Optional<Fields> part = Fields.strict(spec.get(), fields.field("spec"), reading, OF_THE_SPEC);
        Optional<NetworkPolicy> policy = part.flatMap(found -> spec(metadata, found));
        return metadata.isPresent() ? policy : Optional.empty();
    }

    private Optional<NetworkPolicy> spec(Optional<Metadata> metadata, Fields spec) {
        Optional<Node> written = spec.value("podSelector");
        if (written.isEmpty()) {
            noSelector(spec, "podSelector", "be for");
        }
        Optional<Selector> selector = written.isEmpty()
                ? Optional.of(everyPod(spec))
                : selectors.read(written.get(), spec.field("podSelector"));
        Optional<List<Direction>> types = types(spec);
        Optional<List<PolicyRule>> ingress = rules(spec, Direction.INGRESS);
        Optional<List<PolicyRule>> egress = rules(spec, Direction.EGRESS);
        return metadata.isPresent() && selector.isPresent()
                ? Optional.of(new NetworkPolicy(metadata.get(), selector.get(), types, ingress, egress))
                : Optional.empty();
    }

    private void noSelector(Fields fields, String key, String does) {
        reading.finding(
                ManifestFinding.Kind.NO_SELECTOR,
                fields.placeOf(key),
                fields.field(key),
                "is missing, which makes the policy " + does + " every pod of its namespace",
                "write podSelector, or podSelector: {} if every pod is meant");
    }

    private static Selector everyPod(Fields fields) {
        return Selector.everything(fields.place());
    }

    private Optional<List<Direction>> types(Fields spec) {
        Optional<List<Node>> items = spec.items("policyTypes");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Direction> types = new ArrayList<>();
        for (int i = 0; i < items.get().size(); i++) {
            Field field = spec.field("policyTypes").at(i);
            Node item = items.get().get(i);
            Fields.text(item, field, reading).ifPresent(word -> type(item, field, word, types));
        }
        if (items.get().size() > Direction.values().length) {
            spec.problem("policyTypes", "has more than two types", "write [Ingress], [Egress] or [Ingress, Egress]");
        }
        return Optional.of(types);
    }

    private void type(Node item, Field field, String word, List<Direction> types) {
        for (Direction direction : Direction.values()) {
            if (direction.type().equals(word)) {
                if (types.contains(direction)) {
                    reading.finding(
                            ManifestFinding.Kind.REPEATED,
                            reading.place(item),
                            field,
                            "names " + word + " a second time",
                            "remove it, or write the other direction");
                }
                types.add(direction);
                return;
            }
        }
        reading.problem(item, field, "is no type of policy", "write Ingress or Egress");
    }

    private Optional<List<PolicyRule>> rules(Fields spec, Direction direction) {
        Optional<List<Node>> items = spec.items(direction.rules());
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<PolicyRule> rules = new ArrayList<>(items.get().size());
        for (int i = 0; i < items.get().size(); i++) {
            Field field = spec.field(direction.rules()).at(i);
            Fields.strict(items.get().get(i), field, reading, Set.of(direction.peers(), "ports"))
                    .map(fields -> new PolicyRule(peers(fields, direction), ports.read(fields), fields.place()))
                    .ifPresent(rules::add);
        }
        return Optional.of(rules);
    }

    private Optional<List<PolicyPeer>> peers(Fields rule, Direction direction) {
        Optional<List<Node>> items = rule.items(direction.peers());
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<PolicyPeer> peers = new ArrayList<>(items.get().size());
        for (int i = 0; i < items.get().size(); i++) {
            Field field = rule.field(direction.peers()).at(i);
            Fields.strict(items.get().get(i), field, reading, OF_A_PEER)
                    .flatMap(this::peer)
                    .ifPresent(peers::add);
        }
        return Optional.of(peers);
    }

    private Optional<PolicyPeer> peer(Fields peer) {
        Optional<Node> block = peer.value("ipBlock");
        Optional<Node> namespaces = peer.value("namespaceSelector");
        Optional<Node> pods = peer.value("podSelector");
        if (block.isEmpty() && namespaces.isEmpty() && pods.isEmpty()) {
            reading.problem(
                    peer.node(),
                    peer.field(),
                    "names nobody",
                    "write podSelector, namespaceSelector or ipBlock; leave the list of peers out for everybody");
            return Optional.empty();
        }
        if (block.isPresent() && (namespaces.isPresent() || pods.isPresent())) {
            peer.problem("ipBlock", "can't stand beside a selector", "make two peers of it, each behind its own -");
        }
        Optional<PolicyPeer> addresses = block.flatMap(
                        node -> Fields.strict(node, peer.field("ipBlock"), reading, OF_A_BLOCK))
                .flatMap(this::addresses);
        Optional<Selector> inNamespaces =
                namespaces.flatMap(node -> selectors.read(node, peer.field("namespaceSelector")));
        Optional<Selector> ofPods = pods.flatMap(node -> selectors.read(node, peer.field("podSelector")));
        return block.isPresent() ? addresses : Optional.of(new PolicyPeer.Pods(inNamespaces, ofPods, peer.place()));
    }

    private Optional<PolicyPeer> addresses(Fields block) {
        if (block.value("cidr").isEmpty()) {
            block.problem("cidr", "is missing", Cidr.RULE);
            return Optional.empty();
        }
        Optional<Cidr> cidr =
                block.text("cidr").flatMap(text -> cidr(block.value("cidr").orElseThrow(), block.field("cidr"), text));
        List<Cidr> except = new ArrayList<>();
        List<Node> items = block.items("except").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            Field field = block.field("except").at(i);
            Fields.text(item, field, reading)
                    .flatMap(text -> cidr(item, field, text))
                    .filter(one -> cidr.isEmpty() || isInside(item, field, one, cidr.get()))
                    .ifPresent(except::add);
        }
        return cidr.map(found -> new PolicyPeer.Addresses(found, except, block.place()));
    }

    private Optional<Cidr> cidr(Node node, Field field, String text) {
        Optional<Cidr> cidr = Cidr.parse(text);
        if (cidr.isEmpty()) {
            reading.problem(node, field, "is no block of addresses in its canonical form", Cidr.RULE);
        }
        return cidr;
    }

    private boolean isInside(Node node, Field field, Cidr one, Cidr block) {
        if (!block.isWiderThan(one)) {
            reading.problem(
                    node, field, "isn't a part of the block it is taken out of", "write a smaller block inside cidr");
            return false;
        }
        return true;
    }
}
