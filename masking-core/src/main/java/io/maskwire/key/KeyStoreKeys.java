package io.maskwire.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A key ring in a PKCS#12 file: each secret key's alias is its name. */
record KeyStoreKeys(Path file, Supplier<char[]> password, String primary) implements KeySource {

    @Override
    public KeyMaterial read() {
        char[] secret = password.get();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            Map<String, RingKey> keys = new TreeMap<>();
            for (String alias : Collections.list(store.aliases())) {
                keys.put(alias, key(alias, store.getKey(alias, secret)));
            }
            return KeyMaterial.ofKeys(primary, keys);
        } catch (IOException | GeneralSecurityException e) {
            // The reason may be a wrong password; what the provider says of it is left out.
            throw new KeyException(
                    "Can't read the key store " + file + " (" + e.getClass().getSimpleName() + ")",
                    "check that it is there, that it is PKCS#12 and that the password is right");
        } catch (IllegalArgumentException e) {
            throw new KeyException("The keys in " + file + " can't be used: " + e.getMessage(), "mend that key");
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static RingKey key(String alias, Key key) {
        byte[] secret = key == null || !"RAW".equals(key.getFormat()) ? null : key.getEncoded();
        if (secret == null) {
            throw new IllegalArgumentException(
                    "The entry \"" + alias + "\" is no secret key; keep other entries elsewhere");
        }
        try {
            return RootKey.of(alias, secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "KeyStoreKeys[" + file + "]";
    }
}
