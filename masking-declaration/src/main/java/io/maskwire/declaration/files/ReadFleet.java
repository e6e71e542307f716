package io.maskwire.declaration.files;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.DeclarationException.Problem;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Environment;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Mesh;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.SharedRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The declarations of some files, and their fleet.
 *
 * @param byFile what each file declares, in the order they were read
 */
public record ReadFleet(Fleet fleet, Map<Path, List<Declaration>> byFile) {

    private static final String DEFAULT_NAME = "default";

    /** Copies the map. */
    public ReadFleet {
        byFile = Collections.unmodifiableMap(new LinkedHashMap<>(byFile));
    }

    /**
     * Reads all files. Without a fleet's file the fleet is called {@code default} and has no platform peer but DNS.
     *
     * @param told is told what was read
     * @throws DeclarationException with the problems of all files
     */
    public static ReadFleet of(DeclarationFiles files, Consumer<String> told) {
        List<Problem> problems = new ArrayList<>();
        Map<Path, List<Declaration>> byFile = new LinkedHashMap<>();
        Fleet fleet = files.fleet()
                .map(file -> fleet(file, files.environment(), problems).orElseGet(ReadFleet::unreadable))
                .orElseGet(ReadFleet::withoutFile);
        Optional<Path> services = files.services();
        // Files are read side by side; what they hold is put together in their order.
        List<OneFile> read = files.declarations().parallelStream()
                .map(file -> OneFile.read(file, services, fleet))
                .toList();
        for (OneFile one : read) {
            problems.addAll(one.problems());
            byFile.put(one.file(), one.declarations());
            if (!one.declarations().isEmpty()) {
                told.accept("read " + Place.whole(one.file().toString()) + ": "
                        + String.join(", ", names(one.declarations())));
            }
        }
        if (!problems.isEmpty()) {
            throw new DeclarationException(problems);
        }
        files.fleet()
                .ifPresent(file -> told.accept("read " + file + ": fleet " + fleet.name()
                        + files.environment()
                                .map(environment -> ", as it is in " + environment)
                                .orElse("")));
        return new ReadFleet(fleet, byFile);
    }

    private static Optional<Fleet> fleet(Path file, Optional<Path> environment, List<Problem> problems) {
        try {
            DeclarationSource source = DeclarationSource.file(file);
            if (environment.isEmpty()) {
                return Optional.of(Declarations.readFleet(source));
            }
            Fleet fleet = Declarations.readFleet(source, DeclarationSource.file(environment.get()));
            checkName(fleet, environment.get(), problems);
            return Optional.of(fleet);
        } catch (DeclarationException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static void checkName(Fleet fleet, Path file, List<Problem> problems) {
        String name = String.valueOf(file.getFileName());
        String inside = fleet.environment().name();
        if (!name.equals(inside + DeclarationFiles.YML)) {
            problems.add(new Problem(
                    Place.whole(file.toString()),
                    "says it is the environment " + inside,
                    "call the file " + inside + DeclarationFiles.YML + ", or correct environment: NAME"));
        }
    }

    /** What a file declares, and what is wrong with it. */
    private record OneFile(Path file, List<Declaration> declarations, List<Problem> problems) {

        static OneFile read(Path file, Optional<Path> services, Fleet fleet) {
            List<Problem> problems = new ArrayList<>();
            try {
                List<Declaration> declarations = Declarations.readAll(DeclarationSource.file(file), fleet);
                check(file, declarations, services, fleet, problems);
                return new OneFile(file, declarations, problems);
            } catch (DeclarationException e) {
                return new OneFile(file, List.of(), e.problems());
            }
        }

        private static void check(
                Path file,
                List<Declaration> declarations,
                Optional<Path> services,
                Fleet fleet,
                List<Problem> problems) {
            if (declarations.stream()
                    .anyMatch(declaration -> declaration.service().isEmpty())) {
                problems.add(new Problem(
                        Place.whole(file.toString()),
                        "declares no service, so there is no workload to write a policy for",
                        "add service: {name: NAME, namespace: NAMESPACE}, or leave the file out"));
            } else {
                services.flatMap(folder -> DeclarationFiles.expected(file, folder))
                        .ifPresent(expected -> checkPlace(file, expected, declarations, fleet, problems));
            }
        }

        /** What lies below {@code services} is what its place says, so that a service is found by its name. */
        private static void checkPlace(
                Path file, ServiceName expected, List<Declaration> declarations, Fleet fleet, List<Problem> problems) {
            ServiceName here = new ServiceName(fleet.environment().namespace(expected.namespace()), expected.name());
            for (Declaration declaration : declarations) {
                Service service = declaration.service().orElseThrow();
                if (!service.name().equals(here)) {
                    problems.add(new Problem(
                            new Place(
                                    file.toString(),
                                    service.place().line(),
                                    service.place().column()),
                            "declares another service than its place says, which is " + expected,
                            "move it to " + DeclarationFiles.SERVICES + "/NAMESPACE/NAME" + DeclarationFiles.YML));
                }
            }
        }
    }

    private static Fleet unreadable() {
        return new Fleet(
                DEFAULT_NAME, Map.of(), Map.of(), Map.of(), false, Mesh.NONE, Environment.NONE, SharedRules.UNREADABLE);
    }

    /** The fleet of declarations that have no {@code fleet.yml}: it has no platform peer but DNS. */
    public static Fleet withoutFile() {
        Place nowhere = new Place("fleet.yml", 1, 1);
        return new Fleet(DEFAULT_NAME, Map.of(PlatformPeer.DNS, PlatformPeer.kubeDns(nowhere)));
    }

    /** Every declaration, in the order of files. */
    public List<Declaration> declarations() {
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    private static List<String> names(List<Declaration> declarations) {
        return declarations.stream()
                .flatMap(declaration -> declaration.service().stream())
                .map(Service::name)
                .map(Object::toString)
                .toList();
    }
}
