package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.cluster.ConnectivityDiff;
import io.maskwire.networkpolicy.manifest.ManifestFinding;
import io.maskwire.networkpolicy.manifest.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools do to policies on their way to a cluster and back changes nothing of what they mean. */
class SameMeaningTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(Exports.By.class)
    void anExportFromAClusterMeansTheSame(Exports.By by) {
        Map<String, String> files = Shop.manifests().files();
        Resources export = Exports.read(Map.of("export.yaml", Exports.list(files, by)));
        assertSame(files, export);
        assertThat(export.findings())
                .extracting(ManifestFinding::kind)
                .as("nothing but the obsolete status")
                .containsOnly(ManifestFinding.Kind.STATUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "namePrefix: live-\n",
                "labels:\n  - pairs: {app.kubernetes.io/part-of: shop}\n",
                "commonAnnotations: {example.com/owner: team-shop}\n"
            })
    void kustomizeKeepsTheMeaning(String transformation) throws Exception {
        assumeTrue(
                hasKubectl(), "kubectl isn't on the PATH (Debian: kubernetes-client), so nothing is said of kustomize");
        Map<String, String> files = Shop.manifests().files();
        StringBuilder kustomization = new StringBuilder(transformation + "resources:\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = temp.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            if (file.getKey().endsWith(".yaml")) {
                kustomization.append("  - ").append(file.getKey()).append('\n');
            }
        }
        Files.writeString(temp.resolve("kustomization.yaml"), kustomization);
        assertSame(files, Exports.read(Map.of("kustomized.yaml", kustomized())));
    }

    @Test
    void aTransformationThatBreaksPeersIsSeen() {
        Map<String, String> files = Shop.manifests().files();
        String moved = Exports.list(files, Exports.By.HELM)
                .replace("kubernetes.io/metadata.name: pay", "kubernetes.io/metadata.name: live-pay");
        ConnectivityDiff diff = ConnectivityDiff.of(
                Exports.read(files), Exports.read(Map.of("moved.yaml", moved)), AddressBlocks.PODS_TOO);
        assertThat(diff.isSame()).isFalse();
        assertThat(diff.closed())
                .anySatisfy(
                        closed -> assertThat(closed.toString())
                                .isEqualTo(
                                        "shop/{app.kubernetes.io/name=orders} -> pay/{app.kubernetes.io/name=payments} 8443/TCP"));
    }

    private static void assertSame(Map<String, String> files, Resources others) {
        Resources ours = Exports.read(files);
        assertThat(others.policies()).hasSameSizeAs(ours.policies());
        ConnectivityDiff diff = ConnectivityDiff.of(ours, others, AddressBlocks.PODS_TOO);
        assertThat(diff.opened()).isEmpty();
        assertThat(diff.closed()).isEmpty();
        assertThat(diff.unchanged()).isPositive();
    }

    private static boolean hasKubectl() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("kubectl", "version", "--client")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private String kustomized() throws Exception {
        Path out = temp.resolve("out.txt");
        Path errors = temp.resolve("errors.txt");
        Process process = new ProcessBuilder("kubectl", "kustomize", temp.toString())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(out);
    }
}
