package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.api.Cidr;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An address; those of IPv4 come before those of IPv6. */
record Address(boolean isV6, long high, long low) implements Comparable<Address> {

    static final Address FIRST_V4 = new Address(false, 0, 0);
    static final Address LAST_V4 = new Address(false, 0, 0xFFFF_FFFFL);
    static final Address FIRST_V6 = new Address(true, 0, 0);
    static final Address LAST_V6 = new Address(true, -1, -1);

    static Address of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return bytes.length == 4
                ? new Address(false, 0, buffer.getInt() & 0xFFFF_FFFFL)
                : new Address(true, buffer.getLong(), buffer.getLong());
    }

    /** Reads an address without asking any name server. */
    static Optional<Address> parse(String text) {
        return Cidr.single(text).map(cidr -> of(cidr.first()));
    }

    byte[] bytes() {
        return isV6
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
    }

    /** The next one; the one behind the last is never asked for. */
    Address next() {
        return low == -1 ? new Address(isV6, high + 1, 0) : new Address(isV6, high, low + 1);
    }

    /** The one before; the one before the first is never asked for. */
    Address previous() {
        return low == 0 ? new Address(isV6, high - 1, -1) : new Address(isV6, high, low - 1);
    }

    @Override
    public int compareTo(Address other) {
        int byFamily = Boolean.compare(isV6, other.isV6);
        int byHigh = byFamily == 0 ? Long.compareUnsigned(high, other.high) : byFamily;
        return byHigh == 0 ? Long.compareUnsigned(low, other.low) : byHigh;
    }

    @Override
    public String toString() {
        String block = Cidr.spanning(bytes(), bytes()).toString();
        return block.substring(0, block.indexOf('/'));
    }
}
