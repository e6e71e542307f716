package io.maskwire.networkpolicy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A fleet of any size, the same for the same seed: services in fifty namespaces, each of which calls some others, and
 * two pods and a Service for each.
 */
public final class LargeFleet {

    private static final int NAMESPACES = 50;
    private static final int PODS = 2;

    private final int services;
    private final Map<Integer, SortedSet<Integer>> calls = new TreeMap<>();

    LargeFleet(int services, int callsEach, long seed) {
        this.services = services;
        Random random = new Random(seed);
        for (int caller = 0; caller < services; caller++) {
            SortedSet<Integer> called = new TreeSet<>();
            while (called.size() < callsEach) {
                called.add((caller + 1 + random.nextInt(services - 1)) % services);
            }
            calls.put(caller, called);
        }
    }

    /**
     * Writes a fleet for measuring: {@code decl/} with a declaration for each service, and {@code pods.yaml}.
     *
     * @param arguments the folder, then how many services, calls of each and the seed: 5000, 8 and 1 if left out
     */
    public static void main(String[] arguments) throws IOException {
        int services = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5000;
        int callsEach = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        LargeFleet fleet = new LargeFleet(services, callsEach, seed);
        Path folder = Path.of(arguments[0]);
        Path declarations = Files.createDirectories(folder.resolve("decl"));
        Files.writeString(declarations.resolve("fleet.yml"), "fleet: large\n");
        for (int service = 0; service < services; service++) {
            Files.writeString(declarations.resolve("s" + service + ".yml"), fleet.declaration(service));
        }
        Files.writeString(folder.resolve("pods.yaml"), fleet.pods());
    }

    private static String namespace(int service) {
        return "ns" + service % NAMESPACES;
    }

    String declaration(int service) {
        StringBuilder text =
                new StringBuilder("service: {name: s%d, namespace: %s}\nserves:\n  https: {port: 8443}\ncalls:\n"
                        .formatted(service, namespace(service)));
        calls.getOrDefault(service, new TreeSet<>())
                .forEach(called ->
                        text.append("  c%d: {to: %s/s%d, port: https}\n".formatted(called, namespace(called), called)));
        return text.toString();
    }

    List<String> declarations() {
        List<String> all = new ArrayList<>();
        for (int service = 0; service < services; service++) {
            all.add(declaration(service));
        }
        return all;
    }

    /** What has to be open between the services. */
    SortedSet<String> edges() {
        SortedSet<String> edges = new TreeSet<>();
        calls.forEach((caller, all) ->
                all.forEach(called -> edges.add(workload(caller) + " -> " + workload(called) + " 8443/TCP")));
        return edges;
    }

    private static String workload(int service) {
        return namespace(service) + "/s" + service + "[ReplicaSet]";
    }

    /** An export of the pods, of what made them, and of the Services before them. */
    String pods() {
        StringBuilder text = new StringBuilder();
        for (int service = 0; service < services; service++) {
            String metadata = "  namespace: %s\n".formatted(namespace(service));
            String labels = "    app.kubernetes.io/name: s%d\n    pod-template-hash: 5d8f7\n".formatted(service);
            text.append(
                    "apiVersion: v1\nkind: Service\nmetadata:\n  name: s%d\n%sspec:\n  selector:\n    app.kubernetes.io/name: s%d\n  ports:\n    - port: 443\n      targetPort: https\n---\n"
                            .formatted(service, metadata, service));
            text.append(
                    "apiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: s%d\n%sspec:\n  template:\n    metadata:\n      labels:\n%s    spec: {}\n---\n"
                            .formatted(service, metadata, labels.replace("    ", "        ")));
            for (int pod = 0; pod < PODS; pod++) {
                text.append(
                        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: s%d-%d\n%s  labels:\n%s  ownerReferences:\n    - {kind: ReplicaSet, name: s%d, controller: true}\nspec:\n  containers:\n    - name: app\n      ports:\n        - {name: https, containerPort: 8443}\nstatus:\n  podIPs:\n    - ip: 10.%d.%d.%d\n---\n"
                                .formatted(service, pod, metadata, labels, service, service / 250, service % 250, pod));
            }
        }
        return text.toString();
    }
}
