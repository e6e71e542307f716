package io.maskwire.declaration.files;

import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.DeclarationException.Problem;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files with a fleet's declarations, each once. In a folder these are {@code fleet.yml}, every {@code maskwire.yml}
 * and every other {@code *.yml} with {@code service:} at the start of a line; not in hidden folders, {@code target},
 * {@code build}, {@code node_modules} and {@code src/test}.
 *
 * @param fleet the fleet's file, if there is one
 * @param environment the file of the chosen environment, if one is chosen
 * @param declarations the files with declarations, in the order given and sorted inside a folder
 */
public record DeclarationFiles(Optional<Path> fleet, Optional<Path> environment, List<Path> declarations) {

    static final String FLEET = "fleet.yml";
    static final String SERVICES = "services";
    static final String YML = ".yml";
    private static final String ENVIRONMENTS = "environments";

    /** Copies the list. */
    public DeclarationFiles {
        declarations = List.copyOf(declarations);
    }

    /**
     * Finds them.
     *
     * @param given files, and folders to look into
     * @param fleet the fleet's file; empty: the {@code fleet.yml} in a given folder, if there is one
     * @param environment the name of one, of which the file {@code environments/NAME.yml} is beside the fleet's
     * @param told is told of files that look like a declaration and are left out
     * @throws DeclarationException if there is none, or not the one that is asked for
     */
    public static DeclarationFiles find(
            List<Path> given, Optional<Path> fleet, Optional<String> environment, Consumer<String> told) {
        Map<Path, Path> declarations = new LinkedHashMap<>();
        Map<Path, Path> fleets = new LinkedHashMap<>();
        for (Path path : given) {
            List<Path> found = files(path, told);
            List<Path> real = found.parallelStream().map(DeclarationFiles::real).toList();
            for (int i = 0; i < found.size(); i++) {
                (isFleet(found.get(i)) ? fleets : declarations).putIfAbsent(real.get(i), found.get(i));
            }
        }
        fleet.ifPresent(file -> declarations.remove(real(file)));
        if (declarations.isEmpty()) {
            throw refusal(
                    String.join(", ", given.stream().map(Path::toString).toList()),
                    "there is no declaration with a service here",
                    "pass a maskwire.yml, or a folder with one below it");
        }
        Optional<Path> chosen = fleet.or(() -> only(List.copyOf(fleets.values())));
        return new DeclarationFiles(
                chosen, environment.map(name -> environment(chosen, name)), List.copyOf(declarations.values()));
    }

    private static Path environment(Optional<Path> fleet, String name) {
        Path file = fleet.orElseThrow(() -> refusal(
                        ENVIRONMENTS + "/" + name + YML,
                        "there is no fleet.yml it could belong to",
                        "pass the fleet's folder or file"))
                .resolveSibling(ENVIRONMENTS)
                .resolve(name + YML);
        if (!Files.isRegularFile(file)) {
            throw refusal(file.toString(), "there is no such environment", "check the environment's name");
        }
        return file;
    }

    static DeclarationException refusal(String file, String problem, String remedy) {
        return new DeclarationException(List.of(new Problem(Place.whole(file), problem, remedy)));
    }

    /** These in an environment of their own fleet, or else with the fleet of others as it is there. */
    public DeclarationFiles in(DeclarationFiles others, Optional<String> name) {
        return fleet.isPresent()
                ? new DeclarationFiles(fleet, name.map(found -> environment(fleet, found)), declarations)
                : new DeclarationFiles(others.fleet, others.environment, declarations);
    }

    /** The folder {@code services} beside the fleet's file, if it is there. */
    Optional<Path> services() {
        return fleet.map(path -> real(path).resolveSibling(SERVICES)).filter(Files::isDirectory);
    }

    /** The service that a file below the folder {@code services} must be about. */
    static Optional<ServiceName> expected(Path file, Path services) {
        Path path = real(file);
        if (!path.startsWith(services)) {
            return Optional.empty();
        }
        Path inside = services.relativize(path);
        Path folder = inside.getParent();
        String name = String.valueOf(inside.getFileName());
        return Optional.of(
                inside.getNameCount() == 2 && folder != null && name.endsWith(YML)
                        ? new ServiceName(folder.toString(), name.substring(0, name.length() - YML.length()))
                        : new ServiceName("NAMESPACE", "NAME"));
    }

    private static List<Path> files(Path path, Consumer<String> told) {
        if (Files.isDirectory(path)) {
            return new ArrayList<>(FolderWalk.of(path, told));
        }
        if (!Files.isRegularFile(path)) {
            throw refusal(path.toString(), "there is no such file or folder", "check the path");
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
            throw refusal(
                    fleets.get(0).toString(),
                    "there is another " + FLEET + " at " + fleets.get(1),
                    "say which one is the fleet's file");
        }
        return fleets.stream().findFirst();
    }
}
