package io.maskwire.key;

import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The subkeys that one service needs of a ring key, without the key: what it doesn't mask, it can't turn back. Prints its
 * name.
 */
final class SubkeySet implements RingKey {

    private final String kid;
    private final Map<SubkeyId, byte[]> subkeys;

    SubkeySet(String kid, Map<SubkeyId, byte[]> subkeys) {
        this.kid = KeyMaterial.checkedName(kid);
        this.subkeys = new LinkedHashMap<>();
        subkeys.forEach((id, key) -> this.subkeys.put(id, key.clone()));
        if (!this.subkeys.containsKey(SubkeyId.CHECK)) {
            throw new IllegalArgumentException("The subkeys of \"" + kid + "\" have no check value; export them again");
        }
    }

    @Override
    public byte[] subkey(SubkeyId id) {
        byte[] subkey = subkeys.get(id);
        if (subkey == null) {
            throw new KeyException(
                    "The exported key \"" + kid + "\" has no subkey for "
                            + id.purpose().label() + " in the domain " + id.domain(),
                    "export the subkeys again for the declaration that needs it");
        }
        return subkey.clone();
    }

    @Override
    public byte[] checkValue() {
        return Objects.requireNonNull(subkeys.get(SubkeyId.CHECK)).clone();
    }

    @Override
    public boolean sameAs(RingKey other) {
        return other instanceof SubkeySet set && subkeys.keySet().equals(set.subkeys.keySet()) && agreesWith(set);
    }

    /** A subkey may come or go with a new export; one that both have must be the same, and both have the check value. */
    @Override
    public boolean agreesWith(RingKey other) {
        return other instanceof SubkeySet set
                && subkeys.entrySet().stream().allMatch(entry -> set.agrees(entry.getKey(), entry.getValue()));
    }

    private boolean agrees(SubkeyId id, byte[] subkey) {
        byte[] mine = subkeys.get(id);
        return mine == null || MessageDigest.isEqual(mine, subkey);
    }

    @Override
    public String toString() {
        return "SubkeySet[" + kid + "]";
    }
}
