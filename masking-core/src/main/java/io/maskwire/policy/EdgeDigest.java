package io.maskwire.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** What two ends of an edge compare to see that they mask alike. */
final class EdgeDigest {

    private static final String FORMAT = "maskwire-edge-1 mh1 mw1";

    private EdgeDigest() {}

    static String of(Map<String, Mask> classes, SortedSet<String> names, SortedMap<String, String> checkValues) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        for (String name : names) {
            Mask mask = classes.getOrDefault(name, Masks.erase());
            text.append("class ")
                    .append(CanonicalPolicy.quoted(name))
                    .append(' ')
                    .append(CanonicalPolicy.of(mask))
                    .append('\n');
        }
        checkValues.forEach((kid, value) ->
                text.append("key ").append(kid).append(' ').append(value).append('\n'));
        return "sha256:" + HexFormat.of().formatHex(sha256(text.toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
