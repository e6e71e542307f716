package io.maskwire.json;

import io.maskwire.policy.Classification;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Strings that hold JSON, and those that say the name of a pair. */
abstract class SpecialValues extends Values {

    /** Masks JSON that a string holds. */
    interface Nested {

        /** The text to write instead, by what is known at its place; the marker if it is no JSON. */
        String mask(String json, Place place, MaskingSession session, int level);
    }

    private @Nullable Nested nested;
    private int level;

    SpecialValues(Names names) {
        super(names);
    }

    final void nesting(Nested how, int depth) {
        nested = how;
        level = depth;
    }

    /** A string at a place where it may be masked, or is more than a text. */
    final int touchedString(int i, Place place) throws IOException {
        Traits traits = place.traits();
        if (traits.role() == Traits.Role.NAME) {
            return pairName(i, place);
        }
        return traits.embedded() ? embedded(i, place) : classifiedString(i, place);
    }

    private int pairName(int i, Place place) throws IOException {
        boolean leaves = session().leaves(place.classification());
        int after = heldString(i, place, leaves);
        int from = release(after);
        if (from < 0) {
            pairNamed(null, after);
            return after;
        }
        String name = text(from + 1, after - 1);
        pairNamed(name.length() > limits.value() ? null : name, from);
        if (!leaves) {
            String masked = masked(from + 1, after - 1, ValueKind.STRING, place.classification());
            output().replace(buf, from, after, masked);
        }
        return after;
    }

    /** The innermost object is a pair of this name; null for a name too long to know. */
    abstract void pairNamed(@Nullable String name, int at);

    private int embedded(int i, Place place) throws IOException {
        Classification whole = place.classification();
        if (whole != null && !session().leaves(whole)) {
            return classifiedString(i, place);
        }
        int after = heldString(i, place, session().changesNothing());
        int from = release(after);
        if (from < 0 && session().changesNothing()) {
            session().tooLong(whole);
        } else if (from >= 0) {
            String json = text(from + 1, after - 1);
            String masked =
                    Objects.requireNonNull(nested, "nesting() comes first").mask(json, place, session(), level);
            if (!masked.equals(json)) {
                output().replace(buf, from, after, masked);
            }
        }
        return after;
    }
}
