package io.maskwire.cli;

import io.maskwire.cli.Refusal.Reason;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The declarations of some files, and their fleet.
 *
 * @param byFile what each file declares, in the order they were read
 */
record ReadFleet(Fleet fleet, Map<Path, List<Declaration>> byFile) {

    private static final String DEFAULT_NAME = "default";

    /** Reads all files; problems of several files are told together. */
    static ReadFleet of(DeclarationFiles files, Console console) {
        List<Reason> reasons = new ArrayList<>();
        Map<Path, List<Declaration>> byFile = new LinkedHashMap<>();
        Fleet fleet = files.fleet()
                .map(file -> fleet(file, files.environment(), reasons).orElseGet(ReadFleet::unreadable))
                .orElseGet(ReadFleet::withoutFile);
        for (Path file : files.declarations()) {
            List<Declaration> declarations = declarations(file, files, fleet, reasons);
            byFile.put(file, declarations);
            if (!declarations.isEmpty()) {
                console.message("read " + file + ": " + String.join(", ", names(declarations)));
            }
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        files.fleet()
                .ifPresent(file -> console.message("read " + file + ": fleet " + fleet.name()
                        + files.environment()
                                .map(environment -> ", as it is in " + environment)
                                .orElse("")));
        return new ReadFleet(fleet, byFile);
    }

    private static Optional<Fleet> fleet(Path file, Optional<Path> environment, List<Reason> reasons) {
        try {
            DeclarationSource source = DeclarationSource.file(file);
            if (environment.isEmpty()) {
                return Optional.of(Declarations.readFleet(source));
            }
            Fleet fleet = Declarations.readFleet(source, DeclarationSource.file(environment.get()));
            checkName(fleet, environment.get(), reasons);
            return Optional.of(fleet);
        } catch (DeclarationException e) {
            e.problems().stream().map(Reason::of).forEach(reasons::add);
            return Optional.empty();
        }
    }

    private static void checkName(Fleet fleet, Path file, List<Reason> reasons) {
        String name = String.valueOf(file.getFileName());
        String inside = fleet.environment().name();
        if (!name.equals(inside + DeclarationFiles.YML)) {
            reasons.add(new Reason(
                    file.toString(),
                    0,
                    0,
                    "says it is the environment " + inside,
                    "call the file " + inside + DeclarationFiles.YML + ", or correct environment: NAME"));
        }
    }

    private static List<Declaration> declarations(
            Path file, DeclarationFiles files, Fleet fleet, List<Reason> reasons) {
        try {
            List<Declaration> declarations = Declarations.readAll(DeclarationSource.file(file), fleet);
            if (declarations.stream()
                    .anyMatch(declaration -> declaration.service().isEmpty())) {
                reasons.add(new Reason(
                        file.toString(),
                        0,
                        0,
                        "declares no service, so there is no workload to write a policy for",
                        "add service: {name: NAME, namespace: NAMESPACE}, or leave the file out"));
            } else {
                files.expected(file).ifPresent(expected -> checkPlace(file, expected, declarations, fleet, reasons));
            }
            return declarations;
        } catch (DeclarationException e) {
            e.problems().stream().map(Reason::of).forEach(reasons::add);
            return List.of();
        }
    }

    /** What lies below {@code services} is what its place says, so that a service is found by its name. */
    private static void checkPlace(
            Path file, ServiceName expected, List<Declaration> declarations, Fleet fleet, List<Reason> reasons) {
        ServiceName here = new ServiceName(fleet.environment().namespace(expected.namespace()), expected.name());
        for (Declaration declaration : declarations) {
            Service service = declaration.service().orElseThrow();
            if (!service.name().equals(here)) {
                reasons.add(new Reason(
                        file.toString(),
                        service.place().line(),
                        service.place().column(),
                        "declares another service than its place says, which is " + expected,
                        "move it to " + DeclarationFiles.SERVICES + "/NAMESPACE/NAME" + DeclarationFiles.YML));
            }
        }
    }

    private static Fleet unreadable() {
        return new Fleet(
                DEFAULT_NAME, Map.of(), Map.of(), Map.of(), false, Mesh.NONE, Environment.NONE, SharedRules.UNREADABLE);
    }

    private static Fleet withoutFile() {
        Place nowhere = new Place("fleet.yml", 1, 1);
        return new Fleet(DEFAULT_NAME, Map.of(PlatformPeer.DNS, PlatformPeer.kubeDns(nowhere)));
    }

    /** Every declaration, in the order of files. */
    List<Declaration> declarations() {
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    /** For programs: the files and the services in them. */
    List<Map<String, Object>> json() {
        List<Map<String, Object>> json = new ArrayList<>();
        byFile.forEach((file, declarations) -> {
            Map<String, Object> read = new LinkedHashMap<>();
            read.put("file", file.toString());
            read.put("services", names(declarations));
            json.add(read);
        });
        return json;
    }

    private static List<String> names(List<Declaration> declarations) {
        return declarations.stream()
                .flatMap(declaration -> declaration.service().stream())
                .map(Service::name)
                .map(Object::toString)
                .toList();
    }
}
