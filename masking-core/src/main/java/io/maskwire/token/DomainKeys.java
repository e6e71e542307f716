package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Normalizer;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The subkeys of one ring for one tenant, each derived when it is first needed. For many threads. */
final class DomainKeys {

    private record Id<T>(String kid, String domain, T extra) {}

    private final KeyRing ring;
    private final String tenant;
    private final Set<String> kids;
    private final ConcurrentHashMap<Id<Normalizer>, HashKeys> hashes = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Id<String>, TokenKey> tokens = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Id<Alphabet>, FormatKey> formats = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, HmacSha256> audits = new ConcurrentHashMap<>();

    DomainKeys(KeyRing ring, String tenant) {
        SelfTest.pass();
        this.ring = ring;
        this.tenant = tenant;
        this.kids = ring.kids();
    }

    boolean has(String kid) {
        return kids.contains(kid);
    }

    Set<String> kids() {
        return kids;
    }

    String primary() {
        return ring.primary();
    }

    HashKeys hash(String kid, String domain, Normalizer normalizer) {
        return get(
                hashes,
                new Id<>(kid, domain, normalizer),
                id -> new HashKeys(ring, kid, tenant, domain, normalizer.optionName()));
    }

    TokenKey token(String kid, String domain) {
        return get(tokens, new Id<>(kid, domain, ""), id -> new TokenKey(ring, kid, tenant, domain));
    }

    FormatKey format(String kid, String domain, Alphabet alphabet) {
        return get(formats, new Id<>(kid, domain, alphabet), id -> new FormatKey(ring, kid, tenant, domain, alphabet));
    }

    HmacSha256 audit(String kid) {
        return get(audits, kid, this::newAudit);
    }

    private HmacSha256 newAudit(String kid) {
        // One domain for all: a token has the same fingerprint whatever class it is shown for.
        byte[] key = ring.subkey(kid, Purpose.AUDIT, tenant, "", "");
        try {
            return new HmacSha256(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static <K, V> V get(ConcurrentHashMap<K, V> known, K id, Function<K, V> maker) {
        V found = known.get(id);
        return found == null ? known.computeIfAbsent(id, maker) : found;
    }

    @Override
    public String toString() {
        return ring.toString();
    }
}
