package io.maskwire.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import io.maskwire.policy.Masks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Logstash's Logback encoder 8, the last for Jackson 2; from its own folder, as 9 has the same names. */
final class Logstash8 {

    private static final String DECORATOR = "net.logstash.logback.mask.MaskingJsonGeneratorDecorator";

    private Logstash8() {}

    /** Its masking generator in front of another one. */
    static UnaryOperator<JsonGenerator> masking(String name) {
        try {
            MethodHandle decorate = decorate(name);
            return generator -> {
                try {
                    return (JsonGenerator) decorate.invokeExact(generator);
                } catch (Throwable failed) {
                    throw new IllegalStateException(failed);
                }
            };
        } catch (ReflectiveOperationException | URISyntaxException failed) {
            throw new IllegalStateException(
                    "target/logstash-8 isn't there; run ./mvnw -pl masking-bench -am package", failed);
        }
    }

    private static MethodHandle decorate(String name) throws ReflectiveOperationException, URISyntaxException {
        Class<?> type = new Loader(jars()).loadClass(DECORATOR);
        Object decorator = type.getConstructor().newInstance();
        type.getMethod("setDefaultMask", String.class).invoke(decorator, Masks.MARKER);
        type.getMethod("addPath", String.class).invoke(decorator, name);
        type.getMethod("start").invoke(decorator);
        return MethodHandles.publicLookup()
                .findVirtual(type, "decorate", MethodType.methodType(JsonGenerator.class, JsonGenerator.class))
                .bindTo(decorator);
    }

    private static URL[] jars() throws URISyntaxException {
        Path classes = Path.of(Logstash8.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolveSibling("logstash-8"))) {
            for (Path file : files.toList()) {
                jars.add(file.toUri().toURL());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return jars.toArray(URL[]::new);
    }

    private static final class Loader extends URLClassLoader {

        Loader(URL[] jars) {
            super(jars, Logstash8.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith("net.logstash.") ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
