package io.maskwire.key;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Named, versioned keys: one primary, older ones readable. No algorithm ever sees a ring key: each gets a subkey by
 * HKDF-SHA-256 (RFC 5869) with the salt {@code maskwire/1}, bound to purpose, key name, tenant, domain and one more
 * detail.
 *
 * <p>Immutable and safe for use by many threads; prints names only.
 */
public final class KeyRing {

    private final KeyMaterial material;

    private KeyRing(KeyMaterial material) {
        this.material = material;
    }

    /**
     * Reads a ring.
     *
     * @throws KeyException if the source can't give good keys
     */
    public static KeyRing from(KeySource source) {
        return new KeyRing(source.read());
    }

    /** The name of the key that makes new values. */
    public String primary() {
        return material.primary();
    }

    /** The names of all keys in the order people count them, {@code k9} before {@code k10}: the newest is last. */
    public Set<String> kids() {
        return material.keys().keySet();
    }

    /** Sixteen hex digits for each key, in their order, by which two services see whether they hold the same one. Safe to show. */
    public Map<String, String> checkValues() {
        Map<String, String> values = new LinkedHashMap<>();
        material.keys().forEach((kid, key) -> values.put(kid, HexFormat.of().formatHex(key.checkValue())));
        return values;
    }

    /**
     * Derives a subkey; the caller wipes it after use.
     *
     * @throws KeyException if the ring has no key of this name, or only subkeys for other domains of it
     */
    public byte[] subkey(String kid, Purpose purpose, String tenant, String domain, String extra) {
        return subkey(kid, new SubkeyId(purpose, tenant, domain, extra));
    }

    private byte[] subkey(String kid, SubkeyId id) {
        return key(kid).subkey(id);
    }

    private RingKey key(String kid) {
        RingKey key = material.keys().get(kid);
        if (key == null) {
            throw new KeyException("No key \"" + kid + "\" in the key ring; it has " + kids(), "add it to the ring");
        }
        return key;
    }

    /**
     * Some subkeys of a key as the text of a {@code KID.subkeys} file, with which a {@link KeySource#directory} can do
     * what they are for, and nothing else of what the key can. As secret as a key.
     *
     * @throws KeyException if the ring has no key of this name, or has itself only subkeys and not all of these
     */
    public String export(String kid, Set<SubkeyId> ids) {
        Map<SubkeyId, byte[]> subkeys = new LinkedHashMap<>();
        try {
            Stream.concat(Stream.of(SubkeyId.CHECK), ids.stream().sorted(SubkeyId.ORDER))
                    .forEach(id -> subkeys.computeIfAbsent(id, missing -> subkey(kid, missing)));
            return SubkeyText.write(subkeys);
        } finally {
            subkeys.values().forEach(subkey -> Arrays.fill(subkey, (byte) 0));
        }
    }

    /** The first name under which both have a key, but of another secret; empty if there is none. */
    Optional<String> differsFrom(KeyRing other) {
        return material.keys().entrySet().stream()
                .filter(entry -> {
                    RingKey theirs = other.material.keys().get(entry.getKey());
                    return theirs != null && !theirs.agreesWith(entry.getValue());
                })
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean sameAs(KeyRing other) {
        return primary().equals(other.primary())
                && kids().equals(other.kids())
                && kids().stream().allMatch(kid -> key(kid).sameAs(other.key(kid)));
    }

    @Override
    public String toString() {
        return "KeyRing[primary=" + primary() + ", keys=" + kids() + "]";
    }
}
