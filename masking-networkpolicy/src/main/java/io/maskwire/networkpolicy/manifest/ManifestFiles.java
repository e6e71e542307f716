package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.RefusedManifestException.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the files with manifests: those that are named, and in a folder every {@code *.yaml}, {@code *.yml} and
 * {@code *.json} that is neither a pipe, nor in a hidden folder, nor the lock file of {@code netpol generate}, in the order of
 * their names.
 */
public final class ManifestFiles {

    /** What {@code netpol generate} writes beside manifests. */
    private static final String LOCK = "maskwire.lock.json";

    private ManifestFiles() {}

    /**
     * Finds them, each once.
     *
     * @throws RefusedManifestException if a path leads to nothing or a folder can't be read
     */
    public static List<ManifestSource> find(Collection<Path> paths) {
        Map<Path, Path> found = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                for (Path file : files(path)) {
                    found.putIfAbsent(real(file), file);
                }
            } catch (IOException e) {
                problems.add(new Problem(
                        new Place(path.toString(), 1, 1),
                        "",
                        "can't be read (" + e.getClass().getSimpleName() + ")",
                        "check the path, and that it and all below it may be read"));
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedManifestException(problems);
        }
        return found.values().stream().map(ManifestSource::file).toList();
    }

    /** A pipe that a shell names has no real path, and what a broken link names is told when it is read. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException none) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.readAttributes(path, BasicFileAttributes.class);
            return List.of(path);
        }
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden = String.valueOf(folder.getFileName()).startsWith(".");
                return hidden && !folder.equals(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // Nobody meant to wait for a pipe that lies in a folder.
                if (!attributes.isOther() && isManifest(String.valueOf(file.getFileName()))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        // By the text, so that the order is the same on every system.
        files.sort(Comparator.comparing(file -> path.relativize(file).toString().replace('\\', '/')));
        return files;
    }

    private static boolean isManifest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.equals(LOCK)
                && (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"));
    }
}
