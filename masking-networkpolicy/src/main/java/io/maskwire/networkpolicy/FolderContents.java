package io.maskwire.networkpolicy;

import io.maskwire.declaration.ServiceName;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What lies in an output folder already, as far as it could be ours: links and large files are nobody of ours. */
final class FolderContents {

    private static final long LARGEST_FILE = 4 << 20;

    private final String fleet;
    private final SortedMap<String, String> texts = new TreeMap<>();

    private FolderContents(String fleet) {
        this.fleet = fleet;
    }

    static FolderContents read(Path folder, String fleet) throws IOException {
        FolderContents contents = new FolderContents(fleet);
        if (Files.isDirectory(folder)) {
            contents.add(folder.resolve(ManifestNames.LOCK), ManifestNames.LOCK);
            for (Path inner : list(folder)) {
                contents.addAll(inner);
            }
        }
        return contents;
    }

    private void addAll(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path file : list(folder)) {
                add(file, folder.getFileName() + "/" + file.getFileName());
            }
        }
    }

    private void add(Path file, String name) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST_FILE) {
            try {
                texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
            } catch (CharacterCodingException notText) {
                texts.remove(name);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The text of a file of ours, or nothing. */
    Optional<String> ours(String file) {
        return Optional.ofNullable(texts.get(file)).filter(text -> isOurs(file, text));
    }

    /** The services with a policy file of ours, by file. */
    SortedMap<String, ServiceName> services() {
        SortedMap<String, ServiceName> services = new TreeMap<>();
        for (String file : texts.keySet()) {
            if (!isDefaultDeny(file)
                    && !file.equals(ManifestNames.LOCK)
                    && ours(file).isPresent()) {
                services.put(file, service(file));
            }
        }
        return services;
    }

    /** The namespaces with a default deny of ours. */
    SortedSet<String> namespaces() {
        SortedSet<String> namespaces = new TreeSet<>();
        for (String file : texts.keySet()) {
            if (isDefaultDeny(file) && ours(file).isPresent()) {
                namespaces.add(stem(file));
            }
        }
        return Collections.unmodifiableSortedSet(namespaces);
    }

    private boolean isOurs(String file, String text) {
        if (file.equals(ManifestNames.LOCK)) {
            return text.replace("\r\n", "\n").startsWith(ClassLock.head(fleet));
        }
        PolicyMarks expected = isDefaultDeny(file)
                ? new PolicyMarks(ManifestNames.defaultDeny(), stem(file), fleet)
                : new PolicyMarks(
                        ManifestNames.policy(stem(file)), service(file).namespace(), fleet);
        return PolicyMarks.of(text).equals(Optional.of(expected));
    }

    private static boolean isDefaultDeny(String file) {
        return file.startsWith(ManifestNames.DEFAULT_DENY + "/");
    }

    private static ServiceName service(String file) {
        return new ServiceName(file.substring(0, file.indexOf('/')), ManifestNames.service(stem(file)));
    }

    private static String stem(String file) {
        return ManifestNames.stem(file.substring(file.indexOf('/') + 1));
    }
}
