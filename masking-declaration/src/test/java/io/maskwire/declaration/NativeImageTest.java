package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a native image must be told of this module: the one resource it reads unasked. */
class NativeImageTest {

    private static final String METADATA =
            "/META-INF/native-image/io.maskwire/masking-declaration/reachability-metadata.json";

    private static final List<String> DYNAMIC = List.of(
            "java/util/ServiceLoader",
            "forName",
            "loadClass",
            "newProxyInstance",
            "getDeclaredFields",
            "getDeclaredMethods",
            "getDeclaredConstructor",
            "getResource",
            "getResourceAsStream",
            "getBundle");

    @Test
    void theDeclarationIsInTheImage() throws IOException {
        try (InputStream in = NativeImageTest.class.getResourceAsStream(METADATA)) {
            assertThat(in).isNotNull();
            assertThat(new Load(LoadSettings.builder().build()).loadFromInputStream(in))
                    .isEqualTo(Map.of("resources", List.of(Map.of("glob", "maskwire.yml"))));
        }
    }

    @Test
    void nothingElseIsFoundByName() throws Exception {
        Path classes = Path.of(Declarations.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file -> {
                String code = code(file);
                List<String> names = DYNAMIC.stream()
                        .filter(name -> code.contains((char) name.length() + name))
                        .toList();
                if (!names.isEmpty()) {
                    found.put(file.getFileName().toString(), names);
                }
            });
        }

        assertThat(found)
                .as("a class that looks something up by name needs reachability metadata")
                .isEqualTo(Map.of("Origin$OfClassPath.class", List.of("getResource", "getResourceAsStream")));
    }

    /** With each name of the constant pool after its length. */
    private static String code(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
