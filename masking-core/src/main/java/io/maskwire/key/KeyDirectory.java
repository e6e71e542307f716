package io.maskwire.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A key ring as files, as a mounted Kubernetes Secret shows it. */
record KeyDirectory(Path directory) implements KeySource {

    private static final String SUFFIX = ".key";
    private static final String PRIMARY = "primary";
    private static final int LONGEST_FILE = 1024;
    // Fixed lengths, so that a truncated file is seen.
    private static final Set<Integer> LENGTHS = Set.of(32, 48, 64);

    @Override
    public KeyMaterial read() {
        if (!Files.isDirectory(directory)) {
            throw new KeyException("No key directory at " + directory, howToMakeOne());
        }
        Map<String, byte[]> keys = new LinkedHashMap<>();
        try {
            for (Path file : keyFiles()) {
                keys.put(kid(file), key(file));
            }
            if (keys.isEmpty()) {
                throw new KeyException("No *.key file in " + directory, howToMakeOne());
            }
            return KeyMaterial.of(primary(keys), keys);
        } catch (IllegalArgumentException e) {
            throw new KeyException("The keys in " + directory + " can't be used: " + e.getMessage(), "mend that file");
        } finally {
            keys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        }
    }

    private String howToMakeOne() {
        return "make one with: mkdir -p " + directory + " && openssl rand -base64 32 > "
                + directory.resolve("k1" + SUFFIX);
    }

    private List<Path> keyFiles() {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> visible =
                    files.filter(file -> !name(file).startsWith(".")).sorted().toList();
            for (Path file : visible) {
                if (!name(file).endsWith(SUFFIX) && !name(file).equals(PRIMARY)) {
                    throw new KeyException(
                            "Unknown file " + name(file) + " in the key directory " + directory,
                            "keep only KID.key files and the file " + PRIMARY + " there");
                }
            }
            return visible.stream().filter(file -> name(file).endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static String kid(Path file) {
        String name = name(file);
        return KeyMaterial.checkedName(name.substring(0, name.length() - SUFFIX.length()));
    }

    private static byte[] key(Path file) {
        byte[] key;
        try {
            String text = text(file);
            key = (text.indexOf('-') >= 0 || text.indexOf('_') >= 0 ? Base64.getUrlDecoder() : Base64.getDecoder())
                    .decode(text);
        } catch (IllegalArgumentException e) {
            // The decoder's own message quotes a character of the key.
            throw damaged(file, "is not base64");
        }
        if (!LENGTHS.contains(key.length)) {
            Arrays.fill(key, (byte) 0);
            throw damaged(file, "does not hold 32, 48 or 64 bytes");
        }
        return key;
    }

    private static KeyException damaged(Path file, String how) {
        return new KeyException(
                "The key file " + file + " " + how,
                "it may be truncated: write it again from where the key is kept (for a new key: openssl rand -base64 32)");
    }

    private String primary(Map<String, byte[]> keys) {
        Path file = directory.resolve(PRIMARY);
        if (Files.exists(file)) {
            return KeyMaterial.checkedName(text(file));
        }
        if (keys.size() > 1) {
            throw new KeyException(
                    "The key directory " + directory + " has " + keys.size() + " keys and no file " + PRIMARY,
                    "write the name of the key that makes new values into " + file + "; keys are " + keys.keySet());
        }
        return keys.keySet().iterator().next();
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw damaged(file, "is longer than " + LONGEST_FILE + " bytes");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static KeyException unreadable(Path file, IOException e) {
        return new KeyException(
                "Can't read " + file + " (" + e.getClass().getSimpleName() + ")",
                "check that it is there and that this user may read it");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
