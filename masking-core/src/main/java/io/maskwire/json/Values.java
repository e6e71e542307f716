package io.maskwire.json;

import io.maskwire.policy.Classification;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.FixedForm;
import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names and scalars: which symbol a name is, and what is to stand in the place of a classified scalar. */
abstract class Values extends Tokens {

    private final Names names;
    private Symbol symbol;
    private @Nullable MaskingSession session;
    private @Nullable Output output;
    private @Nullable String characters;
    private @Nullable Place heldPlace;
    private boolean heldStays;

    Values(Names names) {
        this.names = names;
        this.symbol = names.other();
    }

    /**
     * Begins to mask.
     *
     * @param masks what values look like
     * @param to takes what is to stand in their place
     * @param text the input where it was given as characters, of which each stands as one byte in the array that is read
     */
    final void begin(MaskingSession masks, Output to, @Nullable String text) {
        session = masks;
        output = to;
        characters = text;
        utf8 = text == null;
    }

    /** Forgets all about the input. */
    final void end() {
        close();
        session = null;
        output = null;
        characters = null;
        heldPlace = null;
    }

    // Names

    /** The symbol of the last name that {@link #name} read. */
    final Symbol symbol() {
        return symbol;
    }

    /** From where a member begins to where its value does. With a classification the name is data, and may be masked. */
    final int name(int from, @Nullable Classification data) throws IOException {
        if (buf[from] != '"') {
            throw expected("a member name", from);
        }
        heldPlace = null;
        heldStays = false;
        escaped = false;
        hold(from, limits.name() + 2);
        int after = string(from + 1);
        int start = release(after) + 1;
        if (after - 1 - start > limits.name()) {
            throw nameTooLong(start);
        }
        symbol = escaped || characters != null ? unusual(start, after - 1) : names.of(buf, start, after - 1);
        if (data != null && !session().leaves(data)) {
            output().replace(buf, start - 1, after, maskedName(start, after - 1, data));
        }
        int colon = skip(after);
        if (buf[colon] != ':') {
            throw expected("a colon", colon);
        }
        return skip(colon + 1);
    }

    private Symbol unusual(int from, int to) {
        return names.of(Unescaped.of(written(from, to)));
    }

    private String maskedName(int from, int to, Classification classification) {
        String fixed = session().fixed(classification);
        return fixed == null ? maskedText(written(from, to), ValueKind.NAME, classification) : fixed;
    }

    private JsonException nameTooLong(int at) {
        return JsonException.limit("A name passes " + limits.name() + " (JsonLimits.name)", offset(at));
    }

    @Override
    final boolean heldStays() {
        return heldStays;
    }

    @Override
    final @Nullable String insteadOfHeld(int from) {
        if (heldPlace == null) {
            throw nameTooLong(from);
        }
        Classification classification = heldPlace.classification();
        return session().writesNull(classification) ? null : session().tooLong(classification);
    }

    // Scalars

    /** A number or a literal that is written as it is. */
    final int scalar(int i) throws IOException {
        return switch (buf[i]) {
            case 't' -> literal(i, Literal.TRUE);
            case 'f' -> literal(i, Literal.FALSE);
            case 'n' -> literal(i, Literal.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(i);
            default -> throw expected("a value", i);
        };
    }

    /** The same at a place where it may be masked; null stays. */
    final int touchedScalar(int i, Place place) throws IOException {
        byte c = buf[i];
        if (c == 'n' || session().leaves(place.classification())) {
            return scalar(i);
        }
        hold(i, place, false);
        return masked(scalar(i), c == 't' || c == 'f' ? ValueKind.BOOLEAN : ValueKind.NUMBER, place);
    }

    /** A string that may be masked. */
    final int classifiedString(int i, Place place) throws IOException {
        if (!readsOn()) {
            return stringAtHand(i, place.classification());
        }
        return session().leaves(place.classification())
                ? string(i + 1)
                : masked(heldString(i, place, false), ValueKind.STRING, place);
    }

    private int stringAtHand(int i, @Nullable Classification classification) throws IOException {
        escaped = false;
        int after = string(i + 1);
        FixedForm form = after - i - 2 > limits.value() ? null : session().fixedForm(classification);
        if (form != null) {
            output().replace(buf, i, after, form.counted());
        } else if (!session().leaves(classification)) {
            output().replace(buf, i, after, masked(i + 1, after - 1, ValueKind.STRING, classification));
        }
        return after;
    }

    /** A string that will be looked at whole; one that is too long for that may stay. */
    final int heldString(int i, Place place, boolean stays) throws IOException {
        hold(i, place, stays);
        escaped = false;
        return string(i + 1);
    }

    private void hold(int i, Place place, boolean stays) {
        if (readsOn()) {
            heldPlace = place;
            heldStays = stays;
        }
        hold(i, LONGEST_CHARACTER * limits.value() + 2);
    }

    private int masked(int after, ValueKind kind, Place place) throws IOException {
        int from = release(after);
        if (from >= 0) {
            int quote = kind == ValueKind.STRING ? 1 : 0;
            output().replace(buf, from, after, masked(from + quote, after - quote, kind, place.classification()));
        }
        return after;
    }

    /** What stands instead; null for JSON's null. */
    final @Nullable String masked(int from, int to, ValueKind kind, @Nullable Classification classification) {
        if (session().writesNull(classification)) {
            return null;
        }
        int length = to - from;
        if (length > LONGEST_CHARACTER * limits.value()) {
            return session().tooLong(classification);
        }
        String fixed = length > limits.value() ? null : session().fixed(classification);
        return fixed == null ? maskedText(written(from, to), kind, classification) : fixed;
    }

    private String maskedText(String written, ValueKind kind, @Nullable Classification classification) {
        String original =
                escaped && (kind == ValueKind.STRING || kind == ValueKind.NAME) ? Unescaped.of(written) : written;
        if (original.length() > limits.value()) {
            return session().tooLong(classification);
        }
        boolean mayBeHalf = escaped || characters != null;
        return mayBeHalf && !Unescaped.isWellFormed(original)
                ? session().unmaskable(classification)
                : session().mask(classification, original, kind);
    }

    /** What a string says; {@link #escaped} tells of the last one. */
    final String text(int from, int to) {
        String written = written(from, to);
        return escaped ? Unescaped.of(written) : written;
    }

    private String written(int from, int to) {
        return characters == null
                ? new String(buf, from, to - from, StandardCharsets.UTF_8)
                : characters.substring(from, to);
    }

    final MaskingSession session() {
        return Objects.requireNonNull(session, "begin() comes first");
    }

    final Output output() {
        return Objects.requireNonNull(output, "begin() comes first");
    }
}
