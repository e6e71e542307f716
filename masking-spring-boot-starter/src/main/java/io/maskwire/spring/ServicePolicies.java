package io.maskwire.spring;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.DeclarationException.Problem;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.files.DeclarationFiles;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.NetworkPolicies;
import io.maskwire.networkpolicy.data.DataOnEdges;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Compiles the declaration this service runs with into its network policies, beside the declarations of the services it
 * talks to.
 *
 * <p><b>Gives:</b> the text of the service's own policies and the findings about it, by the declarations as they are when
 * asked: those of others are read anew each time. Writes nothing.
 *
 * <p><b>Doesn't give:</b> the default deny of the namespace, which belongs to all its services; what a fleet calls its
 * namespaces in an environment; what the cluster holds.
 *
 * <p>Safe for use by many threads.
 */
public final class ServicePolicies {

    private static final Log LOG = LogFactory.getLog("io.maskwire.networkpolicy");

    private final Declaration declaration;
    private final List<Path> others;

    /**
     * Keeps what to compile.
     *
     * @param declaration the service's own
     * @param others declarations of services it talks to, and folders with them and their {@code fleet.yml}
     */
    ServicePolicies(Declaration declaration, List<Path> others) {
        this.declaration = declaration;
        this.others = List.copyOf(others);
    }

    /**
     * What this service's declaration compiles to.
     *
     * @param service the service
     * @param manifests the text of its policies by the name of their file; nothing if there are problems
     * @param findings what somebody should settle about this service, but for what its declaration accepts today (by UTC)
     * @param problems why there are no policies, such as a called service that nobody declares
     */
    public record Compiled(
            ServiceName service, SortedMap<String, String> manifests, List<Finding> findings, List<Problem> problems) {

        /** Copies what it is given. */
        public Compiled {
            manifests = Collections.unmodifiableSortedMap(new TreeMap<>(manifests));
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }
    }

    /** Compiles; nothing if the declaration is about no service. */
    public Optional<Compiled> compile() {
        return declaration.service().map(Service::name).map(this::compile);
    }

    private Compiled compile(ServiceName own) {
        try {
            if (others.isEmpty()) {
                return compiled(own, ReadFleet.withoutFile(), List.of(declaration));
            }
            ReadFleet read = ReadFleet.of(
                    DeclarationFiles.find(others, Optional.empty(), Optional.empty(), LOG::debug), LOG::debug);
            return compiled(own, read.fleet(), beside(own, read.declarations()));
        } catch (DeclarationException e) {
            return new Compiled(own, new TreeMap<>(), List.of(), e.problems());
        }
    }

    /** All declarations with the one this service runs with, whatever the others' files say about it. */
    private List<Declaration> beside(ServiceName own, List<Declaration> read) {
        List<Declaration> all = new ArrayList<>(List.of(declaration));
        read.stream()
                .filter(other -> !own.equals(other.service().orElseThrow().name()))
                .forEach(all::add);
        return all;
    }

    private static Compiled compiled(ServiceName own, Fleet fleet, List<Declaration> all) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        SortedMap<String, String> files =
                new TreeMap<>(NetworkPolicies.generate(fleet, all, today).files());
        // A service's name has no dot: what begins like this is its own.
        files.keySet().removeIf(file -> !file.startsWith(own + "."));
        List<Finding> findings = DataOnEdges.check(fleet, all, today).stream()
                .filter(finding -> finding.about().stream()
                        .anyMatch(about -> about.service().equals(own)))
                .toList();
        return new Compiled(own, files, findings, List.of());
    }
}
