package io.maskwire.key;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a subkey of a ring key is bound to, besides the key's name. */
record SubkeyId(Purpose purpose, String tenant, String domain, String extra) {

    static final SubkeyId CHECK = new SubkeyId(Purpose.KCV, "", "", "");

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
