package io.maskwire.cli;

import io.maskwire.cli.Refusal.Reason;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Service;
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
        Optional<Fleet> fleet = files.fleet().flatMap(file -> fleet(file, reasons));
        for (Path file : files.declarations()) {
            List<Declaration> declarations = declarations(file, reasons);
            byFile.put(file, declarations);
            if (!declarations.isEmpty()) {
                console.message("read " + file + ": " + String.join(", ", names(declarations)));
            }
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        fleet.ifPresent(found -> console.message("read " + files.fleet().orElseThrow() + ": fleet " + found.name()));
        return new ReadFleet(fleet.orElseGet(ReadFleet::withoutFile), byFile);
    }

    private static Optional<Fleet> fleet(Path file, List<Reason> reasons) {
        try {
            return Optional.of(Declarations.readFleet(DeclarationSource.file(file)));
        } catch (DeclarationException e) {
            e.problems().stream().map(Reason::of).forEach(reasons::add);
            return Optional.empty();
        }
    }

    private static List<Declaration> declarations(Path file, List<Reason> reasons) {
        try {
            List<Declaration> declarations = Declarations.readAll(DeclarationSource.file(file));
            if (declarations.stream()
                    .anyMatch(declaration -> declaration.service().isEmpty())) {
                reasons.add(new Reason(
                        file.toString(),
                        0,
                        0,
                        "declares no service, so there is no workload to write a policy for",
                        "add service: {name: NAME, namespace: NAMESPACE}, or leave the file out"));
            }
            return declarations;
        } catch (DeclarationException e) {
            e.problems().stream().map(Reason::of).forEach(reasons::add);
            return List.of();
        }
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
