package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Normalizer;
import java.util.Arrays;
import java.util.Set;

/** The subkeys of one ring for one tenant, each derived when it is first needed. For many threads. */
final class DomainKeys {

    private final KeyRing ring;
    private final String primary;
    private final Set<String> kids;
    private final DerivedKeys<Normalizer, HashKeys> hashes;
    private final DerivedKeys<String, TokenKey> tokens;
    private final DerivedKeys<Alphabet, FormatKey> formats;
    private final DerivedKeys<Integer, ShiftKey> shifts;
    private final DerivedKeys<String, HmacSha256> audits;

    DomainKeys(KeyRing ring, String tenant) {
        SelfTest.pass();
        this.ring = ring;
        this.primary = ring.primary();
        this.kids = ring.kids();
        this.hashes = new DerivedKeys<>(
                (kid, domain, normalizer) -> new HashKeys(ring, kid, tenant, domain, normalizer.optionName()));
        this.tokens = new DerivedKeys<>((kid, domain, none) -> new TokenKey(ring, kid, tenant, domain));
        this.formats = new DerivedKeys<>((kid, domain, alphabet) -> new FormatKey(ring, kid, tenant, domain, alphabet));
        this.audits = new DerivedKeys<>((kid, domain, none) -> audit(ring, kid, tenant, domain));
        this.shifts = new DerivedKeys<>((kid, domain, most) -> new ShiftKey(ring, kid, tenant, domain, most));
    }

    boolean has(String kid) {
        return kids.contains(kid);
    }

    Set<String> kids() {
        return kids;
    }

    String primary() {
        return primary;
    }

    HashKeys hash(String kid, String domain, Normalizer normalizer) {
        return hashes.get(kid, domain, normalizer);
    }

    TokenKey token(String kid, String domain) {
        return tokens.get(kid, domain, "");
    }

    FormatKey format(String kid, String domain, Alphabet alphabet) {
        return formats.get(kid, domain, alphabet);
    }

    ShiftKey shift(String kid, String domain, int most) {
        return shifts.get(kid, domain, most);
    }

    HmacSha256 audit(String kid) {
        // One domain for all: a token has the same fingerprint whatever class it is shown for.
        return audits.get(kid, "", "");
    }

    private static HmacSha256 audit(KeyRing ring, String kid, String tenant, String domain) {
        byte[] key = ring.subkey(kid, Purpose.AUDIT, tenant, domain, "");
        try {
            return new HmacSha256(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return ring.toString();
    }
}
