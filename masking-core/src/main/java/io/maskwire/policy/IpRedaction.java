package io.maskwire.policy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cuts an IP address literal to its network; never asks a resolver. */
final class IpRedaction {

    private static final int GROUPS = 8;
    private static final int SHOWN_GROUPS = 3;

    private IpRedaction() {}

    static String of(String text) {
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        int[] v4 = v4(literal);
        if (v4 != null) {
            return v4[0] + "." + v4[1] + "." + v4[2] + ".0";
        }
        int[] v6 = v6(literal);
        return v6 == null ? Masks.MARKER : shown(v6);
    }

    private static String shown(int[] groups) {
        boolean mapped = Arrays.stream(groups, 0, 5).allMatch(g -> g == 0) && groups[5] == 0xffff;
        if (mapped) {
            return (groups[6] >> 8) + "." + (groups[6] & 0xff) + "." + (groups[7] >> 8) + ".0";
        }
        return Arrays.stream(groups, 0, SHOWN_GROUPS)
                        .mapToObj(Integer::toHexString)
                        .collect(Collectors.joining(":")) + "::";
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
