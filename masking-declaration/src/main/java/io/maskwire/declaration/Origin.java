package io.maskwire.declaration;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A place to read from, and to find included files from. */
sealed interface Origin {

    /** How messages call it. */
    String name();

    /** The same for the same place, however it was reached. */
    String id();

    /** Its bytes; reading stops behind the limit, which is how a larger file is seen. */
    byte[] read() throws IOException;

    /** The class loader of its {@code classpath:} includes. */
    ClassLoader resources();

    /** Another one beside it, which may not exist; empty where there is no beside. */
    Optional<Origin> beside(String relative);

    /** Whether there is something to read. */
    boolean exists();

    private static byte[] limited(InputStream in) throws IOException {
        return in.readNBytes(SourceText.MOST_BYTES + 1);
    }

    /** A file. */
    record OfFile(Path path, ClassLoader resources) implements Origin {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public String id() {
            try {
                return path.toRealPath().toString();
            } catch (IOException missing) {
                return path.toAbsolutePath().toString();
            }
        }

        @Override
        public byte[] read() throws IOException {
            try (InputStream in = Files.newInputStream(path)) {
                return limited(in);
            }
        }

        @Override
        public Optional<Origin> beside(String relative) {
            try {
                return Optional.of(new OfFile(path.resolveSibling(relative), resources));
            } catch (InvalidPathException noPathHere) {
                return Optional.empty();
            }
        }

        @Override
        public boolean exists() {
            return Files.isRegularFile(path);
        }
    }

    /** A resource of a class loader. */
    record OfClassPath(String resource, ClassLoader resources) implements Origin {

        @Override
        public String name() {
            return "classpath:" + resource;
        }

        @Override
        public String id() {
            return name();
        }

        @Override
        public byte[] read() throws IOException {
            try (InputStream in = resources.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new FileNotFoundException(resource);
                }
                return limited(in);
            }
        }

        /** Empty if the relative name leads out of the class path. */
        @Override
        public Optional<Origin> beside(String relative) {
            Deque<String> steps = new ArrayDeque<>();
            String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
            for (String step : (folder + relative).split("/", -1)) {
                if (step.equals("..") && steps.pollLast() == null) {
                    return Optional.empty();
                } else if (!step.equals("..") && !step.equals(".") && !step.isEmpty()) {
                    steps.addLast(step);
                }
            }
            return Optional.of(new OfClassPath(String.join("/", steps), resources));
        }

        @Override
        public boolean exists() {
            return resources.getResource(resource) != null;
        }
    }

    /** A text without a place of its own. */
    record OfText(String name, String text, ClassLoader resources) implements Origin {

        @Override
        public String id() {
            return "text:" + name;
        }

        @Override
        public byte[] read() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Origin> beside(String relative) {
            return Optional.empty();
        }

        @Override
        public boolean exists() {
            return true;
        }
    }
}
