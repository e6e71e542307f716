package io.maskwire.cli;

import io.maskwire.declaration.ServiceName;
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
 * @param environment the file of the chosen environment, if one is chosen
 * @param declarations the files with declarations, in the order given and sorted inside a folder
 */
record DeclarationFiles(Optional<Path> fleet, Optional<Path> environment, List<Path> declarations) {

    static final String FLEET = "fleet.yml";
    static final String SERVICES = "services";
    static final String YML = ".yml";
    private static final String ENVIRONMENTS = "environments";

    /** Finds them in files and folders; the environment's beside the fleet's. */
    static DeclarationFiles find(
            List<Path> given, Optional<Path> fleet, Optional<String> environment, Console console) {
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
        Optional<Path> found = fleet.or(() -> only(List.copyOf(fleets.values())));
        return new DeclarationFiles(
                found, environment.map(name -> environment(found, name)), List.copyOf(declarations.values()));
    }

    private static Path environment(Optional<Path> fleet, String name) {
        Path file = fleet.orElseThrow(() -> new Refusal(
                        ENVIRONMENTS + "/" + name + YML,
                        "there is no fleet.yml it could belong to",
                        "pass the fleet's folder, or --fleet FILE"))
                .resolveSibling(ENVIRONMENTS)
                .resolve(name + YML);
        if (!Files.isRegularFile(file)) {
            throw new Refusal(file.toString(), "there is no such environment", "check the name behind --env");
        }
        return file;
    }

    /** These in an environment of their own fleet, or else with the fleet of others as it is there. */
    DeclarationFiles in(DeclarationFiles others, Optional<String> name) {
        return fleet.isPresent()
                ? new DeclarationFiles(fleet, name.map(found -> environment(fleet, found)), declarations)
                : new DeclarationFiles(others.fleet, others.environment, declarations);
    }

    /** The service that a file below {@code services} beside the fleet's file must be about. */
    Optional<ServiceName> expected(Path file) {
        Optional<Path> services =
                fleet.map(path -> real(path).resolveSibling(SERVICES)).filter(real(file)::startsWith);
        Optional<Path> inside = services.map(folder -> folder.relativize(real(file)));
        return inside.map(path -> {
            Path folder = path.getParent();
            String name = String.valueOf(path.getFileName());
            return path.getNameCount() == 2 && folder != null && name.endsWith(YML)
                    ? new ServiceName(folder.toString(), name.substring(0, name.length() - YML.length()))
                    : new ServiceName("NAMESPACE", "NAME");
        });
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
