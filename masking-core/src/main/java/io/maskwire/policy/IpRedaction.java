package io.maskwire.policy;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cuts an IP address literal to its first bits; never asks a resolver. */
final class IpRedaction {

    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final int OCTETS = 4;
    private static final int OCTET_BITS = 8;
    private static final int LONGEST_V4 = 15;

    private IpRedaction() {}

    static String of(String text, int v4Bits, int v6Bits) {
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        int[] v4 = v4(literal);
        if (v4 != null) {
            return shownV4(v4, v4Bits);
        }
        int[] v6 = v6(literal);
        if (v6 == null) {
            return Masks.MARKER;
        }
        boolean isMapped = Arrays.stream(v6, 0, 5).allMatch(g -> g == 0) && v6[5] == 0xffff;
        return isMapped ? shownV4(mapped(v6), v4Bits) : shownV6(v6, v6Bits);
    }

    private static int[] mapped(int[] groups) {
        return new int[] {groups[6] >> 8, groups[6] & 0xff, groups[7] >> 8, groups[7] & 0xff};
    }

    private static String shownV4(int[] octets, int bits) {
        StringBuilder shown = new StringBuilder(LONGEST_V4);
        for (int i = 0; i < OCTETS; i++) {
            shown.append(i == 0 ? "" : ".").append(firstBits(octets[i], OCTET_BITS, bits - i * OCTET_BITS));
        }
        return shown.toString();
    }

    private static String shownV6(int[] groups, int bits) {
        return IntStream.range(0, (bits + GROUP_BITS - 1) / GROUP_BITS)
                        .map(i -> firstBits(groups[i], GROUP_BITS, bits - i * GROUP_BITS))
                        .mapToObj(Integer::toHexString)
                        .collect(Collectors.joining(":"))
                + "::";
    }

    private static int firstBits(int part, int length, int bits) {
        int hidden = Math.min(Math.max(length - bits, 0), length);
        return part >> hidden << hidden;
    }

    private static int @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        int[] octets = new int[4];
        for (int i = 0; i < 4; i++) {
            octets[i] = number(parts[i], 10, 3);
            if (octets[i] < 0 || octets[i] > 255) {
                return null;
            }
        }
        return octets;
    }

    private static int @Nullable [] v6(String literal) {
        String text = withoutDots(literal);
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = groups(text);
            return all != null && all.length == GROUPS ? all : null;
        }
        int[] head = groups(text.substring(0, gap));
        int[] tail = groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length >= GROUPS) {
            return null;
        }
        int[] all = Arrays.copyOf(head, GROUPS);
        System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
        return all;
    }

    /** {@code ::ffff:1.2.3.4} as {@code ::ffff:102:304}; other text as it is. */
    private static String withoutDots(String text) {
        int colon = text.lastIndexOf(':');
        int[] v4 = colon < 0 ? null : v4(text.substring(colon + 1));
        if (v4 == null) {
            return text;
        }
        return text.substring(0, colon + 1)
                + Integer.toHexString(v4[0] << 8 | v4[1])
                + ":"
                + Integer.toHexString(v4[2] << 8 | v4[3]);
    }

    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        int[] groups = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            groups[i] = number(parts[i], 16, 4);
            if (groups[i] < 0) {
                return null;
            }
        }
        return groups;
    }

    private static int number(String text, int radix, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
