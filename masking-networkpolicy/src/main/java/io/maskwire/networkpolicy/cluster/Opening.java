package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyRule;

/**
 * What one peer of a rule opens.
 *
 * @param policy the policy
 * @param index which rule of its direction, from 0
 * @param peers whom it is for
 * @param ports at which ports
 */
record Opening(NetworkPolicy policy, int index, PolicyRule rule, PeerSet peers, PortSpec ports) {}
