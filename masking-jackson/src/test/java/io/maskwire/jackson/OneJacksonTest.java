package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application has one Jackson; the other one is not missed. */
class OneJacksonTest {

    private static final String CLASSES_OF_2 = "com.fasterxml.jackson.databind.ObjectMapper";
    private static final String CLASSES_OF_3 = "tools.jackson.databind.ObjectMapper";

    public record Person(String id, @Sensitive("secret") String secret) {}

    private static final Person PERSON = new Person("p-1", "tango");

    private static Masking masking() {
        return Masking.of(MaskingPolicy.builder()
                .dataClass("secret", Masks.erase())
                .field("$..id", "secret")
                .build());
    }

    /** Runs where there is no other Jackson. */
    static final class With2 implements Callable<String> {
        @Override
        public String call() throws Exception {
            return com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(Jackson2MaskingModule.of(masking()))
                    .build()
                    .writeValueAsString(PERSON);
        }
    }

    /** Runs where there is no other Jackson. */
    static final class With3 implements Callable<String> {
        @Override
        public String call() {
            return tools.jackson.databind.json.JsonMapper.builder()
                    .addModule(MaskingModule.of(masking()))
                    .build()
                    .writeValueAsString(PERSON);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void oneVersionAloneMasks(int version) throws Exception {
        try (URLClassLoader alone = alone(version)) {
            var constructor = Class.forName(OneJacksonTest.class.getName() + "$With" + version, true, alone)
                    .getDeclaredConstructor();
            constructor.setAccessible(true);

            assertThat(((Callable<?>) constructor.newInstance()).call())
                    .isEqualTo("{\"id\":\"[masked]\",\"secret\":\"[masked]\"}");
            assertThatThrownBy(() -> alone.loadClass(version == 2 ? CLASSES_OF_3 : CLASSES_OF_2))
                    .as("the other version is out of reach")
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    /** The class path of the tests without one of the versions; their annotations are the same. */
    private static URLClassLoader alone(int version) throws Exception {
        String other = version == 2 ? "tools" : "fasterxml";
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            boolean ofOther = entry.contains(File.separator + other + File.separator + "jackson" + File.separator);
            if (!ofOther || entry.contains("jackson-annotations")) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
