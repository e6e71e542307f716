package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.api.Cidr;
import java.util.List;
import java.util.Optional;

/** The other end of a rule. */
public sealed interface PolicyPeer {

    /** Where it begins. */
    Place place();

    /**
     * Pods.
     *
     * @param namespaces selects their namespaces; absent: the policy's own
     * @param pods selects them inside those; absent: all
     */
    record Pods(Optional<Selector> namespaces, Optional<Selector> pods, Place place) implements PolicyPeer {}

    /**
     * Addresses.
     *
     * @param except blocks taken out again, each inside the block
     */
    record Addresses(Cidr block, List<Cidr> except, Place place) implements PolicyPeer {

        /** Copies what it is given. */
        public Addresses {
            except = List.copyOf(except);
        }

        /** Whether an address, or a whole block, is in it and not taken out again. */
        public boolean holds(Cidr address) {
            return isIn(address, block) && except.stream().noneMatch(out -> isIn(address, out));
        }

        private static boolean isIn(Cidr address, Cidr block) {
            return block.equals(address) || block.isWiderThan(address);
        }
    }
}
