package io.maskwire.key;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Named secrets as a {@link KeySource} reads them: one primary, which makes new values, and older ones.
 *
 * <p>Checked when it is made; prints names only. The bytes are copied in and never given out.
 */
public final class KeyMaterial {

    private static final Pattern KID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int SHORTEST = 32;

    private final String primary;
    private final Map<String, byte[]> keys;

    private KeyMaterial(String primary, Map<String, byte[]> keys) {
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
        Map<String, byte[]> copy = new LinkedHashMap<>();
        new TreeMap<>(keys)
                .forEach((kid, key) ->
                        copy.put(checkedName(kid), checked(kid, key).clone()));
        if (!copy.containsKey(primary)) {
            throw new IllegalArgumentException("No key \"" + primary + "\" to be primary; the ring has " + copy.keySet()
                    + "; add it or name another");
        }
        return new KeyMaterial(primary, copy);
    }

    static String checkedName(String kid) {
        if (!KID.matcher(kid).matches()) {
            throw new IllegalArgumentException("A key's name is 1 to 32 of a-z, 0-9 and -; rename \"" + kid + "\"");
        }
        return kid;
    }

    private static byte[] checked(String kid, byte[] key) {
        if (key.length < SHORTEST) {
            throw new IllegalArgumentException("Key \"" + kid + "\" has " + key.length + " bytes, but needs at least "
                    + SHORTEST + "; it may be truncated: write it again");
        }
        Set<Byte> different = new TreeSet<>();
        for (byte b : key) {
            different.add(b);
        }
        if (different.size() < 8) {
            throw new IllegalArgumentException("Key \"" + kid + "\" is not random: it has fewer than 8 different bytes;"
                    + " make one with a random generator");
        }
        return key;
    }

    String primary() {
        return primary;
    }

    Map<String, byte[]> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return "KeyMaterial[primary=" + primary + ", keys=" + keys.keySet() + "]";
    }
}
