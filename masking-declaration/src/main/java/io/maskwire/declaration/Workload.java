package io.maskwire.declaration;

import java.util.Map;

/**
 * Pods that one controller runs.
 *
 * @param name its name within the service, or empty if the service has only this one
 * @param kind what runs the pods
 * @param selector the labels of its pods, sorted, at least one
 * @param place where it was declared
 */
public record Workload(String name, Kind kind, Map<String, String> selector, Place place) {

    /** What runs pods. */
    public enum Kind {
        DEPLOYMENT,
        STATEFULSET,
        DAEMONSET,
        /** Runs to its end: calls others and serves nothing. */
        JOB,
        /** Runs to its end again and again: calls others and serves nothing. */
        CRONJOB;

        /** Whether others may connect to its pods. */
        public boolean serves() {
            return this != JOB && this != CRONJOB;
        }
    }
}
