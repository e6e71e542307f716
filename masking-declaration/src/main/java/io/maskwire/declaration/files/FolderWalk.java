package io.maskwire.declaration.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the declarations below a folder, and the fleet's file. Says what it leaves out that looks like one. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private static final String DECLARATION = "maskwire.yml";
    private static final Set<String> NOT_ENTERED = Set.of("target", "build", "node_modules");
    private static final Pattern SERVICE = Pattern.compile("(?:service|\"service\"|'service')[ \\t]*:.*");
    private static final Pattern OF_SPRING = Pattern.compile("(?:application|bootstrap)(?:-.*)?\\.yml");
    private static final long LARGEST = 1 << 20;

    private final Path root;
    private final Consumer<String> told;
    private final List<Path> found = new ArrayList<>();

    private FolderWalk(Path root, Consumer<String> told) {
        this.root = root;
        this.told = told;
    }

    /** The files, sorted. */
    static List<Path> of(Path root, Consumer<String> told) {
        FolderWalk walk = new FolderWalk(root, told);
        try {
            Files.walkFileTree(root, walk);
        } catch (IOException e) {
            throw DeclarationFiles.refusal(
                    root.toString(),
                    "can't be read (" + e.getClass().getSimpleName() + ")",
                    "check that this user may read it and all below it");
        }
        Collections.sort(walk.found);
        return walk.found;
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
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = name(file);
        if (name.equals(DeclarationFiles.FLEET)) {
            found.add(file);
        } else if (name.equals(DECLARATION)) {
            addIfAboutAService(file);
        } else if (name.endsWith(".yml") && !OF_SPRING.matcher(name).matches() && hasService(file)) {
            found.add(file);
        } else if (name.equals("maskwire.yaml")) {
            told.accept("not read " + file + ": a declaration is called " + DECLARATION);
        }
        return FileVisitResult.CONTINUE;
    }

    private void addIfAboutAService(Path file) throws IOException {
        // One too large to look into is left to the parser, which says what is wrong with it.
        if (hasService(file) || Files.size(file) > LARGEST) {
            found.add(file);
        } else {
            told.accept("not read " + file + ": it has no service");
        }
    }

    private static boolean hasService(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return false;
        }
        // Every byte is a character here: what isn't UTF-8 is for the parser to refuse.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(FolderWalk::withoutMark)
                    .anyMatch(line -> SERVICE.matcher(line).matches());
        }
    }

    private static String withoutMark(String line) {
        return line.startsWith("\u00EF\u00BB\u00BF") ? line.substring(3) : line;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
