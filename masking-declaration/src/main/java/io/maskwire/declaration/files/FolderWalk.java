package io.maskwire.declaration.files;

import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds the declarations below a folder, and the fleet's file. Says what it leaves out that looks like one. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private static final String DECLARATION = "maskwire.yml";
    private static final Set<String> NOT_ENTERED = Set.of("target", "build", "node_modules");
    private static final Pattern SERVICE =
            Pattern.compile("(?:^|[\r\n]|\\A\u00EF\u00BB\u00BF)(?:service|\"service\"|'service')[ \\t]*:");
    private static final Pattern OF_SPRING = Pattern.compile("(?:application|bootstrap)(?:-.*)?\\.yml");
    private static final long LARGEST = 1 << 20;

    private final Path root;
    private final List<Path> looked = new ArrayList<>();

    private FolderWalk(Path root) {
        this.root = root;
    }

    /** The files, sorted. */
    static List<Path> of(Path root, Consumer<String> told) {
        FolderWalk walk = new FolderWalk(root);
        try {
            Files.walkFileTree(root, walk);
            Collections.sort(walk.looked);
            // Looked into side by side, told in their order.
            List<Look> looks = walk.looked.parallelStream().map(Look::into).toList();
            looks.forEach(look -> look.instead().ifPresent(told));
            return looks.stream().filter(Look::taken).map(Look::file).toList();
        } catch (UncheckedIOException e) {
            throw unreadable(root, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(root, e);
        }
    }

    private static DeclarationException unreadable(Path root, IOException e) {
        return DeclarationFiles.refusal(
                root.toString(),
                "can't be read (" + e.getClass().getSimpleName() + ")",
                "check that this user may read it and all below it");
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(root) || isEntered(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    private static boolean isEntered(Path folder) {
        String name = name(folder);
        return !name.startsWith(".") && !NOT_ENTERED.contains(name) && !isOfTests(folder);
    }

    private static boolean isOfTests(Path folder) {
        Path parent = folder.getParent();
        return name(folder).equals("test") && parent != null && name(parent).equals("src");
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = name(file);
        if (name.endsWith(".yml") && !OF_SPRING.matcher(name).matches() || name.equals("maskwire.yaml")) {
            looked.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** What became of a file; if it is left out and looks like a declaration, why. */
    private record Look(Path file, boolean taken, Optional<String> instead) {

        static Look into(Path file) {
            String name = name(file);
            if (name.equals(DeclarationFiles.FLEET)) {
                return new Look(file, true, Optional.empty());
            }
            if (name.equals("maskwire.yaml")) {
                return out(file, "a declaration is called " + DECLARATION);
            }
            try {
                return into(file, name.equals(DECLARATION));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** One too large to look into is left to the parser if its name is that of a declaration. */
        private static Look into(Path file, boolean named) throws IOException {
            boolean large = Files.size(file) > LARGEST;
            if (large ? named : hasService(file)) {
                return new Look(file, true, Optional.empty());
            }
            return named ? out(file, "it has no service") : new Look(file, false, Optional.empty());
        }

        private static Look out(Path file, String why) {
            return new Look(file, false, Optional.of("not read " + Place.whole(file.toString()) + ": " + why));
        }
    }

    private static boolean hasService(Path file) throws IOException {
        // Every byte is a character here: what isn't UTF-8 is for the parser to refuse.
        return SERVICE.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .find();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
