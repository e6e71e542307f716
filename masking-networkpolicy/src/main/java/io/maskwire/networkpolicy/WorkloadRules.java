package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Mesh;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Workload;
import io.maskwire.networkpolicy.Rule.Port;
import io.maskwire.networkpolicy.api.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers the rules of one workload, a rule for every pair of peer and port. */
final class WorkloadRules {

    private static final int NODE_LOCAL_PORT = 53;

    /** The port of an ambient mesh's tunnel, which carries every port of the pod. */
    private static final Port TUNNEL = new Port(15_008, Protocol.TCP);

    private static final List<Port> SIDECAR_METRICS =
            List.of(new Port(15_020, Protocol.TCP), new Port(15_090, Protocol.TCP));
    private static final List<Port> SIDECAR_HEALTH =
            List.of(new Port(15_020, Protocol.TCP), new Port(15_021, Protocol.TCP));

    /** Two edges with different ports are never one rule: the rule would open all ports to all peers. */
    private record Opening(List<Peer> peers, List<Port> ports) {}

    private final Fleet fleet;
    private final Services services;
    private final ServicePods pods;
    private final Service self;
    private final Workload workload;
    private final Profile profile;
    private final Map<Opening, List<String>> ingress = new LinkedHashMap<>();
    private final Map<Opening, List<String>> egress = new LinkedHashMap<>();
    private final WorkloadDigest digest = new WorkloadDigest();
    private boolean asksForNames;

    WorkloadRules(Fleet fleet, Services services, ServicePods pods, Service self, Workload workload, Profile profile) {
        this.fleet = fleet;
        this.services = services;
        this.pods = pods;
        this.self = self;
        this.workload = workload;
        this.profile = profile;
    }

    void fromPlatform(ServedPort port) {
        for (String name : new TreeSet<>(port.from())) {
            from(name, List.of(port(port)), EdgeText.fromPlatform(name, port));
            digest.fromPlatform(name, port);
        }
    }

    void incoming(Edge edge) {
        open(ingress, callers(edge.from()), tunnelled(edge.from(), port(edge.port())), EdgeText.incoming(edge));
        digest.incoming(edge);
    }

    void outgoing(Edge edge) {
        open(egress, providers(edge.to()), tunnelled(edge.to(), port(edge.port())), EdgeText.outgoing(edge));
        digest.outgoing(edge);
        asksForNames = true;
    }

    /** The way in of a publisher or consumer, at the broker. */
    void incoming(TopicUse use, Declaration broker) {
        ServedPort port = Objects.requireNonNull(broker.serves().get(use.topic().port()));
        open(ingress, callers(use.from()), tunnelled(use.from(), port(port)), EdgeText.incoming(use, port));
        digest.incoming(use, port(port));
    }

    /** The way to a broker. */
    void outgoing(TopicUse use) {
        if (use.topic().isService()) {
            ServiceName broker = TopicUse.broker(use.topic());
            Declaration declared = Objects.requireNonNull(services.get(broker));
            Port port = port(
                    Objects.requireNonNull(declared.serves().get(use.topic().port())));
            open(egress, providers(broker), tunnelled(broker, port), EdgeText.outgoing(use));
            digest.outgoing(use, List.of(port));
            asksForNames = true;
        } else {
            String broker = use.topic().broker();
            to(broker, EdgeText.outgoing(use));
            digest.outgoing(use, ports(platform(broker)));
        }
    }

    void guests(ServedPort port) {
        port.guests().forEach((name, guest) -> {
            List<Peer> pods = List.of(new Peer.Pods(namespace(name.namespace()), Labels.sorted(guest.selector())));
            open(ingress, pods, tunnelled(name, port(port)), EdgeText.guest(name, guest, port));
            digest.guest(name, guest, port);
        });
    }

    void uses(String name) {
        to(name, EdgeText.toPlatform(name));
        digest.toPlatform(name, ports(platform(name)));
    }

