package io.maskwire.networkpolicy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import io.maskwire.networkpolicy.manifest.Resources;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real Kustomize makes of our manifests; skipped where there is no {@code kubectl}. */
class KustomizeTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void kubectlIsThere() {
        boolean found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "kubectl")));
        assumeTrue(found, "kubectl is not on the PATH, so what Kustomize does is not tried");
        Fleets.files().forEach(this::put);
    }

    private void put(String file, String text) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings about what Kustomize makes of some files with some transformers. */
    private List<String> drift(Collection<String> files, String transformers) throws IOException, InterruptedException {
        put("kustomization.yaml", "resources: " + List.copyOf(files) + "\n" + transformers);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(kubectl.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(kubectl.exitValue()).as(Files.readString(err)).isZero();
        Resources made = ManifestReader.read(
                List.of(ManifestSource.text("out.yaml", Files.readString(out, StandardCharsets.UTF_8))));
        assertThat(made.policies()).hasSameSizeAs(files);
        return Fleets.texts(Drift.check(Fleets.compiled(Fleets.SHOP), Fleets.declarations(Fleets.SHOP), made));
    }

    private List<String> drift(String transformers) throws IOException, InterruptedException {
        return drift(Fleets.files().keySet(), transformers);
    }

    @Test
    void whatLeavesPoliciesAloneIsClean() throws Exception {
        assertThat(drift("commonAnnotations: {team: shop}\n"
                        + "labels: [{pairs: {team: shop}, includeSelectors: false}]\n"))
                .isEmpty();
    }

    @Test
    void aPrefixIsNamed() throws Exception {
        assertThat(drift("namePrefix: eu-\n"))
                .hasSize(5)
                .allMatch(finding -> finding.contains("as namePrefix of Kustomize makes it")
                        && finding.endsWith("[policy-transformed]"));
    }

    @Test
    void labelsInSelectorsAreNamedAndAnEmptySelectorStays() throws Exception {
        assertThat(drift("labels: [{pairs: {team: shop}, includeSelectors: true}]\n"))
                .hasSize(3)
                .allMatch(finding -> finding.contains("has team=shop in its selectors, as commonLabels of Kustomize")
                        && finding.endsWith("[policy-transformed]"));
    }

    @Test
    void aNamespaceIsNamed() throws Exception {
        List<String> findings = drift(List.of("shop/orders.yaml", "shop/customers.yaml"), "namespace: eu\n");
        assertThat(findings)
                .filteredOn(finding -> finding.endsWith("[policy-transformed]"))
                .hasSize(2)
                .allMatch(finding -> finding.contains("in the namespace eu, as namespace of Kustomize moves it"));
    }
}
