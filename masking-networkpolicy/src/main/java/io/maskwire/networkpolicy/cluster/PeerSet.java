package io.maskwire.networkpolicy.cluster;

import java.util.BitSet;

/**
 * Whom a peer of a rule means.
 *
 * @param pods pod classes or, once they are grouped, groups
 * @param intervals intervals of the address space
 */
record PeerSet(BitSet pods, BitSet intervals) {}
