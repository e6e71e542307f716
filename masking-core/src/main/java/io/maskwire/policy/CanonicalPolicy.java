package io.maskwire.policy;

import io.maskwire.policy.Audience.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one text of a policy: a line for each statement, sorted. */
record CanonicalPolicy(
        Map<String, Mask> classes,
        Map<String, Set<Member>> only,
        List<FieldRule> fields,
        List<FieldRule> mapKeys,
        Set<FieldPath> embedded,
        Map<Member, Map<String, Mask>> grants,
        Map<Member, Set<String>> reveals,
        Set<String> openEdges,
        Unclassified unclassified,
        WriteBack writeBack) {

    private static final String FORMAT = "maskwire-policy-1";

    String text() {
        List<String> lines = new ArrayList<>();
        classes.forEach((name, mask) -> lines.add("class " + quoted(name) + " " + of(mask)));
        only.forEach((name, members) -> lines.add("only " + quoted(name) + " " + sorted(members)));
        fields.forEach(rule -> lines.add("field " + quoted(rule.path().toString()) + " " + of(rule.classification())));
        mapKeys.forEach(rule -> lines.add("keys " + quoted(rule.path().toString()) + " " + of(rule.classification())));
        embedded.forEach(path -> lines.add("embedded " + quoted(path.toString())));
        grants.forEach((member, masks) -> {
            lines.add("audience " + quoted(member.toString()));
            masks.forEach((name, mask) ->
                    lines.add("audience " + quoted(member.toString()) + " " + quoted(name) + " " + of(mask)));
        });
        reveals.forEach((member, names) ->
                names.forEach(name -> lines.add("reveal " + quoted(member.toString()) + " " + quoted(name))));
        openEdges.forEach(edge -> lines.add("open " + quoted(edge)));
        lines.add("unclassified " + unclassified);
        if (writeBack != WriteBack.REFUSE) {
            lines.add("write-back " + writeBack);
        }
        return FORMAT + "\n" + String.join("\n", lines.stream().sorted().toList()) + "\n";
    }

    private static List<String> sorted(Collection<?> items) {
        return items.stream()
                .map(Object::toString)
                .map(CanonicalPolicy::quoted)
                .sorted()
                .toList();
    }

    private static List<String> of(Classification classification) {
        return classification.parts().stream()
                .map(part -> (part.dataClass() == null ? "-" : quoted(part.dataClass()))
                        + (part.mask() == null ? "" : " " + of(part.mask())))
                .sorted()
                .toList();
    }

    /** A mask as the code that made it; a lambda has no such form. */
    static String of(Mask mask) {
        if (mask instanceof ThenMask then) {
            return of(then.first()) + ".then(" + of(then.second()) + ")";
        }
        return mask.getClass().isSynthetic() || mask.getClass().isHidden() ? "custom" : mask.toString();
    }

    /** A name that can't run into the next one. */
    static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
