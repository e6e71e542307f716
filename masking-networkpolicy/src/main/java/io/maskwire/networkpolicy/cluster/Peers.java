package io.maskwire.networkpolicy.cluster;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.Selector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds whom the peers of rules mean; the same peer is looked up once. */
final class Peers {

    private static final Selector EVERY_POD = Selector.everything(new Place("", 0, 0));

    /** Pods as a peer names them; its namespace counts only where it selects none. */
    private record Key(String namespace, Optional<Selector> namespaces, Optional<Selector> pods) {}

    private final List<PodClass> classes;
    private final ClassIndex index;
    private final Namespaces namespaces;
    private final AddressSpace space;
    private final AddressBlocks blocks;
    private final Map<Key, PeerSet> known = new HashMap<>();
    private final Map<String, PeerSet> knownBlocks = new HashMap<>();
    private final PeerSet everybody;

    Peers(List<PodClass> classes, ClassIndex index, Namespaces namespaces, AddressSpace space, AddressBlocks blocks) {
        this.classes = classes;
        this.index = index;
        this.namespaces = namespaces;
        this.space = space;
        this.blocks = blocks;
        this.everybody = new PeerSet(allOf(classes.size()), allOf(space.size()));
    }

    private static BitSet allOf(int size) {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    /** Whom a rule of a policy in this namespace is for, one set a peer. */
    List<PeerSet> of(String namespace, PolicyRule rule) {
        if (rule.isForEverybody()) {
            return List.of(everybody);
        }
        List<PeerSet> sets = new ArrayList<>();
        for (PolicyPeer peer : rule.peers().orElseThrow()) {
            sets.add(
                    peer instanceof PolicyPeer.Pods pods
                            ? pods(namespace, pods)
                            : addresses((PolicyPeer.Addresses) peer));
        }
        return sets;
    }

    private PeerSet pods(String namespace, PolicyPeer.Pods peer) {
        Key key = new Key(peer.namespaces().isPresent() ? "" : namespace, peer.namespaces(), peer.pods());
        return known.computeIfAbsent(key, any -> pods(key));
    }

    private PeerSet pods(Key key) {
        BitSet found = new BitSet(classes.size());
        List<String> in = key.namespaces().map(namespaces::selectedBy).orElse(List.of(key.namespace()));
        Selector selector = key.pods().orElse(EVERY_POD);
        in.forEach(namespace -> index.select(namespace, selector, found::set));
        return new PeerSet(found, new BitSet());
    }

    private PeerSet addresses(PolicyPeer.Addresses peer) {
        return knownBlocks.computeIfAbsent(peer.block() + " " + peer.except(), any -> {
            BitSet intervals = space.of(peer);
            BitSet found = new BitSet(classes.size());
            for (int i = 0; i < classes.size() && blocks == AddressBlocks.PODS_TOO; i++) {
                found.set(i, classes.get(i).intervals().intersects(intervals));
            }
            return new PeerSet(found, intervals);
        });
    }

    /** All sets that were asked for. */
    Collection<PeerSet> all() {
        List<PeerSet> all = new ArrayList<>(known.values());
        all.addAll(knownBlocks.values());
        return all;
    }
}
