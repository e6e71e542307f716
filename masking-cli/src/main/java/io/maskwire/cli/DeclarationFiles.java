package io.maskwire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files a command reads, each once.
 *
 * @param fleet the fleet's file, if there is one
 * @param declarations the files with declarations, in the order given and sorted inside a folder
 */
record DeclarationFiles(Optional<Path> fleet, List<Path> declarations) {

    static final String FLEET = "fleet.yml";

    /** Finds them in files and folders. */
    static DeclarationFiles find(List<Path> given, Optional<Path> fleet, Console console) {
        Map<Path, Path> declarations = new LinkedHashMap<>();
        Map<Path, Path> fleets = new LinkedHashMap<>();
        for (Path path : given) {
            for (Path file : files(path, console)) {
                (isFleet(file) ? fleets : declarations).putIfAbsent(real(file), file);
            }
        }
        fleet.ifPresent(file -> declarations.remove(real(file)));
        if (declarations.isEmpty()) {
            throw new Refusal(
                    String.join(", ", given.stream().map(Path::toString).toList()),
                    "there is no declaration with a service here",
                    "pass a maskwire.yml, or a folder with one below it");
        }
        return new DeclarationFiles(
                fleet.or(() -> only(List.copyOf(fleets.values()))), List.copyOf(declarations.values()));
    }

    private static List<Path> files(Path path, Console console) {
        if (Files.isDirectory(path)) {
            return new ArrayList<>(FolderWalk.of(path, console));
        }
        if (!Files.isRegularFile(path)) {
            throw new Refusal(path.toString(), "there is no such file or folder", "check the path");
        }
        return List.of(path);
    }

    private static boolean isFleet(Path file) {
        return String.valueOf(file.getFileName()).equals(FLEET);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException unreadable) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static Optional<Path> only(List<Path> fleets) {
        if (fleets.size() > 1) {
            throw new Refusal(
                    fleets.get(0).toString(),
                    "there is another " + FLEET + " at " + fleets.get(1),
                    "say which one holds with --fleet FILE");
        }
        return fleets.stream().findFirst();
    }
}
