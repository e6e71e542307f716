package io.maskwire.networkpolicy;

import java.util.Locale;

/**
 * Which kind of policy is written. Only {@link #CORE} is the whole promise: the others are checked against the fields of
 * their custom resources, and each file says that no cluster has run it.
 */
public enum Profile {
    /** {@code networking.k8s.io/v1}, which every network plugin that enforces policies understands. */
    CORE("networking.k8s.io/v1", "NetworkPolicy"),

    /**
     * {@code cilium.io/v2}: hosts outside by their names, through Cilium's DNS proxy; the API server and the nodes as
     * entities, since Cilium's address blocks don't match them.
     */
    CILIUM("cilium.io/v2", "CiliumNetworkPolicy"),

    /** The same, without denying anything yet: what a policy doesn't allow is still let through. */
    CILIUM_STAGED("cilium.io/v2", "CiliumNetworkPolicy"),

    /** {@code projectcalico.org/v3}: the policies of {@link #CORE} as Calico's preview, which enforces nothing. */
    CALICO_STAGED("projectcalico.org/v3", "StagedKubernetesNetworkPolicy");

    private final String apiVersion;
    private final String kind;

    Profile(String apiVersion, String kind) {
        this.apiVersion = apiVersion;
        this.kind = kind;
    }

    /**
     * The one of a word: {@code core}, {@code cilium}, {@code cilium-staged} or {@code calico-staged}.
     *
     * @throws IllegalArgumentException if it is another; says which ones there are
     */
    public static Profile of(String word) {
        for (Profile profile : values()) {
            if (profile.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return profile;
            }
        }
        throw new IllegalArgumentException("write core, cilium, cilium-staged or calico-staged");
    }

    String apiVersion() {
        return apiVersion;
    }

    String kind() {
        return kind;
    }

    boolean isCilium() {
        return this == CILIUM || this == CILIUM_STAGED;
    }

    /** Whether a namespace's default deny means anything where nothing is denied yet. */
    boolean hasDefaultDeny() {
        return this != CILIUM_STAGED;
    }
}
