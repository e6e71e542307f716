package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.Normalizer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The keyed functions over one key ring for one tenant. Safe for use by many threads. */
public final class Pseudonyms implements MaskKeys {

    private record Slot(String kid, String domain, Normalizer normalizer) {}

    private final KeyRing ring;
    private final String tenant;
    private final Set<String> kids;
    private final ConcurrentHashMap<Slot, HashKeys> hashKeys = new ConcurrentHashMap<>();

    private Pseudonyms(KeyRing ring, String tenant) {
        this.ring = ring;
        this.tenant = tenant;
        this.kids = ring.kids();
    }

    /** The keyed functions of a ring; values are comparable inside one tenant and nowhere else. */
    public static Pseudonyms of(KeyRing ring, String tenant) {
        return new Pseudonyms(Objects.requireNonNull(ring, "ring"), Objects.requireNonNull(tenant, "tenant"));
    }

    @Override
    public String hash(String domain, Normalizer normalizer, String original) {
        HashText text = HashText.read(original);
        if (text != null
                && kids.contains(text.kid())
                && keys(text.kid(), domain, normalizer).made(text)) {
            return original;
        }
        byte[] value = utf8(normalizer.normalize(original));
        try {
            return keys(ring.primary(), domain, normalizer).hash(value).write();
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    private HashKeys keys(String kid, String domain, Normalizer normalizer) {
        return hashKeys.computeIfAbsent(
                new Slot(kid, domain, normalizer),
                slot -> new HashKeys(
                        ring,
                        slot.kid(),
                        tenant,
                        slot.domain(),
                        slot.normalizer().optionName()));
    }

    /** UTF-8, where an unpaired surrogate is refused: replaced, different values would get one hash. */
    private static byte[] utf8(String text) {
        boolean unpaired =
                text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (unpaired) {
            throw new IllegalArgumentException("The value is no well-formed Unicode: it has an unpaired surrogate");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Pseudonyms[" + ring + "]";
    }
}
