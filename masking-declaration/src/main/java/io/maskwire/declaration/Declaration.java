package io.maskwire.declaration;

import io.maskwire.policy.MaskingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one {@code maskwire.yml} says. Immutable; maps are sorted by name.
 *
 * @param service the service; empty in a file that only masks
 * @param classes the data classes with who may ever see them in clear
 * @param policy the masking policy, with an audience for each end of each edge
 * @param identity how callers are known
 * @param serves the ports served, by name
 * @param calls the calls made, by name
 * @param external the calls to hosts outside, by name
 * @param callsDeclared whether {@code calls} or {@code external} stand in the file, even if empty: from then on requests
 *     are governed
 * @param uses the platform peers called, each with the place that names it
 * @param publishes the topics written to, by name
 * @param consumes the topics read, by name
 * @param accepts the findings of checks that are known and fine, in the order of the file
 */
public record Declaration(
        Optional<Service> service,
        Map<String, DataClass> classes,
        MaskingPolicy policy,
        Identity identity,
        Map<String, ServedPort> serves,
        Map<String, Call> calls,
        Map<String, External> external,
        boolean callsDeclared,
        Map<String, Place> uses,
        Map<String, Publication> publishes,
        Map<String, Consumption> consumes,
        List<Acceptance> accepts) {

    /** A declaration that has nothing to do with platform peers and topics, and accepts no finding. */
    public Declaration(
            Optional<Service> service,
            Map<String, DataClass> classes,
            MaskingPolicy policy,
            Identity identity,
            Map<String, ServedPort> serves,
            Map<String, Call> calls,
            Map<String, External> external,
            boolean callsDeclared) {
        this(
                service,
                classes,
                policy,
                identity,
                serves,
                calls,
                external,
                callsDeclared,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
    }

    /**
     * A data class as declared.
     *
     * @param only the audiences that may ever see it in clear, such as {@code pay/payments} and {@code role:fraud-desk};
     *     empty optional: no limit
     * @param place where it was declared
     */
    public record DataClass(Optional<Set<String>> only, Place place) {}
}
