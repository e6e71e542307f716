package io.maskwire.declaration;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the text of a declaration comes from. Nothing is read before {@link Declarations} is asked to. Immutable and
 * safe for use by many threads.
 */
public final class DeclarationSource {

    private final Origin origin;

    private DeclarationSource(Origin origin) {
        this.origin = origin;
    }

    /**
     * A file. It may include files beside it and, as {@code classpath:NAME}, resources of this library's class loader.
     */
    public static DeclarationSource file(Path file) {
        return file(file, ownLoader());
    }

    /** A file that may include resources of a class loader. */
    public static DeclarationSource file(Path file, ClassLoader resources) {
        return new DeclarationSource(new Origin.OfFile(Objects.requireNonNull(file, "file"), resources));
    }

    /** A resource on the class path, such as {@code maskwire.yml}. */
    public static DeclarationSource classPath(String resource, ClassLoader resources) {
        String name = resource.startsWith("/") ? resource.substring(1) : resource;
        return new DeclarationSource(new Origin.OfClassPath(name, Objects.requireNonNull(resources, "resources")));
    }

    /** A text; messages call it by the name. It may include resources of this library's class loader, and no files. */
    public static DeclarationSource text(String name, String text) {
        return new DeclarationSource(new Origin.OfText(
                Objects.requireNonNull(name, "name"), Objects.requireNonNull(text, "text"), ownLoader()));
    }

    private static ClassLoader ownLoader() {
        return Objects.requireNonNullElseGet(
                DeclarationSource.class.getClassLoader(), ClassLoader::getSystemClassLoader);
    }

    Origin origin() {
        return origin;
    }

    /** The name that messages use for it. */
    @Override
    public String toString() {
        return origin.name();
    }
}
