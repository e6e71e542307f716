package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.policy.Inventory;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The digests of the data classes, once for a fleet: what a class's mask is may change without changing any policy
 * file, but never without changing this one.
 *
 * <p>A class that services define differently has one line for each definition. The digest is SHA-256 over the UTF-8
 * lines {@code maskwire-class 1}, the class, its mask as code, and who may ever see it in clear.
 */
final class ClassLock {

    private static final String VERSION = "maskwire-class 1";

    private record Definition(String dataClass, String digest) implements Comparable<Definition> {

        @Override
        public int compareTo(Definition other) {
            int byClass = dataClass.compareTo(other.dataClass);
            return byClass == 0 ? digest.compareTo(other.digest) : byClass;
        }
    }

    private ClassLock() {}

    static String text(String fleet, Services services) {
        SortedMap<Definition, SortedSet<String>> definitions = new TreeMap<>();
        for (Declaration declaration : services.declarations()) {
            String service = Services.service(declaration).name().toString();
            declaration.policy().inventory().classes().stream()
                    .map(ClassLock::definition)
                    .forEach(definition -> definitions
                            .computeIfAbsent(definition, any -> new TreeSet<>())
                            .add(service));
        }
        List<String> lines =
                definitions.entrySet().stream().map(ClassLock::line).toList();
        return head(fleet) + (lines.isEmpty() ? "]\n}\n" : "\n" + String.join(",\n", lines) + "\n  ]\n}\n");
    }

    /** How a lock file of a fleet begins: by this a file is known as ours. */
    static String head(String fleet) {
        return "{\n  \"maskwire-lock\": 1,\n  \"fleet\": " + Json.text(fleet) + ",\n  \"classes\": [";
    }

    private static Definition definition(Inventory.Entry entry) {
        String only = entry.only().map(Json::list).orElse("anybody");
        String text = String.join("\n", VERSION, Json.text(entry.name()), Json.text(entry.mask()), only, "");
        return new Definition(entry.name(), "sha256:" + Digests.sha256(text));
    }

    private static String line(Map.Entry<Definition, SortedSet<String>> entry) {
        return "    {\"class\": " + Json.text(entry.getKey().dataClass()) + ", \"digest\": "
                + Json.text(entry.getKey().digest()) + ", \"services\": " + Json.list(entry.getValue()) + "}";
    }
}