    void external(External external) {
        if (external.via().isPresent()) {
            String proxy = external.via().get();
            to(proxy, EdgeText.outgoing(external));
            digest.external(external, proxy, ports(platform(proxy)));
        } else if (profile.isCilium() && !Cidr.isAddress(external.host())) {
            Port port = new Port(external.port(), external.protocol());
            open(egress, List.of(new Peer.Named(external.host())), List.of(port), EdgeText.outgoing(external));
            digest.external(external, List.of());
            asksForNames = true;
        } else if (!external.cidrs().isEmpty()) {
            SortedSet<Cidr> blocks = blocks(external.cidrs());
            Port port = new Port(external.port(), external.protocol());
            open(egress, addresses(blocks), List.of(port), EdgeText.outgoing(external));
            digest.external(external, blocks);
            asksForNames |= !Cidr.isAddress(external.host());
        }
    }

    /** What a mesh's proxy in the pod needs, if there is one. */
    void sidecar() {
        if (mesh(self.name().namespace()) != Mesh.ISTIO_SIDECAR) {
            return;
        }
        uses(PlatformPeer.ISTIOD);
        toSidecar(PlatformPeer.METRICS, SIDECAR_METRICS);
        toSidecar(PlatformPeer.PROBES, SIDECAR_HEALTH);
    }

    private void toSidecar(String name, List<Port> ports) {
        PlatformPeer peer = fleet.platform().get(name);
        if (peer != null && !(peer.pods().isEmpty() && peer.cidrs().isEmpty())) {
            from(name, ports, EdgeText.toSidecar(name));
            digest.toSidecar(name, ports);
        }
    }

    List<Rule> ingress() {
        return self.enforce().ingress() ? rules(ingress) : List.of();
    }

    List<Rule> egress() {
        List<Rule> rules = new ArrayList<>();
        if (self.enforce().egress()) {
            if (asksForNames) {
                rules.addAll(nameServers());
            }
            rules.addAll(rules(egress));
        }
        return rules;
    }

    String digest() {
        if (asksForNames) {
            digest.dns();
        }
        return digest.of(self.name(), workload.name());
    }

    private static void open(Map<Opening, List<String>> direction, List<Peer> peers, List<Port> ports, String edge) {
        if (!peers.isEmpty()) {
            direction
                    .computeIfAbsent(new Opening(peers, ports), any -> new ArrayList<>())
                    .add(edge);
        }
    }

    private static List<Rule> rules(Map<Opening, List<String>> direction) {
        return direction.entrySet().stream()
                .map(opened -> new Rule(
                        opened.getValue(),
                        opened.getKey().peers(),
                        opened.getKey().ports()))
                .toList();
    }

    /** From a platform peer, whose pods may be in the mesh and whose other addresses aren't. */
    private void from(String name, List<Port> ports, String edge) {
        PlatformPeer peer = platform(name);
        if (peer.inMesh() && mesh(self.name().namespace()) == Mesh.ISTIO_AMBIENT) {
            open(ingress, pods(peer), sorted(ports, List.of(TUNNEL)), edge);
            open(ingress, addresses(blocks(peer.cidrs())), ports, edge);
        } else {
            open(ingress, everything(name), ports, edge);
        }
    }

    private void to(String name, String edge) {
        PlatformPeer peer = platform(name);
        if (peer.inMesh() && mesh(self.name().namespace()) == Mesh.ISTIO_AMBIENT) {
            open(egress, pods(peer), sorted(ports(peer), List.of(TUNNEL)), edge);
            open(egress, addresses(blocks(peer.cidrs())), ports(peer), edge);
        } else {
            open(egress, everything(name), ports(peer), edge);
        }
        asksForNames |= !peer.pods().isEmpty();
    }

    private static Port port(ServedPort port) {
        return new Port(port.port(), port.protocol());
    }

    private static List<Port> ports(PlatformPeer peer) {
        return peer.ports().stream()
                .map(port -> new Port(port, peer.protocol()))
                .toList();
    }

