package io.maskwire.key;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * What a subkey of a ring key is bound to, besides the key's name.
 *
 * @param purpose the one algorithm it is for
 * @param tenant values are comparable inside one tenant
 * @param domain values are comparable inside one domain of it
 * @param extra one more detail, such as the normaliser of a hash; often empty
 */
public record SubkeyId(Purpose purpose, String tenant, String domain, String extra) {

    static final SubkeyId CHECK = new SubkeyId(Purpose.KCV, "", "", "");
    static final Comparator<SubkeyId> ORDER = Comparator.comparing(SubkeyId::purpose)
            .thenComparing(SubkeyId::tenant)
            .thenComparing(SubkeyId::domain)
            .thenComparing(SubkeyId::extra);

    /**
     * HKDF's info: LP(purpose) LP(kid) LP(tenant) LP(domain) LP(extra), where LP is a four-byte big-endian length and
     * the UTF-8 bytes. The lengths keep ("ab", "c") and ("a", "bc") apart.
     */
    byte[] info(String kid) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        for (String part : new String[] {purpose.label(), kid, tenant, domain, extra}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            info.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
            info.writeBytes(bytes);
        }
        return info.toByteArray();
    }
}
