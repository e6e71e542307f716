package io.maskwire.key;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Named secrets as a {@link KeySource} reads them: one primary, which makes new values, and older ones.
 *
 * <p>Checked when it is made; prints names only. The bytes are copied in and never given out.
 */
public final class KeyMaterial {

    private static final Pattern KID = Pattern.compile("[a-z0-9-]{1,32}");

    private final String primary;
    private final Map<String, RingKey> keys;

    private KeyMaterial(String primary, Map<String, RingKey> keys) {
        this.primary = primary;
        this.keys = keys;
    }

    /**
     * Makes key material.
     *
     * @param primary the name of the key that makes new values
     * @param keys the keys by name; a name is 1 to 32 of {@code a-z 0-9 -}, a key at least 32 random bytes
     * @throws IllegalArgumentException if a name, a key or the primary is not as said; the message holds names only
     */
    public static KeyMaterial of(String primary, Map<String, byte[]> keys) {
        Map<String, RingKey> roots = new TreeMap<>();
        keys.forEach((kid, key) -> roots.put(kid, RootKey.of(kid, key)));
        return ofKeys(primary, roots);
    }

    static KeyMaterial ofKeys(String primary, Map<String, ? extends RingKey> keys) {
        if (!keys.containsKey(primary)) {
            throw new IllegalArgumentException("No key \"" + primary + "\" to be primary; the ring has "
                    + new TreeMap<>(keys).keySet() + "; add it or name another");
        }
        return new KeyMaterial(primary, Collections.unmodifiableMap(inOrder(keys)));
    }

    private static Map<String, RingKey> inOrder(Map<String, ? extends RingKey> keys) {
        Map<String, RingKey> sorted = new TreeMap<>(KidOrder.INSTANCE);
        sorted.putAll(keys);
        return sorted;
    }

    static String checkedName(String kid) {
        if (!KID.matcher(kid).matches()) {
            throw new IllegalArgumentException("A key's name is 1 to 32 of a-z, 0-9 and -; rename the key");
        }
        return kid;
    }

    String primary() {
        return primary;
    }

    Map<String, RingKey> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return "KeyMaterial[primary=" + primary + ", keys=" + keys.keySet() + "]";
    }
}
