package io.maskwire.networkpolicy;

import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Workload;
import io.maskwire.networkpolicy.api.ApiRules;

/** What policies and their files are called. */
final class ManifestNames {

    static final String DEFAULT_DENY = "default-deny";
    static final String LOCK = "maskwire.lock.json";
    private static final String PREFIX = "maskwire-";
    private static final String SUFFIX = ".yaml";
    private static final int DIGEST_LENGTH = 8;

    private ManifestNames() {}

    /**
     * The name of a workload's policy. Kept to a DNS label, since logs and labels repeat it; a longer name is cut and
     * ends in a digest of the whole, so that two of them stay two.
     */
    static String policy(String workload) {
        String name = PREFIX + workload;
        if (name.length() <= ApiRules.LONGEST_LABEL) {
            return name;
        }
        String digest = Digests.sha256(workload).substring(0, DIGEST_LENGTH);
        String start = name.substring(0, ApiRules.LONGEST_LABEL - DIGEST_LENGTH - 1);
        return start.replaceFirst("[-.]+$", "") + "-" + digest;
    }

    static String defaultDeny() {
        return PREFIX + DEFAULT_DENY;
    }

    /** The file of a workload's policy, relative to the output folder. */
    static String file(ServiceName service) {
        return service.namespace() + "/" + service.name() + SUFFIX;
    }

    /** The file of a namespace's default deny, relative to the output folder. */
    static String defaultDenyFile(String namespace) {
        return DEFAULT_DENY + "/" + namespace + SUFFIX;
    }

    /** The file of one of several workloads of a service. A service's name has no dot, so it is nobody else's. */
    static String file(ServiceName service, Workload workload) {
        return service.namespace() + "/" + stem(service, workload) + SUFFIX;
    }

    /** The name of a workload's policy and file without what is around it. */
    static String stem(ServiceName service, Workload workload) {
        return service.name() + (workload.name().isEmpty() ? "" : "." + workload.name());
    }

    /** The name of the service that a file's stem is about. */
    static String service(String stem) {
        int dot = stem.indexOf('.');
        return dot < 0 ? stem : stem.substring(0, dot);
    }

    /** The name of the thing a file is about, or empty for another kind of file. */
    static String stem(String fileName) {
        return fileName.endsWith(SUFFIX) ? fileName.substring(0, fileName.length() - SUFFIX.length()) : "";
    }
}
