package io.maskwire.declaration;

import io.maskwire.policy.Audience;
import java.util.Map;

/**
 * What {@code audiences} says.
 *
 * @param services masks for services; what they see in clear stands on their edges
 * @param external masks for hosts outside, by the name of their edge
 * @param others roles, and whoever is not authenticated
 */
record Audiences(Map<ServiceName, Grants> services, Map<String, Grants> external, Map<Audience, Grants> others) {

    Grants of(ServiceName service) {
        return services.getOrDefault(service, Grants.NONE);
    }

    Grants of(External host) {
        return external.getOrDefault(host.name(), Grants.NONE);
    }
}
