package io.maskwire.networkpolicy;

import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import io.maskwire.networkpolicy.manifest.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Generated policies as a cluster gives them back: with what a server and the tools that apply them add. */
public final class Exports {

    /** What applied the policies. */
    public enum By {
        KUBECTL(
                "",
                "    kubectl.kubernetes.io/last-applied-configuration: |\n"
                        + "      {\"apiVersion\":\"networking.k8s.io/v1\",\"kind\":\"NetworkPolicy\"}\n"),
        HELM(
                "    app.kubernetes.io/managed-by: Helm\n    helm.sh/chart: shop-1.2.3\n",
                "    meta.helm.sh/release-name: shop\n    meta.helm.sh/release-namespace: shop\n"),
        ARGO_CD(
                "    argocd.argoproj.io/instance: shop\n",
                "    argocd.argoproj.io/tracking-id: shop:networking.k8s.io/NetworkPolicy:shop/x\n"),
        FLUX(
                "    kustomize.toolkit.fluxcd.io/name: shop\n    kustomize.toolkit.fluxcd.io/namespace: flux-system\n",
                "    kustomize.toolkit.fluxcd.io/ssa: Merge\n");

        private final String labels;
        private final String annotations;

        By(String labels, String annotations) {
            this.labels = labels;
            this.annotations = annotations;
        }
    }

    private static final String OF_THE_SERVER = """
              creationTimestamp: "2026-01-02T03:04:05Z"
              generation: 3
              managedFields:
                - apiVersion: networking.k8s.io/v1
                  fieldsType: FieldsV1
                  fieldsV1: {"f:spec": {"f:podSelector": {}, "f:policyTypes": {}}}
                  manager: applier
                  operation: Apply
              resourceVersion: "4711"
              uid: 0b5c41a2-0000-4000-8000-000000000000
            """;

    private Exports() {}

    /** An export of all policies as one list. */
    public static String list(Map<String, String> files, By by) {
        return "apiVersion: v1\nitems:\n"
                + files.entrySet().stream()
                        .filter(file -> file.getKey().endsWith(".yaml"))
                        .map(file -> item(decorated(file.getValue(), by)))
                        .collect(Collectors.joining())
                + "kind: List\nmetadata:\n  resourceVersion: \"\"\n";
    }

    private static String decorated(String policy, By by) {
        String annotated = policy.contains("  annotations:\n")
                ? policy.replace("  annotations:\n", "  annotations:\n" + by.annotations)
                : policy.replace("  labels:\n", "  annotations:\n" + by.annotations + "  labels:\n");
        return annotated
                        .replace("metadata:\n", "metadata:\n" + OF_THE_SERVER)
                        .replace("  labels:\n    maskwire", "  labels:\n" + by.labels + "    maskwire")
                + "status: {}\n";
    }

    private static String item(String policy) {
        String indented = policy.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        return "  -" + indented.substring(3);
    }

    /** The manifests among some files. */
    public static Resources read(Map<String, String> files) {
        List<ManifestSource> sources = new ArrayList<>();
        files.forEach((file, text) -> {
            if (file.endsWith(".yaml")) {
                sources.add(ManifestSource.text(file, text));
            }
        });
        return ManifestReader.read(sources);
    }
}
