package io.maskwire.networkpolicy;

import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Change.Kind;
import io.maskwire.networkpolicy.ManifestException.Problem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a folder should hold with what it holds. */
final class Comparison {

    private final Path folder;
    private final Manifests manifests;
    private final FolderContents before;
    private final Set<ServiceName> remove;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<Path, Inner> inners = new HashMap<>();

    Comparison(Path folder, Manifests manifests, FolderContents before, Set<ServiceName> remove) {
        this.folder = folder;
        this.manifests = manifests;
        this.before = before;
        this.remove = new TreeSet<>(remove);
    }

    /** What has to happen, in the order of the files. */
    List<Change> changes() {
        manifests.files().forEach(this::written);
        remove.forEach(this::removed);
        before.services().forEach(this::absent);
        before.namespaces().forEach(this::deserted);
        if (!problems.isEmpty()) {
            throw new ManifestException(problems.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Problem::file))
                    .toList());
        }
        changes.sort(Comparator.comparing(Change::file));
        return List.copyOf(changes);
    }

    private void written(String file, String text) {
        Optional<String> ours = before.ours(file);
        if (ours.isPresent()) {
            changes.add(new Change(ours.get().equals(text) ? Kind.UNCHANGED : Kind.CHANGED, file));
            return;
        }
        Optional<Path> obstacle = obstacle(file);
        if (obstacle.isPresent()) {
            problem(
                    obstacle.get().toString(),
                    "stands in the way and isn't a file of the fleet " + manifests.fleet(),
                    "move it away, or write to another folder");
        } else {
            changes.add(new Change(Kind.CREATED, file));
        }
    }

    /** What already stands where a file that isn't ours yet should go. */
    private Optional<Path> obstacle(String file) {
        int slash = file.indexOf('/');
        if (slash < 0) {
            return Optional.of(folder.resolve(file)).filter(Comparison::isThere);
        }
        Path inner = folder.resolve(file.substring(0, slash));
        return switch (inners.computeIfAbsent(inner, Inner::of)) {
            case ABSENT -> Optional.empty();
            case FOLDER -> Optional.of(folder.resolve(file)).filter(Comparison::isThere);
            case OTHER -> Optional.of(inner);
        };
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** What stands where the folder of a namespace should be; looked at once for all its files. */
    private enum Inner {
        ABSENT,
        FOLDER,
        OTHER;

        static Inner of(Path path) {
            if (!isThere(path)) {
                return ABSENT;
            }
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? FOLDER : OTHER;
        }
    }

    private void removed(ServiceName service) {
        String file = ManifestNames.file(service);
        List<String> files = before.services().entrySet().stream()
                .filter(entry -> entry.getValue().equals(service))
                .map(Map.Entry::getKey)
                .toList();
        if (manifests.services().contains(service)) {
            problem(
                    file,
                    "can't be removed: " + service + " is declared",
                    "leave its declaration out, or don't remove it");
        } else if (files.isEmpty()) {
            problem(
                    file,
                    "can't be removed: the folder has no policy of the fleet " + manifests.fleet() + " for " + service,
                    "correct the name NAMESPACE/NAME, or don't remove it");
        } else {
            files.forEach(one -> changes.add(new Change(Kind.REMOVED, one)));
        }
    }

    /** A file nobody needs any more, if the declaration of its service says so. */
    private void absent(String file, ServiceName service) {
        if (manifests.services().contains(service)) {
            if (!manifests.files().containsKey(file)) {
                changes.add(new Change(Kind.REMOVED, file));
            }
        } else if (!remove.contains(service)) {
            problem(
                    file,
                    "is the policy of " + service + ", which no declaration names, and absence is not removal",
                    "pass its declaration too, or remove the policy with --remove " + service);
        }
    }

    private void deserted(String namespace) {
        String file = ManifestNames.defaultDenyFile(namespace);
        if (manifests.files().containsKey(file) || hasAbsent(namespace)) {
            return;
        }
        if (isDeclared(namespace)
                || remove.stream().anyMatch(service -> service.namespace().equals(namespace))) {
            changes.add(new Change(Kind.REMOVED, file));
        } else {
            problem(
                    file,
                    "denies in the namespace " + namespace
                            + ", where no service is declared, and absence is not removal",
                    "pass the declarations of its services too, or delete this file if the namespace is gone");
        }
    }

    /** Whether declarations decide about a namespace, and decided that it denies nothing by default. */
    private boolean isDeclared(String namespace) {
        return manifests.services().stream()
                .anyMatch(service -> service.namespace().equals(namespace));
    }

    /** Whether a service is reported already whose namespace would keep its default deny. */
    private boolean hasAbsent(String namespace) {
        return before.services().values().stream()
                .filter(service -> !manifests.services().contains(service))
                .filter(service -> service.namespace().equals(namespace))
                .anyMatch(service -> !remove.contains(service));
    }

    private void problem(String file, String problem, String remedy) {
        problems.add(new Problem(file, problem, remedy));
    }
}
