package io.maskwire.networkpolicy.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A block of addresses in its one canonical form: IPv4 without leading zeros, IPv6 as RFC 5952 writes it, no bit set
 * behind the prefix. Sorted IPv4 first, then by address and prefix.
 */
public final class Cidr implements Comparable<Cidr> {

    public static final String RULE =
            "write ADDRESS/PREFIX such as 203.0.113.0/24 or 2001:db8::/32, without leading zeros and"
                    + " without bits set behind the prefix";

    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    /**
     * Ranges where pods, nodes and a cloud's metadata live; a wider block never reaches into them unless one of them is
     * declared itself.
     */
    private static final List<Cidr> NEVER_MEANT_BY_A_WIDER_BLOCK = List.of(
            constant("10.0.0.0/8"),
            constant("100.64.0.0/10"),
            constant("127.0.0.0/8"),
            constant("169.254.0.0/16"),
            constant("172.16.0.0/12"),
            constant("192.168.0.0/16"),
            constant("::1/128"),
            constant("fc00::/7"),
            constant("fe80::/10"));

    private final byte[] address;
    private final int prefix;

    private Cidr(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    private static Cidr constant(String text) {
        return parse(text).orElseThrow();
    }

    /** Reads a block as strictly as the API server, or nothing. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        byte[] address = address(text.substring(0, slash));
        int prefix = number(text.substring(slash + 1), 3);
        if (address.length == 0 || prefix < 0 || prefix > address.length * 8) {
            return Optional.empty();
        }
        Cidr cidr = new Cidr(address, prefix);
        return cidr.hasHostBits() || cidr.isMappedIpv4() ? Optional.empty() : Optional.of(cidr);
    }

    /** True for an address without a prefix: a host that needs no name service. */
    public static boolean isAddress(String text) {
        return address(text).length > 0;
    }

    /** The smallest block that has both addresses, which are 4 or 16 bytes each. */
    public static Cidr spanning(byte[] first, byte[] last) {
        int prefix = 0;
        while (prefix < first.length * 8 && ((first[prefix / 8] ^ last[prefix / 8]) & 0x80 >> prefix % 8) == 0) {
            prefix++;
        }
        byte[] address = first.clone();
        for (int bit = prefix; bit < address.length * 8; bit++) {
            address[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return new Cidr(address, prefix);
    }

    /** The block of one address. */
    public static Optional<Cidr> single(String address) {
        return parse(address + "/" + address(address).length * 8);
    }

    private static byte[] address(String text) {
        return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    }

    private static byte[] ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[IPV4];
        if (parts.length != IPV4) {
            return new byte[0];
        }
        for (int i = 0; i < IPV4; i++) {
            int part = number(parts[i], 3);
            if (part < 0 || part > 255) {
                return new byte[0];
            }
            bytes[i] = (byte) part;
        }
        return bytes;
    }

    private static byte[] ipv6(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        int given = head.size() + tail.size();
        boolean wrong = head.contains(-1) || tail.contains(-1);
        if (wrong || (gap < 0 ? given != 8 : given > 7)) {
            return new byte[0];
        }
        List<Integer> all = new ArrayList<>(head);
        all.addAll(Collections.nCopies(8 - given, 0));
        all.addAll(tail);
        byte[] bytes = new byte[IPV6];
        for (int i = 0; i < 8; i++) {
            bytes[2 * i] = (byte) (all.get(i) >> 8);
            bytes[2 * i + 1] = (byte) (int) all.get(i);
        }
        return bytes;
    }

    private static List<Integer> groups(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.split(":", -1)).map(Cidr::group).toList();
    }

    private static int group(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int number(String text, int longest) {
        boolean plain =
                !text.isEmpty() && text.length() <= longest && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain && (text.length() == 1 || text.charAt(0) != '0') ? Integer.parseInt(text) : -1;
    }

    private boolean hasHostBits() {
        for (int bit = prefix; bit < address.length * 8; bit++) {
            if (bit(bit)) {
                return true;
            }
        }
        return false;
    }

    private boolean bit(int index) {
        return (address[index / 8] >> (7 - index % 8) & 1) == 1;
    }

    private boolean isMappedIpv4() {
        boolean zeros = true;
        for (int i = 0; i < 10 && i < address.length; i++) {
            zeros &= address[i] == 0;
        }
        return address.length == IPV6 && zeros && address[10] == -1 && address[11] == -1;
    }

    /** True if every address of the other block is in this one too, and this has more. */
    public boolean isWiderThan(Cidr other) {
        if (address.length != other.address.length || prefix >= other.prefix) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            if (bit(bit) != other.bit(bit)) {
                return false;
            }
        }
        return true;
    }

    /** The first address, 4 or 16 bytes. */
    public byte[] first() {
        return address.clone();
    }

    /** The last address, 4 or 16 bytes. */
    public byte[] last() {
        byte[] last = address.clone();
        for (int bit = prefix; bit < last.length * 8; bit++) {
            last[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return last;
    }

    /** The private and link-local ranges to take out of this block. */
    public List<Cidr> except() {
        return NEVER_MEANT_BY_A_WIDER_BLOCK.stream().filter(this::isWiderThan).toList();
    }

    @Override
    public int compareTo(Cidr other) {
        int byFamily = Integer.compare(address.length, other.address.length);
        int byAddress = byFamily == 0 ? Arrays.compareUnsigned(address, other.address) : byFamily;
        return byAddress == 0 ? Integer.compare(prefix, other.prefix) : byAddress;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && compareTo(cidr) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(address) + prefix;
    }

    @Override
    public String toString() {
        return (address.length == IPV4 ? ipv4Text() : ipv6Text()) + "/" + prefix;
    }

    private String ipv4Text() {
        return (address[0] & 0xFF) + "." + (address[1] & 0xFF) + "." + (address[2] & 0xFF) + "." + (address[3] & 0xFF);
    }

    private String ipv6Text() {
        int start = 0;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int run = zerosFrom(i);
            if (run > longest) {
                start = i;
                longest = run;
            }
        }
        return longest == 1 ? groupsText(0, 8) : groupsText(0, start) + "::" + groupsText(start + longest, 8);
    }

    private int zerosFrom(int group) {
        int end = group;
        while (end < 8 && groupAt(end) == 0) {
            end++;
        }
        return end - group;
    }

    private int groupAt(int index) {
        return (address[2 * index] & 0xFF) << 8 | address[2 * index + 1] & 0xFF;
    }

    private String groupsText(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groupAt(i)));
        }
        return text.toString();
    }
}
