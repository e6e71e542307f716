package io.maskwire.networkpolicy.enforced;

/**
 * Somebody with an address: a pod such as {@code shop/orders-1}, or a host outside, called by its address.
 *
 * @param namespace empty for a host outside
 */
record Host(String name, String namespace, String address) {

    boolean isPod() {
        return !namespace.isEmpty();
    }
}