    /** The port, and the mesh's tunnel if connections between the two ends go through it. */
    private List<Port> tunnelled(ServiceName other, Port port) {
        Mesh here = mesh(self.name().namespace());
        Mesh there = mesh(other.namespace());
        boolean both = here != Mesh.NONE && there != Mesh.NONE;
        boolean tunnel = both && (here == Mesh.ISTIO_AMBIENT || there == Mesh.ISTIO_AMBIENT);
        return tunnel ? sorted(List.of(port), List.of(TUNNEL)) : List.of(port);
    }

    private static List<Port> sorted(List<Port> some, List<Port> more) {
        TreeSet<Port> ports = new TreeSet<>(some);
        ports.addAll(more);
        return List.copyOf(ports);
    }

    private Mesh mesh(String namespace) {
        return fleet.mesh(namespace);
    }

    /** The DNS pods, and the cache on each node where there is one. */
    private List<Rule> nameServers() {
        PlatformPeer dns = platform(PlatformPeer.DNS);
        List<Peer> nodeLocal = dns.nodeLocal().stream().map(this::onTheNode).toList();
        List<Peer> peers = new ArrayList<>(everything(PlatformPeer.DNS));
        List<Rule> rules = new ArrayList<>();
        if (dns.ports().equals(List.of(NODE_LOCAL_PORT))) {
            peers.addAll(nodeLocal);
            rules.add(new Rule(List.of(EdgeText.DNS), peers, overBoth(dns.ports())));
        } else {
            rules.add(new Rule(List.of(EdgeText.DNS), peers, overBoth(dns.ports())));
            if (!nodeLocal.isEmpty()) {
                rules.add(new Rule(List.of(EdgeText.NODE_LOCAL_DNS), nodeLocal, overBoth(List.of(NODE_LOCAL_PORT))));
            }
        }
        return rules;
    }

    private Peer onTheNode(String address) {
        return profile.isCilium()
                ? Peer.Entity.HOST
                : new Peer.Addresses(Cidr.single(address).orElseThrow(), List.of());
    }

    private static List<Port> overBoth(List<Integer> ports) {
        return ports.stream()
                .flatMap(port -> List.of(new Port(port, Protocol.TCP), new Port(port, Protocol.UDP)).stream())
                .toList();
    }

    private List<Peer> callers(ServiceName name) {
        return pods.callers(name, self.name().namespace());
    }

    private List<Peer> providers(ServiceName name) {
        return pods.providers(name, self.name().namespace());
    }

    private PlatformPeer platform(String name) {
        return Objects.requireNonNull(fleet.platform().get(name));
    }

    /** Its pods and other addresses; Cilium knows nodes and API server by words, and no address matches them. */
    private List<Peer> everything(String name) {
        PlatformPeer peer = platform(name);
        List<Peer> peers = new ArrayList<>(pods(peer));
        if (peer.cidrs().isEmpty() || !profile.isCilium()) {
            peers.addAll(addresses(blocks(peer.cidrs())));
        } else if (name.equals(PlatformPeer.API_SERVER)) {
            peers.add(Peer.Entity.API_SERVER);
        } else if (name.equals(PlatformPeer.PROBES)) {
            peers.add(Peer.Entity.HOST);
        } else {
            peers.addAll(addresses(blocks(peer.cidrs())));
        }
        return peers;
    }

    private List<Peer> pods(PlatformPeer peer) {
        return peer.pods().stream()
                .map(pods -> (Peer) new Peer.Pods(namespace(pods.namespace()), Labels.sorted(pods.selector())))
                .toList();
    }

    private static SortedSet<Cidr> blocks(Collection<String> cidrs) {
        SortedSet<Cidr> blocks = new TreeSet<>();
        cidrs.forEach(cidr -> blocks.add(Cidr.parse(cidr).orElseThrow()));
        return blocks;
    }

    private static List<Peer> addresses(SortedSet<Cidr> blocks) {
        return blocks.stream()
                .map(block -> (Peer) new Peer.Addresses(block, block.except()))
                .toList();
    }

    /** Pods of the own namespace are named by their labels alone. */
    private Optional<String> namespace(String name) {
        return name.equals(self.name().namespace()) ? Optional.empty() : Optional.of(name);
    }
}
