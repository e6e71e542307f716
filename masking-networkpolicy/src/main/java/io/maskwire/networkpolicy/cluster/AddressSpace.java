package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.api.Cidr;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All addresses, cut into intervals at the borders of the blocks that policies name: inside an interval no policy
 * tells one address from another.
 */
final class AddressSpace {

    private final List<Address> starts;

    private AddressSpace(List<Address> starts) {
        this.starts = starts;
    }

    static AddressSpace of(Iterable<PolicyPeer.Addresses> blocks) {
        SortedSet<Address> starts = new TreeSet<>(List.of(Address.FIRST_V4, Address.FIRST_V6));
        for (PolicyPeer.Addresses peer : blocks) {
            cut(peer.block(), starts);
            peer.except().forEach(block -> cut(block, starts));
        }
        return new AddressSpace(List.copyOf(starts));
    }

    private static void cut(Cidr block, SortedSet<Address> starts) {
        starts.add(Address.of(block.first()));
        Address last = Address.of(block.last());
        if (!last.equals(Address.LAST_V4) && !last.equals(Address.LAST_V6)) {
            starts.add(last.next());
        }
    }

    int size() {
        return starts.size();
    }

    /** The interval an address is in. */
    int of(Address address) {
        int found = Collections.binarySearch(starts, address);
        return found >= 0 ? found : -found - 2;
    }

    /** The intervals of a block without its exceptions. */
    BitSet of(PolicyPeer.Addresses peer) {
        BitSet intervals = of(peer.block());
        peer.except().forEach(block -> intervals.andNot(of(block)));
        return intervals;
    }

    private BitSet of(Cidr block) {
        BitSet intervals = new BitSet(size());
        intervals.set(of(Address.of(block.first())), of(Address.of(block.last())) + 1);
        return intervals;
    }

    private Address last(int interval) {
        if (interval + 1 == starts.size()) {
            return Address.LAST_V6;
        }
        Address next = starts.get(interval + 1);
        return next.equals(Address.FIRST_V6) ? Address.LAST_V4 : next.previous();
    }

    /** Intervals as text, neighbours joined: a block such as {@code 10.0.0.0/8}, or first and last address. */
    List<String> texts(BitSet intervals) {
        List<String> texts = new ArrayList<>();
        for (int from = intervals.nextSetBit(0); from >= 0; ) {
            int to = from;
            while (intervals.get(to + 1)
                    && starts.get(to + 1).isV6() == starts.get(from).isV6()) {
                to++;
            }
            texts.add(text(starts.get(from), last(to)));
            from = intervals.nextSetBit(to + 1);
        }
        return texts;
    }

    /** Whether an address is in what such a text says. */
    static boolean isIn(String text, Address address) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            Cidr block = Cidr.parse(text).orElseThrow();
            return isBetween(Address.of(block.first()), address, Address.of(block.last()));
        }
        return isBetween(
                Address.parse(text.substring(0, dash)).orElseThrow(),
                address,
                Address.parse(text.substring(dash + 1)).orElseThrow());
    }

    private static boolean isBetween(Address first, Address address, Address last) {
        return first.isV6() == address.isV6() && first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    private static String text(Address first, Address last) {
        Cidr block = Cidr.spanning(first.bytes(), last.bytes());
        boolean whole = Address.of(block.first()).equals(first)
                && Address.of(block.last()).equals(last);
        return whole ? block.toString() : first + "-" + last;
    }
}
