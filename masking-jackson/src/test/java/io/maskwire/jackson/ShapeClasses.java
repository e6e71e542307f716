package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles families of classes, in memory. */
final class ShapeClasses extends ClassLoader {

    private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

    ShapeClasses(List<ShapeFamily> families) {
        super(ShapeClasses.class.getClassLoader());
        List<JavaFileObject> sources = families.stream()
                .flatMap(family -> family.shapes.stream()
                        .flatMap(shape -> Stream.concat(Stream.of(shape), shape.subtypes.stream()))
                        .map(shape -> source(family.packageName + "." + shape.name, family.source(shape))))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(errors, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-parameters",
                    "-classpath",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            compiler.getTask(null, new InMemory(files), errors, options, null, sources)
                    .call();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        assertThat(errors.getDiagnostics()).as("compiles").isEmpty();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("mem:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    Class<?> of(ShapeFamily family, Shape shape) {
        try {
            return loadClass(family.packageName + "." + shape.name);
        } catch (ClassNotFoundException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream code = compiled.get(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code.toByteArray(), 0, code.size());
    }

    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream code = new ByteArrayOutputStream();
                    compiled.put(name, code);
                    return code;
                }
            };
        }
    }
}
