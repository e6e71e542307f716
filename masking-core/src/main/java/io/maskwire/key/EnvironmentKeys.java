package io.maskwire.key;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A key ring in one environment variable: {@code k2=BASE64,k1=BASE64}, the primary first. */
record EnvironmentKeys(String variable, Map<String, String> environment) implements KeySource {

    private static final System.Logger LOG = System.getLogger(KeySource.class.getName());

    @Override
    public KeyMaterial read() {
        @Nullable String text = environment.get(variable);
        if (text == null || text.isBlank()) {
            throw new KeyException(
                    "The environment variable " + variable + " is not set",
                    "set it to KID=KEY, with a key from: openssl rand -base64 32");
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "Keys come from the environment variable {0}: child processes and diagnostic pages can see it;"
                        + " a mounted directory is safer",
                variable);
        return read(text);
    }

    private KeyMaterial read(String text) {
        Map<String, RingKey> keys = new TreeMap<>();
        String primary = "";
        String[] entries = text.strip().split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            int equals = entries[i].indexOf('=');
            String kid = equals < 0 ? "" : entries[i].substring(0, equals).strip();
            try {
                if (keys.put(kid, key(kid, entries[i].substring(equals + 1).strip())) != null) {
                    throw new IllegalArgumentException("is there twice");
                }
            } catch (IllegalArgumentException e) {
                throw new KeyException(
                        "Entry " + (i + 1) + " of the environment variable " + variable + " can't be used: "
                                + e.getMessage(),
                        "write KID=KEY entries with a comma between them, the primary first");
            }
            primary = i == 0 ? kid : primary;
        }
        return KeyMaterial.ofKeys(primary, keys);
    }

    private static RingKey key(String kid, String text) {
        KeyMaterial.checkedName(kid);
        byte[] key = KeyText.read(text);
        try {
            return RootKey.of(kid, key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The variable's name only: the environment holds secrets. */
    @Override
    public String toString() {
        return "EnvironmentKeys[" + variable + "]";
    }
}
