package io.maskwire.spring;

import io.maskwire.spring.ServicePolicies.Compiled;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    NetworkPolicyEndpoint(ServicePolicies policies) {
        this.policies = policies;
    }

    /**
     * The answer. What the actuator writes itself is not masked, so that this is what is compiled.
     *
     * @param service its namespace and name; left out if the declaration is about none
     * @param manifests the text of each policy by the name of its file
     * @param findings what somebody should settle
     * @param problems why there are no manifests
     */
    record Answer(
            @Nullable String service, Map<String, String> manifests, List<Finding> findings, List<String> problems)
            implements OperationResponseBody {

        private static Answer of(Compiled compiled) {
            return new Answer(
                    compiled.service().toString(),
                    compiled.manifests(),
                    compiled.findings().stream().map(Finding::of).toList(),
                    compiled.problems().stream().map(Object::toString).toList());
        }
    }

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
                .map(Answer::of)
                .orElseGet(() -> new Answer(null, Map.of(), List.of(), List.of(NO_SERVICE)));
    }
}
