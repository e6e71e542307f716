package io.maskwire.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a key directory, seen at one moment. */
final class KeyFiles {

    static final String KEY = ".key";
    static final String SUBKEYS = ".subkeys";
    static final String PRIMARY = "primary";
    static final String MINIMUM = "minimum";

    private static final Set<String> SETTINGS = Set.of(PRIMARY, MINIMUM);
    private static final String MOUNTED = "..data";
    private static final int LONGEST = 1 << 20;

    private final Path directory;

    private KeyFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens the directory that stands behind all links now. Kubernetes changes a mounted Secret by moving the link
     * {@code ..data} to a new directory; reading through the link file by file could mix two versions.
     */
    static KeyFiles of(Path directory) throws IOException {
        Path mounted = directory.resolve(MOUNTED);
        return new KeyFiles((Files.isDirectory(mounted) ? mounted : directory).toRealPath());
    }

    /** The key files, sorted by name. */
    List<Path> keys() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> visible =
                    files.filter(file -> !name(file).startsWith(".")).sorted().toList();
            visible.forEach(KeyFiles::check);
            return visible.stream()
                    .filter(file -> !SETTINGS.contains(name(file)))
                    .toList();
        }
    }

    private static void check(Path file) {
        String name = name(file);
        if (!name.endsWith(KEY) && !name.endsWith(SUBKEYS) && !SETTINGS.contains(name)) {
            throw new KeyException(
                    "Unknown file " + name + " in the key directory",
                    "keep only KID.key and KID.subkeys files and the files primary and minimum there");
        }
    }

    /** What a setting file says. */
    Optional<String> setting(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Optional.of(text(file)) : Optional.empty();
    }

    static String text(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new KeyException(
                    "The file " + name(file) + " is longer than " + LONGEST + " bytes", "check that it is a key file");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    }

    static String kid(Path file) {
        String name = name(file);
        return KeyMaterial.checkedName(name.substring(0, name.lastIndexOf('.')));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
