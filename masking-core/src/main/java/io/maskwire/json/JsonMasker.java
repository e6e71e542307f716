package io.maskwire.json;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Subject;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Masks JSON without building a tree: the values that the policy's paths select look as the policy says for the audience,
 * all other bytes stay as they are.
 *
 * <p><b>Gives:</b> the same masked values as every other outlet of the policy. A path that selects an object or an array
 * masks every scalar in it; null stays, and so do names, but for those the policy calls {@linkplain
 * MaskingPolicy.Builder#mapKeys(String, String) keys of maps}, which are written as often as they are though they may look
 * the same; a masked number or boolean becomes a string. All rules are one automaton: how many there are doesn't matter.
 * Escaped spellings of a name count as the name, and of members with one name all are masked.
 *
 * <p><b>Refuses:</b> whatever RFC 8259 doesn't call JSON, what is not well-formed UTF-8, and what passes the
 * {@link JsonLimits}, with a {@link JsonException} that says where. Arrays and strings are then not returned at all. Of a
 * stream, what had been written before the latest {@link #holdBack} bytes stays written, and the exception tells; what
 * was written is then no whole JSON text but the earlier ones of a form with several.
 *
 * <p><b>Unpaired surrogates</b>, which JSON allows as escapes, stay where nothing is masked; a value that has one and
 * would need its mask to read it becomes the marker.
 *
 * <p>Takes time linear in the input, and of a stream no more memory than the limits and what is held back. Immutable and
 * safe for use by many threads.
 */
public final class JsonMasker {

    /** How much of a stream's masked form is held back unless {@link #holdBack} says otherwise. */
    public static final int DEFAULT_HOLD_BACK = 1 << 18;

    private static final int MOST_HELD_BACK = 1 << 29;
    /** Of JSON in JSON; each level makes a text longer, so that honest ones have few. */
    private static final int MOST_LEVELS = 4;

    private final MaskingEngine engine;
    private final JsonRules rules;
    private final Settings settings;
    private final Scanners scanners;

    private JsonMasker(MaskingEngine engine, JsonRules rules, Settings settings) {
        this.engine = engine;
        this.rules = rules;
        this.settings = settings;
        this.scanners =
                new Scanners(rules, settings.predicts() ? new Predictor(settings.form() != JsonForm.LINES) : null);
    }

    /** For {@code Masking.json()}. */
    public static JsonMasker of(MaskingEngine engine) {
        return compiled(engine, Settings.DEFAULT);
    }

    private static JsonMasker compiled(MaskingEngine engine, Settings settings) {
        return new JsonMasker(engine, new JsonRules(engine.policy(), settings), settings);
    }

    /** The same for inputs of another form; the first is for {@link JsonForm#DOCUMENT}. */
    public JsonMasker form(JsonForm what) {
        return with(settings.with(Objects.requireNonNull(what, "what")));
    }

    /** The same with other limits. */
    public JsonMasker limits(JsonLimits what) {
        return with(settings.with(Objects.requireNonNull(what, "what")));
    }

    /**
     * The same with another length, in bytes, of what is held back of a stream. Of an input whose masked form is not
     * longer, nothing is written unless all of it is well.
     *
     * @throws IllegalArgumentException if it is negative or above 536,870,912
     */
    public JsonMasker holdBack(int bytes) {
        if (bytes < 0 || bytes > MOST_HELD_BACK) {
            throw new IllegalArgumentException("holdBack needs 0 to " + MOST_HELD_BACK + " bytes, but was " + bytes);
        }
        return with(settings.withHoldBack(bytes));
    }

    /**
     * The same for documents whose strings at a path hold JSON too, beside those of which {@linkplain
     * MaskingPolicy.Builder#embedded(String) the policy says so}: that is masked inside, by the rules of the place it is
     * at, and then escaped again. A string that holds no JSON there becomes the marker. One that is masked as a whole stays
     * so. What is meant is the string at the path itself: those of an array need {@code $.texts[*]}.
     *
     * @throws IllegalArgumentException with the position of what can't be read in the path
     */
    public JsonMasker embedded(String path) {
        return compiled(engine, settings.withEmbedded(FieldPath.parse(path)));
    }

    /**
     * The same for documents whose objects at a path hold a member as a pair: with {@code pairs("$.headers[*]", "name",
     * "value")} the value of <code>{"name": "email", "value": …}</code> is masked as that of <code>{"email": …}</code> would
     * be. A value before its name is erased, and so is one whose name is longer than a value may be; a second name after
     * the value is refused.
     *
     * @throws IllegalArgumentException with the position of what can't be read in the path
     */
    public JsonMasker pairs(String path, String name, String value) {
        return compiled(engine, settings.withPair(new PairRule(FieldPath.parse(path), name, value)));
    }

    /** The same with another length of the part of a stream that is at hand. */
    JsonMasker window(int length) {
        return with(settings.withWindow(length));
    }

    /** The same without guessing. */
    JsonMasker withoutPrediction() {
        return with(settings.withoutPrediction());
    }

    private JsonMasker with(Settings other) {
        return new JsonMasker(engine, rules, other);
    }

    /**
     * The input as the audience may see it, in a new array.
     *
     * @param json UTF-8, with or without a byte order mark
     * @throws JsonException if the input can't be masked
     */
    public byte[] mask(byte[] json, Audience audience) {
        return mask(json, engine.open(Outlet.JSON, audience));
    }

    /** The same for an input about one subject, whom masks such as {@link Masks#shiftDate} need to know. */
    public byte[] mask(byte[] json, Audience audience, Subject subject) {
        return mask(json, engine.open(Outlet.JSON, audience, Objects.requireNonNull(subject, "subject")));
    }

    /** The same with a session of this engine; for adapters. */
    public byte[] mask(byte[] json, MaskingSession session) {
        if (settings.form() != JsonForm.EVENTS) {
            return texts(json, session, settings.form());
        }
        ByteArrayOutputStream masked = new ByteArrayOutputStream(json.length);
        try {
            events(new ByteArrayInputStream(json), masked, session);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return masked.toByteArray();
    }

    private byte[] texts(byte[] json, MaskingSession session, JsonForm form) {
        Workplace workplace = scanners.take();
        try {
            ByteEdits edits = workplace.bytes;
            Scanner scanner = scanner(workplace, form);
            scanner.begin(session, edits, null);
            scanner.open(json);
            new Texts(scanner, rules.root(), edits).read(scanner.start(), form);
            return edits.applyTo(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            scanners.give(workplace);
        }
    }

    /**
     * The input as the audience may see it.
     *
     * @throws JsonException if the input can't be masked; its offset counts characters
     */
    public String mask(String json, Audience audience) {
        return mask(json, engine.open(Outlet.JSON, audience));
    }

    /** The same for an input about one subject, whom masks such as {@link Masks#shiftDate} need to know. */
    public String mask(String json, Audience audience, Subject subject) {
        return mask(json, engine.open(Outlet.JSON, audience, Objects.requireNonNull(subject, "subject")));
    }

    /** The same with a session of this engine; for adapters. */
    public String mask(String json, MaskingSession session) {
        if (settings.form() == JsonForm.EVENTS) {
            return new String(mask(Utf8.of(json), session), StandardCharsets.UTF_8);
        }
        return texts(json, session, settings.form(), rules.root(), 0);
    }

    private String texts(String json, MaskingSession session, JsonForm form, Place root, int level) {
        Workplace workplace = scanners.take();
        try {
            TextEdits edits = workplace.text;
            byte[] bytes = Projection.of(json);
            Scanner scanner = scanner(workplace, form);
            scanner.nesting(this::nested, level);
            scanner.begin(session, edits, json);
            scanner.open(bytes);
            int start = json.startsWith("\ufeff") ? 1 : 0;
            new Texts(scanner, root, edits).read(start, form);
            return edits.applyTo(json, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            scanners.give(workplace);
        }
    }

    /**
     * What to write for a string that holds JSON, at a place of a larger document that an adapter writes: the same as if
     * this masker had met the string there, and not been told to mask it as a whole. Rules and what is known about the
     * string hold in its JSON too, an absolute path from the root of the larger document on. A string that holds no JSON
     * becomes the marker.
     *
     * @param json what the string says
     * @param place where the string is
     * @param known what is known about the string, by rules or otherwise; null for nothing
     */
    public String maskEmbedded(
            String json, FieldPath.Location place, @Nullable Classification known, MaskingSession session) {
        return nested(json, rules.at(place, known), session, 0);
    }

    private String nested(String json, Place place, MaskingSession session, int level) {
        String masked = readable(json, place, session, level);
        return session.changesNothing() ? json : masked;
    }

    private String readable(String json, Place place, MaskingSession session, int level) {
        if (json.length() > settings.limits().value()) {
            return session.tooLong(place.classification());
        }
        if (level == MOST_LEVELS) {
            return session.unmaskable(place.classification());
        }
        try {
            return texts(json, session, JsonForm.DOCUMENT, place, level + 1);
        } catch (JsonException invalid) {
            // What can't be read can't be masked; its offset would mean nothing to whoever sees the outer text.
            return session.unmaskable(place.classification());
        }
    }

    /**
     * Writes the input as the audience may see it, and flushes; closes neither stream.
     *
     * @throws JsonException if the input can't be masked; what was written must then not pass for the whole: let the
     *     connection break, remove the file
     * @throws IOException if reading or writing fails
     */
    public void mask(InputStream json, OutputStream masked, Audience audience) throws IOException {
        mask(json, masked, engine.open(Outlet.JSON, audience));
    }

    /** The same for an input about one subject, whom masks such as {@link Masks#shiftDate} need to know. */
    public void mask(InputStream json, OutputStream masked, Audience audience, Subject subject) throws IOException {
        mask(json, masked, engine.open(Outlet.JSON, audience, Objects.requireNonNull(subject, "subject")));
    }

    /** The same with a session of this engine; for adapters. */
    public void mask(InputStream json, OutputStream masked, MaskingSession session) throws IOException {
        if (settings.form() == JsonForm.EVENTS) {
            events(json, masked, session);
        } else {
            texts(json, masked, session);
        }
    }

    private void texts(InputStream json, OutputStream masked, MaskingSession session) throws IOException {
        Workplace workplace = scanners.take();
        StreamOutput output = new StreamOutput(masked, settings.holdBack(), workplace.room());
        try {
            Scanner scanner = scanner(workplace, settings.form());
            scanner.begin(session, output, null);
            scanner.open(json, output, workplace.window(settings.window()));
            new Texts(scanner, rules.root(), output).read(scanner.start(), settings.form());
            output.copy(scanner.buf, scanner.end);
            output.finish();
        } finally {
            workplace.keepRoom(output);
            scanners.give(workplace);
        }
    }

    private void events(InputStream json, OutputStream masked, MaskingSession session) throws IOException {
        new Events(json, masked, settings.limits(), text -> event(text, session)).mask();
    }

    private byte @Nullable [] event(byte[] json, MaskingSession session) {
        try {
            return texts(json, session, JsonForm.DOCUMENT);
        } catch (JsonException invalid) {
            session.unmaskable(null);
            return session.changesNothing() ? json : null;
        }
    }

    private Scanner scanner(Workplace workplace, JsonForm form) {
        Scanner scanner = workplace.scanner;
        scanner.limits = settings.limits();
        scanner.oneLine = form == JsonForm.LINES;
        scanner.nesting(this::nested, 0);
        return scanner;
    }

    /** Says the form and the limits. */
    @Override
    public String toString() {
        return "JsonMasker[" + settings.form() + ", " + settings.limits() + ", holdBack=" + settings.holdBack() + "]";
    }
}
