package io.maskwire.networkpolicy;

import io.maskwire.declaration.External;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Rule.Port;
import io.maskwire.networkpolicy.api.Cidr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Gathers the rules of one workload, a rule for every pair of peer and port. */
final class WorkloadRules {

    private static final List<Port> DNS_PORTS = List.of(new Port(53, Protocol.TCP), new Port(53, Protocol.UDP));

    /** Two edges with different ports are never one rule: the rule would open all ports to all peers. */
    private record Opening(List<Peer> peers, Port port) {}

    private final Fleet fleet;
    private final Services services;
    private final ServiceName self;
    private final Map<Opening, List<String>> ingress = new LinkedHashMap<>();
    private final Map<Opening, List<String>> egress = new LinkedHashMap<>();
    private final WorkloadDigest digest = new WorkloadDigest();
    private boolean asksForNames;

    WorkloadRules(Fleet fleet, Services services, ServiceName self) {
        this.fleet = fleet;
        this.services = services;
        this.self = self;
    }

    void fromPlatform(ServedPort port) {
        for (String name : new TreeSet<>(port.from())) {
            PlatformPeer peer = Objects.requireNonNull(fleet.platform().get(name));
            open(ingress, List.of(pods(peer)), port(port), EdgeText.fromPlatform(name, port));
            digest.fromPlatform(name, port);
        }
    }

    void incoming(Edge edge) {
        open(ingress, List.of(pods(edge.from())), port(edge.port()), EdgeText.incoming(edge));
        digest.incoming(edge);
    }

    void outgoing(Edge edge) {
        open(egress, List.of(pods(edge.to())), port(edge.port()), EdgeText.outgoing(edge));
        digest.outgoing(edge);
        asksForNames = true;
    }

    void external(External external) {
        if (external.cidrs().isEmpty()) {
            return;
        }
        TreeSet<Cidr> blocks = new TreeSet<>();
        external.cidrs().forEach(cidr -> blocks.add(Cidr.parse(cidr).orElseThrow()));
        List<Peer> peers = new ArrayList<>();
        blocks.forEach(block -> peers.add(new Peer.Addresses(block, block.except())));
        open(egress, peers, new Port(external.port(), external.protocol()), EdgeText.outgoing(external));
        digest.external(external, blocks);
        asksForNames |= !Cidr.isAddress(external.host());
    }

    List<Rule> ingress() {
        return rules(ingress);
    }

    List<Rule> egress() {
        List<Rule> rules = new ArrayList<>();
        if (asksForNames) {
            rules.add(new Rule(List.of(EdgeText.DNS), nameServers(), DNS_PORTS));
        }
        rules.addAll(rules(egress));
        return rules;
    }

    String digest() {
        if (asksForNames) {
            digest.dns();
        }
        return digest.of(self);
    }

    private static void open(Map<Opening, List<String>> direction, List<Peer> peers, Port port, String edge) {
        direction
                .computeIfAbsent(new Opening(peers, port), any -> new ArrayList<>())
                .add(edge);
    }

    private static List<Rule> rules(Map<Opening, List<String>> direction) {
        return direction.entrySet().stream()
                .map(opened -> new Rule(
                        opened.getValue(),
                        opened.getKey().peers(),
                        List.of(opened.getKey().port())))
                .toList();
    }

    private static Port port(ServedPort port) {
        return new Port(port.port(), port.protocol());
    }

    /** The DNS pods, and the cache on each node where there is one. */
    private List<Peer> nameServers() {
        PlatformPeer dns = Objects.requireNonNull(fleet.platform().get(PlatformPeer.DNS));
        List<Peer> peers = new ArrayList<>(List.of(pods(dns)));
        dns.nodeLocal()
                .map(address -> Cidr.single(address).orElseThrow())
                .ifPresent(block -> peers.add(new Peer.Addresses(block, List.of())));
        return peers;
    }

    private Peer pods(ServiceName name) {
        Service service = Services.service(Objects.requireNonNull(services.get(name)));
        return new Peer.Pods(namespace(name.namespace()), Labels.sorted(service.selector()));
    }

    private Peer pods(PlatformPeer peer) {
        return new Peer.Pods(namespace(peer.namespace()), Labels.sorted(peer.selector()));
    }

    /** Pods of the own namespace are named by their labels alone. */
    private Optional<String> namespace(String name) {
        return name.equals(self.namespace()) ? Optional.empty() : Optional.of(name);
    }
}
