package io.maskwire.declaration;

import io.maskwire.policy.HashMask;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.RedactMask;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.ShiftDateMask;
import io.maskwire.policy.TruncateDateMask;
import io.maskwire.policy.TruncateIpMask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a mask and its options, with the names and defaults that code and annotations use. */
final class MaskReader {

    /** The masks and their options. */
    static final Map<String, List<String>> OPTIONS = options();

    static final int LONGEST_KEPT = 1024;
    static final long LARGEST_BUCKET = 1_000_000_000_000_000L;

    private static final String NAME_A_DOMAIN = "name it like a data class, such as email";

    private final Problems problems;

    MaskReader(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, List<String>> options() {
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("erase", List.of());
        options.put("redact", List.of("style", "keep-first", "keep-last", "separators"));
        options.put("hash", List.of("domain", "normalize"));
        options.put("tokenize", List.of("domain"));
        options.put(
                "format-preserving", List.of("domain", "alphabet", "separators", "keep-first", "keep-last", "luhn"));
        options.put("constant", List.of("text"));
        options.put("nothing", List.of());
        options.put("truncate-ip", List.of("v4-bits", "v6-bits"));
        options.put("truncate-date", List.of("to"));
        options.put("shift-date", List.of("days", "domain"));
        options.put("bucket", List.of("size"));
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
                    Nearest.remedy(name.name(), OPTIONS.keySet(), "masks"));
            return Optional.empty();
        }
        String known = options.isEmpty() ? "it has no options" : "its options are " + String.join(", ", options);
        Keys.MASK.names().stream()
                .filter(key -> !key.equals("mask") && !options.contains(key))
                .forEach(key -> section.refuse(key, "is no option of the mask " + name.name(), "remove it; " + known));
        return switch (name.name()) {
            case "erase" -> Optional.of(Masks.erase());
            case "hash" -> Optional.of(hash(section));
            case "tokenize" -> Optional.of(domain(section).map(Masks::tokenize).orElseGet(Masks::tokenize));
            case "format-preserving" -> new FormatReader(problems).read(section, domain(section));
            case "constant" -> constant(section);
            case "nothing" -> Optional.of(Masks.nothing());
            case "truncate-ip" -> Optional.of(truncateIp(section));
            case "truncate-date" ->
                Optional.of(Masks.truncateDate()
                        .to(section.choice("to", TruncateDateMask.Part.class).orElse(TruncateDateMask.Part.YEAR)));
            case "shift-date" -> shiftDate(section);
            case "bucket" -> bucket(section);
            case "clear" -> Optional.of(Masks.clear());
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
        int first = section.count("keep-first", LONGEST_KEPT);
        int last = section.count("keep-last", LONGEST_KEPT);
        RedactMask keeping = first > 0 ? mask.keepFirst(first) : mask;
        keeping = last > 0 ? keeping.keepLast(last) : keeping;
        Optional<Named> separators = section.value("separators").flatMap(Value::characters);
        return separators.map(Named::name).map(keeping::separators).orElse(keeping);
    }

    private static Optional<String> domain(Section section) {
        return section.word("domain", NAME_A_DOMAIN).map(Named::name);
    }

    private static Mask hash(Section section) {
        HashMask mask = domain(section).map(Masks::hash).orElseGet(Masks::hash);
        return mask.normalize(section.choice("normalize", Normalizer.class).orElse(Normalizer.NONE));
    }

    private static Optional<Mask> constant(Section section) {
        section.require("text", "add text: \"-\", for example");
        return section.value("text").flatMap(Value::anyText).map(Named::name).map(Masks::constant);
    }

    private static Mask truncateIp(Section section) {
        int v4 = section.number("v4-bits", 1, TruncateIpMask.MOST_V4_BITS, 16).orElse(TruncateIpMask.MOST_V4_BITS);
        int v6 = section.number("v6-bits", 1, TruncateIpMask.MOST_V6_BITS, 32).orElse(TruncateIpMask.MOST_V6_BITS);
        return Masks.truncateIp().v4Bits(v4).v6Bits(v6);
    }

    private static Optional<Mask> shiftDate(Section section) {
        section.require("days", "add days: 365, for example");
        Optional<String> domain = domain(section);
        return section.number("days", ShiftDateMask.LEAST_DAYS, ShiftDateMask.MOST_DAYS, 365)
                .map(days -> domain.map(name -> Masks.shiftDate(name, days)).orElseGet(() -> Masks.shiftDate(days)));
    }

    private static Optional<Mask> bucket(Section section) {
        section.require("size", "add size: 10, for example");
        return section.value("size")
                .flatMap(value -> value.number(2, LARGEST_BUCKET, "write size: 10, for example"))
                .map(Masks::bucket);
    }
}
