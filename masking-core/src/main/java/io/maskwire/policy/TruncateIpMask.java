package io.maskwire.policy;

/**
 * Cuts an IP address to the first bits of its network: {@code 203.0.113.77} to {@code 203.0.113.0}. A zone is dropped, an
 * IPv4 address mapped into IPv6 is cut as IPv4. What is no address becomes the marker; no resolver is asked.
 *
 * <p><b>Gives:</b> counting by network. <b>Doesn't give:</b> anonymity where a network is one household's or one
 * company's.
 */
public final class TruncateIpMask implements Mask {

    /** More bits of an IPv4 address are never shown. */
    public static final int MOST_V4_BITS = 24;

    /** More bits of an IPv6 address are never shown. */
    public static final int MOST_V6_BITS = 48;

    static final TruncateIpMask NETWORK = new TruncateIpMask(MOST_V4_BITS, MOST_V6_BITS);

    private final int v4Bits;
    private final int v6Bits;

    private TruncateIpMask(int v4Bits, int v6Bits) {
        this.v4Bits = v4Bits;
        this.v6Bits = v6Bits;
    }

    /** How many bits of an IPv4 address stay, at most {@value #MOST_V4_BITS}. */
    public TruncateIpMask v4Bits(int count) {
        return new TruncateIpMask(checked("v4Bits", count, MOST_V4_BITS), v6Bits);
    }

    /** How many bits of an IPv6 address stay, at most {@value #MOST_V6_BITS}. */
    public TruncateIpMask v6Bits(int count) {
        return new TruncateIpMask(v4Bits, checked("v6Bits", count, MOST_V6_BITS));
    }

    private static int checked(String option, int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(option + " needs 1 to " + most + " bits, but was " + count);
        }
        return count;
    }

    @Override
    public String mask(String original, MaskContext context) {
        return IpRedaction.of(original.strip(), v4Bits, v6Bits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TruncateIpMask mask && v4Bits == mask.v4Bits && v6Bits == mask.v6Bits;
    }

    @Override
    public int hashCode() {
        return 64 * v4Bits + v6Bits;
    }

    @Override
    public String toString() {
        return "truncateIp()"
                + (v4Bits == MOST_V4_BITS ? "" : ".v4Bits(" + v4Bits + ")")
                + (v6Bits == MOST_V6_BITS ? "" : ".v6Bits(" + v6Bits + ")");
    }
}
