package io.maskwire.declaration;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Opens the files of a declaration: its own and, each once, those it includes. */
final class Includes {

    private static final String CLASS_PATH = "classpath:";
    private static final int MOST_FILES = 64;

    private final Problems problems;
    private final Set<String> read = new HashSet<>();
    private final Deque<Origin> open = new ArrayDeque<>();

    /** For the documents of one origin. */
    Includes(Problems problems, Origin origin) {
        this.problems = problems;
        open.push(origin);
    }

    /** For the documents of one origin that need not read these files again. */
    Includes(Problems problems, Origin origin, Set<String> known) {
        this(problems, origin);
        read.addAll(known);
    }

    /** The files included so far. */
    Set<String> files() {
        return Set.copyOf(read);
    }

    /** The documents of a file that nothing includes. */
    static List<Node> documents(Origin origin, Problems problems) {
        return open(origin, new Place(origin.name(), 1, 1), problems);
    }

    /** Reads what a part includes, in the order of the list, before the part itself; whether all was there to read. */
    boolean read(Section section, Consumer<Section> reader) {
        boolean all = true;
        for (Named include : section.names("include")) {
            Optional<Origin> origin = find(include);
            all &= origin.isPresent() && read(origin.get(), include.place(), reader);
        }
        return all;
    }

    private boolean read(Origin origin, Place place, Consumer<Section> reader) {
        if (open.stream().anyMatch(above -> above.id().equals(origin.id()))) {
            problems.add(place, "this include leads back to a file that includes it", "remove one of the two includes");
            return false;
        }
        if (!read.add(origin.id())) {
            return true;
        }
        if (read.size() > MOST_FILES) {
            throw problems.and(place, "more than " + MOST_FILES + " included files", "join some of them");
        }
        open.push(origin);
        Optional<Section> section = single(open(origin, place, problems), place)
                .flatMap(root -> Section.document(root, Keys.INCLUDED, problems));
        section.ifPresent(reader);
        open.pop();
        return section.isPresent();
    }

    private Optional<Node> single(List<Node> documents, Place place) {
        if (documents.size() != 1) {
            problems.add(
                    place,
                    "the included file has " + documents.size() + " documents",
                    "an included file has one, with " + String.join(", ", Keys.INCLUDED.names()));
            return Optional.empty();
        }
        return Optional.of(documents.get(0));
    }

    private static List<Node> open(Origin origin, Place place, Problems problems) {
        problems.opened(origin.name());
        try {
            return YamlReader.documents(SourceText.of(origin.read(), origin.name(), problems), origin.name(), problems);
        } catch (IOException unreadable) {
            throw problems.and(
                    place,
                    origin.exists() ? file(origin, place) + " can't be read" : "there is no such file",
                    "check its name and the right to read it");
        }
    }

    private static String file(Origin origin, Place place) {
        return place.file().equals(origin.name()) ? "the file" : "the included file " + origin.name();
    }

    private Optional<Origin> find(Named include) {
        String name = include.name();
        boolean onClassPath = name.startsWith(CLASS_PATH);
        String relative = onClassPath ? name.substring(CLASS_PATH.length()) : name;
        if (!isRelative(relative)) {
            problems.add(
                    include.place(),
                    "an include is classpath:NAME or a path relative to this file, with / between its parts",
                    "write include: [classpath:classes.yml] or [../shared/classes.yml]");
            return Optional.empty();
        }
        Optional<Origin> found = onClassPath ? onClassPath(relative) : beside(relative);
        if (found.isEmpty()) {
            problems.add(
                    include.place(),
                    "there is no file " + Shown.file(relative) + searched(onClassPath),
                    "check its name");
        }
        return found;
    }

    private static boolean isRelative(String name) {
        return !name.isBlank()
                && Names.isSentence(name)
                && !name.startsWith("/")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0;
    }

    private Optional<Origin> beside(String relative) {
        return open.getFirst().beside(relative).filter(Origin::exists);
    }

    private Optional<Origin> onClassPath(String name) {
        Origin resource = new Origin.OfClassPath(name, open.getFirst().resources());
        return beside(name).or(() -> Optional.of(resource).filter(Origin::exists));
    }

    private String searched(boolean onClassPath) {
        boolean hasFolder = open.getFirst().beside("x").isPresent();
        String beside = hasFolder ? " beside this one" : "";
        return onClassPath ? beside + (hasFolder ? " or" : "") + " on the class path" : beside;
    }
}
