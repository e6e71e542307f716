package io.maskwire.spring;

import io.maskwire.networkpolicy.data.ConfiguredConnections;
import io.maskwire.spring.ServiceConnections.Compared;
import io.maskwire.spring.ServicePolicies.Compiled;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code /actuator/networkpolicy}: the service's own network policies, and what was found about it. Read-only; holds names
 * of services, ports and data classes, and neither values nor keys.
 */
@Endpoint(id = "networkpolicy")
final class NetworkPolicyEndpoint {

    private static final String NO_SERVICE =
            "the declaration is about no service; add service: {name: NAME, namespace: NAMESPACE}";

    private final ServicePolicies policies;
    private final ServiceConnections connections;

    NetworkPolicyEndpoint(ServicePolicies policies, ServiceConnections connections) {
        this.policies = policies;
        this.connections = connections;
    }

    /**
     * The answer. What the actuator writes itself is not masked, so that this is what is compiled.
     *
     * @param service its namespace and name; left out if the declaration is about none
     * @param manifests the text of each policy by the name of its file
     * @param findings what somebody should settle
     * @param notCompared connections of the application about which nothing can be found, each with the reason
     * @param problems why there are no manifests
     */
    record Answer(
            @Nullable String service,
            Map<String, String> manifests,
            List<Finding> findings,
            List<String> notCompared,
            List<String> problems)
            implements OperationResponseBody {}

    /** A finding with the members that {@code netpol check --output json} gives it. */
    record Finding(
            String kind,
            String rule,
            String severity,
            String file,
            int line,
            int column,
            List<String> about,
            String problem,
            String remedy) {

        private static Finding of(io.maskwire.networkpolicy.Finding found) {
            return new Finding(
                    found.rule().kind().name(),
                    found.rule().id(),
                    found.rule().severity().name().toLowerCase(Locale.ROOT),
                    found.place().file(),
                    found.place().line(),
                    found.place().column(),
                    found.about().stream().map(Object::toString).toList(),
                    found.problem(),
                    found.remedy());
        }
    }

    @ReadOperation
    Answer policies() {
        return policies.compile()
                .map(this::answer)
                .orElseGet(() -> new Answer(null, Map.of(), List.of(), List.of(), List.of(NO_SERVICE)));
    }

    private Answer answer(Compiled compiled) {
        Optional<Compared> compared = connections.compare();
        Stream<io.maskwire.networkpolicy.Finding> ofConnections = compared.stream()
                .flatMap(found -> ConfiguredConnections.findings(found.service(), found.mismatches()).stream());
        return new Answer(
                compiled.service().toString(),
                compiled.manifests(),
                Stream.concat(compiled.findings().stream(), ofConnections)
                        .map(Finding::of)
                        .toList(),
                compared.map(Compared::notCompared).orElse(List.of()),
                compiled.problems().stream().map(Object::toString).toList());
    }
}
