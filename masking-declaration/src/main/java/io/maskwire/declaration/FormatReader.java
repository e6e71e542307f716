package io.maskwire.declaration;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.FormatPreservingMask;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import io.maskwire.policy.PreservedFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the options of the mask {@code format-preserving}, which must fit together. */
final class FormatReader {

    /** The alphabets with a name. None of the names could be an alphabet itself: each has a character twice. */
    static final Map<String, String> ALPHABETS = alphabets();

    private final Problems problems;

    FormatReader(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, String> alphabets() {
        Map<String, String> alphabets = new LinkedHashMap<>();
        alphabets.put("digits", Alphabet.DIGITS);
        alphabets.put("alphanumeric-lower", Alphabet.ALPHANUMERIC_LOWER);
        alphabets.put("alphanumeric-upper", Alphabet.ALPHANUMERIC_UPPER);
        alphabets.put("alphanumeric-mixed", Alphabet.ALPHANUMERIC_MIXED);
        return alphabets;
    }

    /** The mask, if its options can be read and fit together. */
    Optional<Mask> read(Section section, Optional<String> domain) {
        Optional<Alphabet> written =
                section.value("alphabet").flatMap(Value::characters).flatMap(text -> alphabet(section, text));
        String separators = section.value("separators")
                .flatMap(Value::anyText)
                .map(Named::name)
                .orElse(PreservedFormat.DIGITS.separators());
        int first = section.count("keep-first", PreservedFormat.MOST_SYMBOLS);
        int last = section.count("keep-last", PreservedFormat.MOST_SYMBOLS);
        Luhn luhn = section.choice("luhn", Luhn.class).orElse(Luhn.NONE);
        Alphabet alphabet = written.orElse(PreservedFormat.DIGITS.alphabet());
        boolean readable = written.isPresent() || !section.has("alphabet");
        if (!readable || !fit(section, alphabet, separators) || !fit(section, alphabet, luhn)) {
            return Optional.empty();
        }
        FormatPreservingMask mask = domain.map(Masks::formatPreserving).orElseGet(Masks::formatPreserving);
        // Without separators any alphabet fits.
        mask = mask.separators("").alphabet(alphabet.characters()).separators(separators);
        mask = first > 0 ? mask.keepFirst(first) : mask;
        mask = last > 0 ? mask.keepLast(last) : mask;
        return Optional.of(mask.luhn(luhn));
    }

    private Optional<Alphabet> alphabet(Section section, Named text) {
        try {
            return Optional.of(Alphabet.of(ALPHABETS.getOrDefault(text.name(), text.name())));
        } catch (IllegalArgumentException quotesACharacter) {
            problems.add(
                    text.place(),
                    section.path("alphabet") + " is no alphabet: it needs 2 to 65536 different characters",
                    Nearest.of(text.name(), ALPHABETS.keySet())
                            .map(name -> "did you mean " + Shown.quoted(name) + "?")
                            .orElse("write each character once, or one of " + Shown.list(ALPHABETS.keySet())));
            return Optional.empty();
        }
    }

    private boolean fit(Section section, Alphabet alphabet, String separators) {
        boolean overlap = separators.codePoints().anyMatch(c -> alphabet.indexOf(c) >= 0);
        if (overlap) {
            problems.add(
                    section.place(section.has("separators") ? "separators" : "alphabet"),
                    section.path("alphabet") + " and the separators share a character",
                    "write separators: \"\" for none, or other ones; without the key they are space, - and .");
        }
        return !overlap;
    }

    private static boolean fit(Section section, Alphabet alphabet, Luhn luhn) {
        if (luhn == Luhn.NONE) {
            return true;
        }
        boolean digits = alphabet.characters().equals(Alphabet.DIGITS);
        section.refuse(
                "keep-last", "can't stand beside luhn, which computes the last digit anew", "remove one of the two");
        if (!digits) {
            section.refuse("luhn", "needs the alphabet digits: only they have a check digit", "remove one of the two");
        }
        return digits && !section.has("keep-last");
    }
}
