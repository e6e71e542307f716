package io.maskwire.key;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a subkey is bound to: LP(purpose) LP(kid) LP(tenant) LP(domain) LP(extra), where LP is a four-byte big-endian
 * length and the UTF-8 bytes. The lengths keep ("ab", "c") and ("a", "bc") apart.
 */
final class SubkeyInfo {

    private SubkeyInfo() {}

    static byte[] of(Purpose purpose, String kid, String tenant, String domain, String extra) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        for (String part : new String[] {purpose.label(), kid, tenant, domain, extra}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            info.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
            info.writeBytes(bytes);
        }
        return info.toByteArray();
    }
}
