package io.maskwire.declaration;

import io.maskwire.policy.HashMask;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.RedactMask;
import io.maskwire.policy.RedactStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a mask and its options, with the names and defaults that code and annotations use. */
final class MaskReader {

    /** The masks and their options. */
    static final Map<String, List<String>> OPTIONS = options();

    private static final int LONGEST_KEPT = 1024;

    private final Problems problems;

    MaskReader(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, List<String>> options() {
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("erase", List.of());
        options.put("redact", List.of("style", "keep-first", "keep-last", "separators"));
        options.put("hash", List.of("domain", "normalize"));
        options.put("clear", List.of());
        return options;
    }

    /** Whether any part of a mask is written. */
    static boolean isWritten(Section section) {
        return Keys.MASK.names().stream().anyMatch(section::has);
    }

    /** The mask of a part, if it has one that can be read. */
    Optional<Mask> read(Section section) {
        section.require("mask", "add mask: erase, redact or hash");
        return section.text("mask").flatMap(name -> named(section, name));
    }

    private Optional<Mask> named(Section section, Named name) {
        List<String> options = OPTIONS.get(name.name());
        if (options == null) {
            problems.add(
                    name.place(),
                    section.path("mask") + " is no mask",
                    "known masks are " + String.join(", ", OPTIONS.keySet()));
            return Optional.empty();
        }
        String known = options.isEmpty() ? "it has no options" : "its options are " + String.join(", ", options);
        Keys.MASK.names().stream()
                .filter(key -> !key.equals("mask") && !options.contains(key))
                .forEach(key -> section.refuse(key, "is no option of the mask " + name.name(), "remove it; " + known));
        return switch (name.name()) {
            case "erase" -> Optional.of(Masks.erase());
            case "clear" -> Optional.of(Masks.clear());
            case "hash" -> Optional.of(hash(section));
            default -> Optional.of(redact(section));
        };
    }

    private Mask redact(Section section) {
        Optional<RedactStyle> style = section.choice("style", RedactStyle.class);
        boolean keeps = section.has("keep-first") || section.has("keep-last");
        if (section.has("style")) {
            for (String other : List.of("keep-first", "keep-last", "separators")) {
                section.refuse(other, "can't stand beside style, which says all", "remove one of the two");
            }
        } else if (!keeps) {
            section.refuse(
                    "separators", "has no meaning without keep-first or keep-last", "add one of them or remove it");
        }
        RedactMask mask = Masks.redact();
        return style.map(mask::style).orElseGet(() -> section.has("style") ? mask : kept(section, mask));
    }

    private static RedactMask kept(Section section, RedactMask mask) {
        int first = count(section, "keep-first");
        int last = count(section, "keep-last");
        RedactMask keeping = first > 0 ? mask.keepFirst(first) : mask;
        keeping = last > 0 ? keeping.keepLast(last) : keeping;
        Optional<Named> separators = section.value("separators").flatMap(Value::characters);
        return separators.map(Named::name).map(keeping::separators).orElse(keeping);
    }

    private static int count(Section section, String key) {
        String remedy = "write " + key + ": 4, for example";
        return section.value(key)
                .map(value -> value.number(LONGEST_KEPT, remedy))
                .orElse(OptionalInt.empty())
                .orElse(0);
    }

    private static Mask hash(Section section) {
        Optional<Named> domain = section.word("domain", "name it like a data class, such as email");
        HashMask mask = domain.map(name -> Masks.hash(name.name())).orElseGet(Masks::hash);
        return mask.normalize(section.choice("normalize", Normalizer.class).orElse(Normalizer.NONE));
    }
}
