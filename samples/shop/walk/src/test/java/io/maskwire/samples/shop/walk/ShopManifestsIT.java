package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopManifestsIT {

    private static final Path SHOP = Path.of(System.getProperty("shop")).normalize();

    @TempDir
    Path temporary;

    @Test
    void theCommittedManifestsEqualAFreshGeneration() throws IOException {
        Path fresh = temporary.resolve("k8s");
        ShopManifests.write(ShopManifests.generate(SHOP), fresh);

        assertThat(files(SHOP.resolve("k8s")))
                .as("samples/shop/k8s; samples/shop/run writes it anew")
                .isEqualTo(files(fresh));
    }

    @Test
    void theCommandWritesTheSameFromTheFolder() throws IOException, InterruptedException {
        Path fresh = temporary.resolve("k8s");
        Path log = temporary.resolve("log");
        Path jar = SHOP.resolve("../../masking-cli/target/maskwire.jar");
        Process maskwire = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "netpol",
                        "generate",
                        SHOP.toString(),
                        "--out",
                        fresh.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(maskwire.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(maskwire.exitValue()).as(Files.readString(log)).isZero();
        assertThat(files(fresh)).isEqualTo(files(SHOP.resolve("k8s")));
    }

    @Test
    void theDeclarationsAgreeWithEachOther() {
        assertThat(ShopManifests.generate(SHOP).findings()).isEmpty();
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
