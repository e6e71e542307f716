package io.maskwire.networkpolicy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what an existing file is known: the name, namespace and fleet label of the one policy in it. Reads lines,
 * not YAML: a file that says these in another style is taken for somebody else's, and is neither changed nor removed.
 */
record PolicyMarks(String name, String namespace, String fleet) {

    private static final List<List<String>> FIRST = Arrays.stream(Profile.values())
            .map(profile -> List.of("apiVersion: " + profile.apiVersion(), "kind: " + profile.kind()))
            .toList();

    /** What a text says about itself, or nothing if it isn't exactly one policy with a fleet's label. */
    static Optional<PolicyMarks> of(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .toList();
        boolean onePolicy = lines.stream().noneMatch(PolicyMarks::separatesDocuments)
                && lines.stream().filter(line -> line.startsWith("kind:")).count() == 1
                && FIRST.stream().anyMatch(lines::containsAll);
        return onePolicy ? of(metadata(lines)) : Optional.empty();
    }

    private static Optional<PolicyMarks> of(Map<String, String> metadata) {
        String name = metadata.get("name");
        String namespace = metadata.get("namespace");
        String fleet = metadata.get("labels/" + PolicyYaml.FLEET_LABEL);
        return name == null || namespace == null || fleet == null
                ? Optional.empty()
                : Optional.of(new PolicyMarks(name, namespace, fleet));
    }

    private static boolean separatesDocuments(String line) {
        return line.startsWith("---") || line.startsWith("...");
    }

    private static Map<String, String> metadata(List<String> lines) {
        Map<String, String> found = new HashMap<>();
        int start = lines.indexOf("metadata:") + 1;
        String parent = "";
        for (int i = start; start > 0 && i < lines.size() && lines.get(i).startsWith(" "); i++) {
            String line = lines.get(i);
            boolean top = indentation(line) <= indentation(lines.get(start));
            int colon = line.indexOf(": ");
            parent = top && line.endsWith(":") ? line.strip().replace(":", "/") : top ? "" : parent;
            if (colon > 0) {
                found.put(parent + unquoted(line.substring(0, colon)), unquoted(line.substring(colon + 2)));
            }
        }
        return found;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String unquoted(String text) {
        String stripped = text.strip();
        boolean quoted = stripped.length() > 1
                && (stripped.charAt(0) == '"' || stripped.charAt(0) == '\'')
                && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
