package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** A fleet in a folder of the test's resources: {@code fleet.yml}, {@code services.yml}, maybe an environment. */
record FleetFiles(Fleet fleet, List<Declaration> declarations) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static FleetFiles read(Path folder) {
        DeclarationSource file = DeclarationSource.file(folder.resolve("fleet.yml"));
        Path environment = folder.resolve("environment.yml");
        Fleet fleet = Files.exists(environment)
                ? Declarations.readFleet(file, DeclarationSource.file(environment))
                : Declarations.readFleet(file);
        return new FleetFiles(
                fleet, Declarations.readAll(DeclarationSource.file(folder.resolve("services.yml")), fleet));
    }

    static FleetFiles of(String fleet, String services) {
        Fleet read = Declarations.readFleet(DeclarationSource.text("fleet.yml", fleet));
        return new FleetFiles(read, Declarations.readAll(DeclarationSource.text("services.yml", services), read));
    }

    Manifests manifests() {
        return manifests(TODAY);
    }

    Manifests manifests(LocalDate today) {
        return NetworkPolicies.generate(fleet, declarations, today);
    }

    /** All policies in one text, each below its file's name. */
    static String policies(Manifests manifests) {
        return manifests.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".yaml"))
                .map(file -> "--- # " + file.getKey() + "\n" + file.getValue())
                .collect(Collectors.joining());
    }

    /** What can really connect, one line for each pair and port. */
    List<String> open() {
        return List.copyOf(new World(fleet, declarations).opened(manifests().files()));
    }

    /** What should be settled, with files called by their names. */
    List<String> findings() {
        return manifests().findings().stream()
                .map(Finding::toString)
                .map(text -> text.replaceAll("[^ (]*/(?=[a-z]+\\.yml:)", ""))
                .toList();
    }
}
