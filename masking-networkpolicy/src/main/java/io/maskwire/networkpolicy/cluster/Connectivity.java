package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who can reach whom by the policies in manifests, judged by the exact semantics of {@code networking.k8s.io/v1}.
 *
 * <p><b>Gives:</b> every connection between workloads that behave alike, and between them and ranges of addresses
 * outside, with the rules that open it; nothing is sampled.
 *
 * <p><b>Doesn't give:</b> what policies of other APIs add or take away, what a network plugin does differently, pods
 * that no manifest tells of: where policies speak of such, pods with just those labels are assumed and
 * {@linkplain #notes() named}. Pods on a node's network are left out, since what policies mean for them is not
 * defined.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Connectivity {

    private final Resources resources;
    private final Cluster cluster;
    private final Connections connections;
    private final AddressBlocks blocks;

    private Connectivity(Resources resources, Cluster cluster, AddressBlocks blocks) {
        this.resources = resources;
        this.cluster = cluster;
        this.blocks = blocks;
        this.connections = new Connections(cluster);
    }

    /** Judges all policies of manifests. */
    public static Connectivity of(Resources resources, AddressBlocks blocks) {
        List<Resources> all = List.of(resources);
        Cluster cluster = Cluster.of(resources, Assumptions.of(all), Cluster.space(all), blocks);
        return new Connectivity(resources, cluster, blocks);
    }

    /** The workloads, those that behave alike as one, in the order of their names. */
    public List<Party> parties() {
        return connections.order().stream().map(cluster::party).toList();
    }

    /** Tells every connection, in an order that depends on the names alone. */
    public void forEach(Consumer<Connection> found) {
        connections.forEach(found);
    }

    /** Every connection; use {@link #forEach} where there may be very many. */
    public List<Connection> all() {
        List<Connection> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /** The ports of Services with the pods they lead to, in the order of their names. */
    public List<ServiceRoute> services() {
        return new ServiceRoutes(cluster).of(resources.services());
    }

    /** Finds the parties that a name means: a workload, the workloads of a Service, the range an address is in. */
    public Predicate<Party> meant(String name) {
        return new Explainer(cluster, resources).meant(name);
    }

    /** Whether there is a workload, a Service or an address of this name. */
    public boolean knows(String name) {
        return new Explainer(cluster, resources).knows(name);
    }

    /**
     * Says why a connection is open or closed.
     *
     * @param from a workload such as {@code shop/orders} or {@code shop/orders[Deployment]}, a Service, which means its
     *     pods, or an address
     * @param to likewise
     * @param asked the ports of the receiving pods
     * @return an answer for each pair of pods that behave differently; none where a name is not known
     */
    public List<Explanation> explain(String from, String to, PortSet asked) {
        return new Explainer(cluster, resources).explain(from, to, asked);
    }

    /** What a reader must know beside the connections. */
    public List<String> notes() {
        return new Notes(cluster, resources, blocks).all();
    }
}
