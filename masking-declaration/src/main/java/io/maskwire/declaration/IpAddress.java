package io.maskwire.declaration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses and CIDRs in their one canonical form, without asking any name server. */
final class IpAddress {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern V6 = Pattern.compile("[0-9a-f:]{2,39}");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int V6_GROUPS = 8;

    private IpAddress() {}

    static boolean isCanonicalV4(String text) {
        return bytes(text).filter(bytes -> bytes.length == 4).isPresent();
    }

    static boolean isCanonical(String text) {
        return bytes(text).isPresent();
    }

    /** What is wrong with a CIDR, if anything. */
    static Optional<String> cidrProblem(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> address = slash < 0 ? Optional.empty() : bytes(text.substring(0, slash));
        if (address.isEmpty() || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return Optional.of("is no CIDR in canonical form");
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        if (prefix > address.get().length * 8) {
            return Optional.of("has a prefix longer than its address");
        }
        return hasHostBits(address.get(), prefix) ? Optional.of("has bits set behind its prefix") : Optional.empty();
    }

    private static boolean hasHostBits(byte[] address, int prefix) {
        for (int bit = prefix; bit < address.length * 8; bit++) {
            if ((address[bit / 8] & 0x80 >> bit % 8) != 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<byte[]> bytes(String text) {
        if (!V4.matcher(text).matches()
                && !(text.indexOf(':') >= 0 && V6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            // A whole IPv4 address, or a text with a colon: never taken for a host's name, so nothing is looked up.
            byte[] bytes = InetAddress.getByName(text).getAddress();
            boolean canonical = bytes.length == 4 ? V4.matcher(text).matches() : text.equals(canonicalV6(bytes));
            return canonical ? Optional.of(bytes) : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** RFC 5952: lower case, no leading zeros, the first longest run of zero groups (of two or more) as {@code ::}. */
    private static String canonicalV6(byte[] bytes) {
        int[] groups = new int[V6_GROUPS];
        for (int i = 0; i < V6_GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        int start = longestZeroRun(groups);
        int end = start + zerosFrom(groups, start);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < V6_GROUPS; i++) {
            if (end - start > 1 && i == start) {
                text.append("::");
                i = end - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static int longestZeroRun(int[] groups) {
        int best = 0;
        for (int i = 1; i < groups.length; i++) {
            if (zerosFrom(groups, i) > zerosFrom(groups, best)) {
                best = i;
            }
        }
        return best;
    }

    private static int zerosFrom(int[] groups, int from) {
        int end = from;
        while (end < groups.length && groups[end] == 0) {
            end++;
        }
        return end - from;
    }
}
