package io.maskwire.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A key ring as files, as a mounted Kubernetes Secret shows it. */
record KeyDirectory(Path directory) implements KeySource {

    private static final int TRIES = 20;

    @Override
    public KeyMaterial read() {
        if (!Files.isDirectory(directory)) {
            throw new KeyException("No key directory at " + directory, howToMakeOne());
        }
        for (int tries = 1; ; tries++) {
            try {
                return read(KeyFiles.of(directory));
            } catch (NoSuchFileException moved) {
                // The version read was replaced and removed meanwhile; the next one is read from its beginning.
                if (tries == TRIES) {
                    throw unreadable(moved);
                }
            } catch (IOException e) {
                throw unreadable(e);
            } catch (IllegalArgumentException e) {
                throw new KeyException(
                        "The keys in " + directory + " can't be used: " + e.getMessage(), "mend that file");
            }
        }
    }

    private KeyMaterial read(KeyFiles files) throws IOException {
        Map<String, RingKey> keys = new TreeMap<>(KidOrder.INSTANCE);
        for (Path file : files.keys()) {
            String kid = KeyFiles.kid(file);
            if (keys.put(kid, key(kid, file)) != null) {
                throw new KeyException(
                        "The key directory " + directory + " has \"" + kid + "\" twice",
                        "keep either the key or the subkeys of it");
            }
        }
        if (keys.isEmpty()) {
            throw new KeyException("No *.key file in " + directory, howToMakeOne());
        }
        removeBelowMinimum(keys, files.setting(KeyFiles.MINIMUM));
        return KeyMaterial.ofKeys(primary(keys, files.setting(KeyFiles.PRIMARY)), keys);
    }

    private static void removeBelowMinimum(Map<String, RingKey> keys, Optional<String> minimum) {
        if (minimum.isPresent()) {
            String least = KeyMaterial.checkedName(minimum.get());
            keys.keySet().removeIf(kid -> KidOrder.INSTANCE.compare(kid, least) < 0);
        }
    }

    private RingKey key(String kid, Path file) throws IOException {
        String text = KeyFiles.text(file);
        try {
            if (KeyFiles.name(file).endsWith(KeyFiles.SUBKEYS)) {
                return SubkeyText.read(kid, text);
            }
            byte[] key = KeyText.read(text);
            try {
                return RootKey.of(kid, key);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        } catch (IllegalArgumentException e) {
            throw new KeyException(
                    "The key file " + directory.resolve(KeyFiles.name(file)) + " " + e.getMessage(),
                    "it may be truncated: write it again from where the key is kept"
                            + " (for a new key: openssl rand -base64 32)");
        }
    }

    private String primary(Map<String, RingKey> keys, Optional<String> named) {
        if (named.isPresent()) {
            return KeyMaterial.checkedName(named.get());
        }
        if (keys.size() > 1) {
            throw new KeyException(
                    "The key directory " + directory + " has " + keys.size() + " keys and no file " + KeyFiles.PRIMARY,
                    "write the name of the key that makes new values into " + directory.resolve(KeyFiles.PRIMARY)
                            + "; keys are " + keys.keySet());
        }
        return keys.keySet().stream().findFirst().orElse("");
    }

    private String howToMakeOne() {
        return "make one with: mkdir -p " + directory + " && openssl rand -base64 32 > " + directory.resolve("k1.key");
    }

    private KeyException unreadable(IOException e) {
        return new KeyException(
                "Can't read the key directory " + directory + " ("
                        + e.getClass().getSimpleName() + ")",
                "check that its files are there and that this user may read them");
    }
}
