package io.maskwire.networkpolicy.data;

import java.util.List;

/** What kind of mask it is, by the code that made it, as an inventory prints it. */
final class MaskText {

    private static final List<String> KEYED = List.of("hash(", "tokenize(", "formatPreserving(");
    private static final List<String> SHORTENED = List.of("truncateIp(", "truncateDate(", "bucket(");
    private static final String REDACT = "redact(";
    private static final String HIDES_ALL = "redact()";

    private MaskText() {}

    /** Whether the same value always looks the same and others look otherwise. */
    static boolean isJoinable(String mask) {
        return KEYED.stream().anyMatch(mask::startsWith);
    }

    /** Whether a part of the value stays. */
    static boolean showsAPart(String mask) {
        return SHORTENED.stream().anyMatch(mask::startsWith) || mask.startsWith(REDACT) && !mask.equals(HIDES_ALL);
    }
}
