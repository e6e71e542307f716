package io.maskwire.key;

import java.nio.file.Path;
import java.util.function.Supplier;

/** Where keys come from. A source of one's own is a lambda that returns {@link KeyMaterial}. */
@FunctionalInterface
public interface KeySource {

    /**
     * Reads the keys.
     *
     * @throws KeyException if they can't be read; the message names the place and the remedy, never a key
     */
    KeyMaterial read();

    /**
     * Keys in a directory, such as a mounted Secret: one file {@code KID.key} for each key with 32, 48 or 64 random bytes
     * in base64, or {@code KID.subkeys} with what was exported from it. A file {@code primary} names the key that makes
     * new values, if there are several; a file {@code minimum} names the oldest that is still read, in the order people
     * count ({@code k9} before {@code k10}). Names that begin with a dot are left alone.
     */
    static KeySource directory(Path directory) {
        return new KeyDirectory(directory);
    }

    /**
     * Secret keys in a PKCS#12 file, as {@code keytool -genseckey -keyalg HmacSHA256 -keysize 256} makes them; an
     * alias is a key's name.
     *
     * @param password gives the password; the array is wiped after each use
     * @param primary the alias of the key that makes new values
     */
    static KeySource pkcs12(Path file, Supplier<char[]> password, String primary) {
        return new KeyStoreKeys(file, password, primary);
    }

    /**
     * Keys in an environment variable, {@code k2=BASE64,k1=BASE64} with the primary first. Reading it logs a warning:
     * child processes and diagnostic pages can see the environment.
     */
    static KeySource environment(String variable) {
        return new EnvironmentKeys(variable, System.getenv());
    }

    /**
     * A random key for each start, for a developer's machine: values can't be compared after a restart. Refused where
     * Kubernetes is detected.
     */
    static KeySource development() {
        return new DevelopmentKeys(System.getenv(), DevelopmentKeys.SERVICE_ACCOUNT);
    }
}
