package io.maskwire.networkpolicy;

import io.maskwire.networkpolicy.Change.Kind;
import io.maskwire.networkpolicy.ManifestException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings all changes to a folder, or none: writes beside the places first, then moves, and moves back on a failure. */
final class Transaction {

    /** A step back. */
    private record Undo(Path about, Action action) {

        interface Action {
            void run() throws IOException;
        }
    }

    private final Path folder;
    private final Mover mover;
    private final Set<Path> there = new HashSet<>();
    private final Deque<Undo> undos = new ArrayDeque<>();

    Transaction(Path folder, Mover mover) {
        this.folder = folder;
        this.mover = mover;
    }

    /** Does what the changes say, with the texts of the files. */
    void run(List<Change> changes, Map<String, String> texts) throws IOException {
        List<Change> real = changes.stream()
                .filter(change -> change.kind() != Kind.UNCHANGED)
                .toList();
        if (real.isEmpty()) {
            return;
        }
        Path staging = changed(real, texts);
        try {
            delete(staging);
            removeEmptyFolders(real);
        } catch (IOException e) {
            throw new ManifestException(List.of(new Problem(
                    staging.toString(),
                    "the manifests are written, but the folder can't be tidied up (" + words(e) + ")",
                    "delete this temporary folder")));
        }
    }

    private Path changed(List<Change> changes, Map<String, String> texts) throws IOException {
        try {
            createFolder(folder.toAbsolutePath());
            Path staging = Files.createTempDirectory(folder, ".maskwire-");
            undos.push(new Undo(staging, () -> delete(staging)));
            stage(changes, staging, texts);
            for (Change change : changes) {
                apply(change, staging);
            }
            return staging;
        } catch (IOException | RuntimeException e) {
            undoAll(e);
            throw e;
        }
    }

    /** Side by side: each has files of its own there. All have ended before a failure is told. */
    private void stage(List<Change> changes, Path staging, Map<String, String> texts) throws IOException {
        List<IOException> failures = changes.parallelStream()
                .flatMap(change -> {
                    try {
                        stage(change, staging, texts);
                        return Stream.<IOException>empty();
                    } catch (IOException e) {
                        return Stream.of(e);
                    }
                })
                .toList();
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void stage(Change change, Path staging, Map<String, String> texts) throws IOException {
        if (change.kind() != Kind.CREATED) {
            Files.copy(folder.resolve(change.file()), beside(staging, change, "old"));
        }
        if (change.kind() != Kind.REMOVED) {
            String text = Objects.requireNonNull(texts.get(change.file()));
            Files.writeString(beside(staging, change, "new"), text, StandardCharsets.UTF_8);
        }
    }

    private void apply(Change change, Path staging) throws IOException {
        Path file = folder.resolve(change.file());
        Path old = beside(staging, change, "old");
        if (change.kind() == Kind.REMOVED) {
            Files.delete(file);
        } else {
            createFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            mover.move(beside(staging, change, "new"), file);
        }
        undos.push(
                change.kind() == Kind.CREATED
                        ? new Undo(file, () -> Files.delete(file))
                        : new Undo(file, () -> Mover.REAL.move(old, file)));
    }

    private static Path beside(Path staging, Change change, String version) {
        return staging.resolve(change.file().replace('/', '.') + "." + version);
    }

    private void createFolder(Path path) throws IOException {
        if (there.add(path) && !Files.exists(path)) {
            createFolder(Objects.requireNonNull(path.getParent()));
            Files.createDirectory(path);
            undos.push(new Undo(path, () -> Files.delete(path)));
        }
    }

    private void undoAll(Exception cause) {
        Set<String> left = new TreeSet<>();
        while (!undos.isEmpty()) {
            Undo undo = undos.pop();
            try {
                undo.action().run();
            } catch (IOException e) {
                cause.addSuppressed(e);
                left.add(undo.about().toString());
            }
        }
        if (!left.isEmpty()) {
            ManifestException failure = new ManifestException(left.stream()
                    .map(file -> new Problem(
                            file,
                            "could neither be written nor put back as it was",
                            "restore it from version control, then generate again"))
                    .toList());
            failure.initCause(cause);
            throw failure;
        }
    }

    private void removeEmptyFolders(List<Change> changes) throws IOException {
        Set<Path> parents = changes.stream()
                .filter(change -> change.kind() == Kind.REMOVED)
                .map(change ->
                        Objects.requireNonNull(folder.resolve(change.file()).getParent()))
                .collect(Collectors.toSet());
        for (Path parent : parents) {
            if (isEmpty(parent)) {
                Files.delete(parent);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path staging) throws IOException {
        try (Stream<Path> files = Files.list(staging)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(staging);
    }

    /** What an input or output error is, without its message: that would repeat the path in every JDK's own words. */
    static String words(IOException e) {
        return e.getClass().getSimpleName().replaceFirst("Exception$", "");
    }
}
