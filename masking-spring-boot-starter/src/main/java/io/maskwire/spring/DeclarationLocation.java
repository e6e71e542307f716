package io.maskwire.spring;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the declaration from where {@code masking.declaration} says. */
record DeclarationLocation(String location, ClassLoader loader) {

    private static final String CLASS_PATH = "classpath:";
    private static final String FILE = "file:";
    private static final String EXAMPLE = """
            write one, for example src/main/resources/maskwire.yml with:
                service: {name: orders, namespace: shop}
                classes:
                  email: {mask: redact, style: email}
                fields:
                  any-email: {path: "$..email", class: email}
            or let masking.declaration name the one you have""";

    /**
     * The declaration.
     *
     * @throws StartException if there is no file
     */
    Declaration read() {
        return Declarations.read(location.startsWith(CLASS_PATH) ? resource() : file());
    }

    private DeclarationSource resource() {
        String name = location.substring(CLASS_PATH.length());
        String relative = name.startsWith("/") ? name.substring(1) : name;
        if (loader.getResource(relative) == null) {
            throw missing();
        }
        return DeclarationSource.classPath(relative, loader);
    }

    private DeclarationSource file() {
        try {
            Path path = Path.of(location.startsWith(FILE) ? location.substring(FILE.length()) : location);
            if (!Files.isRegularFile(path)) {
                throw missing();
            }
            return DeclarationSource.file(path, loader);
        } catch (InvalidPathException e) {
            throw missing();
        }
    }

    private StartException missing() {
        return new StartException("There is no declaration at " + location + " (masking.declaration)", EXAMPLE);
    }
}
