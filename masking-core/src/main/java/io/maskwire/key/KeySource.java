package io.maskwire.key;

import java.nio.file.Path;

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
     * Keys in a directory, such as a mounted Secret: one file {@code KID.key} for each key with 32, 48 or 64 random
     * bytes in base64 and, if there are several, a file {@code primary} with the name of the one that makes new values.
     * Names that begin with a dot are left alone.
     */
    static KeySource directory(Path directory) {
        return new KeyDirectory(directory);
    }
}
