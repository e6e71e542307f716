package io.maskwire.declaration;

import java.util.List;
import java.util.Map;

/**
 * The service a declaration is about.
 *
 * @param name its namespace and name
 * @param workloads what runs its pods, sorted by name, at least one; by default one Deployment whose pods have the label
 *     {@code app.kubernetes.io/name: NAME}
 * @param headless whether its Kubernetes Service has no address of its own, so that no port is translated
 * @param enforce in which directions its policy isolates
 * @param managed whether its policy is written at all
 * @param owner who answers for it, or empty
 * @param place where it was declared
 */
public record Service(
        ServiceName name,
        List<Workload> workloads,
        boolean headless,
        Enforce enforce,
        boolean managed,
        String owner,
        Place place) {

    /** One Deployment, isolated in both directions. */
    public Service(ServiceName name, Map<String, String> selector, String owner, Place place) {
        this(
                name,
                List.of(new Workload("", Workload.Kind.DEPLOYMENT, selector, place)),
                false,
                Enforce.BOTH,
                true,
                owner,
                place);
    }

    /** Copies the list. */
    public Service {
        workloads = List.copyOf(workloads);
    }
}
