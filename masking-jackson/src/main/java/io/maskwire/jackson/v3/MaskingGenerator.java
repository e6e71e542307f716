package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.HandWritten;
import io.maskwire.jackson.scope.MaskedKeys;
import io.maskwire.jackson.scope.MaskedNames;
import io.maskwire.jackson.scope.Originals;
import io.maskwire.jackson.scope.PathScopes;
import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.ValueKind;
import io.maskwire.scan.ClassScan;
import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * Writes masked text in the place of every scalar that a scope or a path rule covers, and everything else as it comes:
 * structure, names, null, type ids.
 *
 * <p>One generator serves a whole document: entering and leaving a scope allocates nothing.
 */
final class MaskingGenerator extends JsonGeneratorDelegate {

    /** What held before a scope was entered. */
    record Outer(
            @Nullable Classification values,
            @Nullable MaskedKeys<TokenStreamContext> keys,
            @Nullable HandWritten<TokenStreamContext> handWritten) {}

    private final Document document;
    private final boolean masksUnclassified;
    private final @Nullable PathScopes<TokenStreamContext> paths;
    private @Nullable MaskedNames<TokenStreamContext> maskedNames;
    private @Nullable Classification values;
    private @Nullable Classification names;
    private @Nullable MaskedKeys<TokenStreamContext> keys;
    private @Nullable HandWritten<TokenStreamContext> handWritten;

    MaskingGenerator(JsonGenerator target, Document document, boolean tracksPlaces) {
        // Not delegating copies: what is copied comes back through the methods below.
        super(target, false);
        this.document = document;
        this.masksUnclassified = tracksPlaces && document.masksUnclassified();
        this.paths = tracksPlaces
                ? new PathScopes<>(StreamContexts.ALL, document.paths(), target.streamWriteContext())
                : null;
    }

    Document document() {
        return document;
    }

    /** What a serializer must write to so that it passes this generator: itself, or another in front of it. */
    JsonGenerator inFrontOf(JsonGenerator g) {
        return g == delegate ? this : g;
    }

    /** Adds a classification for all that follows; {@link #leave(Classification)} takes what this returns. */
    @Nullable
    Classification enter(@Nullable Classification classification) {
        Classification before = values;
        values = Classification.both(before, classification);
        return before;
    }

    void leave(@Nullable Classification before) {
        values = before;
    }

    /** Enters a scope; with the name of the property if Jackson is still to write that. */
    Outer enter(Scope scope, @Nullable String property) {
        Outer before = new Outer(values, keys, handWritten);
        if (scope.names() != null) {
            keys = new MaskedKeys<>(
                    StreamContexts.ALL, scope.names(), scope.outerNamesOnly(), delegate.streamWriteContext(), property);
        }
        if (scope.handWritten() != null) {
            enterHandWritten(scope.handWritten(), property);
        }
        values = Classification.both(values, scope.values());
        return before;
    }

    private void enterHandWritten(ClassScan scan, @Nullable String property) {
        TokenStreamContext context = delegate.streamWriteContext();
        ClassScan known = scan;
        if (handWritten != null && handWritten.isAtStart(context)) {
            // The same value: of the class it was declared for, and of the class it is.
            known = scan.and(handWritten.scan());
        } else {
            values = annotated();
        }
        handWritten = new HandWritten<>(StreamContexts.ALL, known, context, property);
    }

    void leave(Outer before) {
        values = before.values();
        keys = before.keys();
        handWritten = before.handWritten();
    }

    @Nullable
    Classification enterNames(@Nullable Classification classification) {
        Classification before = names;
        names = Classification.both(before, classification);
        return before;
    }

    void leaveNames(@Nullable Classification before) {
        names = before;
    }

    /** True if nothing holds here but what is entered next. */
    boolean isBare() {
        return values == null
                && names == null
                && keys == null
                && handWritten == null
                && paths == null
                && !masksUnclassified;
    }

    private @Nullable Classification annotated() {
        return handWritten == null
                ? values
                : Classification.both(values, handWritten.here(delegate.streamWriteContext()));
    }

    private @Nullable Classification here() {
        return paths == null ? annotated() : Classification.both(annotated(), paths.here());
    }

    private boolean leaves(@Nullable Classification classification) {
        return classification == null && !masksUnclassified || document.leaves(classification);
    }

    private boolean writesFixed(@Nullable Classification classification) {
        return writesFixed(classification, 0);
    }

    /** Writes what stands for every value there, if the mask is such a one: nobody looks at the original. */
    private boolean writesFixed(@Nullable Classification classification, int length) {
        if (length > MaskingSession.LONGEST_VALUE) {
            // Erased, whatever the mask, and counted.
            return false;
        }
        if (document.writesNull(classification)) {
            delegate.writeNull();
            return true;
        }
        return MaskedValue.writesFixed(document, classification, delegate);
    }

    private JsonGenerator masked(@Nullable Classification classification, String original, ValueKind kind) {
        MaskedValue.write(document, classification, original, kind, delegate);
        return this;
    }

    private JsonGenerator unmaskable(@Nullable Classification classification) {
        MaskedValue.writeUnmaskable(document, classification, delegate);
        return this;
    }

    /** The generator may have been made by another mapper, which doesn't mask. */
    @Override
    public ObjectWriteContext objectWriteContext() {
        return document.context();
    }

    // What the superclass forgets to hand on

    @Override
    public StreamWriteConstraints streamWriteConstraints() {
        return delegate.streamWriteConstraints();
    }

    @Override
    public JsonGenerator setCharacterEscapes(CharacterEscapes escapes) {
        delegate.setCharacterEscapes(escapes);
        return this;
    }

    // Structure

    private @Nullable Classification selected() {
        return paths == null ? null : paths.selected();
    }

    private JsonGenerator opened(@Nullable Classification selected) {
        if (paths != null) {
            paths.opened(selected);
        }
        return this;
    }

    private JsonGenerator closed() {
        if (paths != null) {
            paths.closed();
        }
        return this;
    }

    @Override
    public JsonGenerator writeStartArray() {
        Classification selected = selected();
        delegate.writeStartArray();
        return opened(selected);
    }

    @Override
    public JsonGenerator writeStartArray(Object forValue) {
        Classification selected = selected();
        delegate.writeStartArray(forValue);
        return opened(selected);
    }

    @Override
    public JsonGenerator writeStartArray(Object forValue, int size) {
        Classification selected = selected();
        delegate.writeStartArray(forValue, size);
        return opened(selected);
    }

    @Override
    public JsonGenerator writeEndArray() {
        delegate.writeEndArray();
        return closed();
    }

    @Override
    public JsonGenerator writeStartObject() {
        Classification selected = selected();
        delegate.writeStartObject();
        return opened(selected);
    }

    @Override
    public JsonGenerator writeStartObject(Object forValue) {
        Classification selected = selected();
        delegate.writeStartObject(forValue);
        return opened(selected);
    }

    @Override
    public JsonGenerator writeStartObject(Object forValue, int size) {
        Classification selected = selected();
        delegate.writeStartObject(forValue, size);
        return opened(selected);
    }

    @Override
    public JsonGenerator writeEndObject() {
        delegate.writeEndObject();
        return closed();
    }

    /** Type ids are names of types, not data: a client that reads {@code [masked]} as a type breaks. */
    @Override
    public WritableTypeId writeTypePrefix(WritableTypeId typeId) {
        WritableTypeId written = delegate.writeTypePrefix(typeId);
        if (paths != null) {
            paths.recount(delegate.streamWriteContext());
        }
        return written;
    }

    @Override
    public WritableTypeId writeTypeSuffix(WritableTypeId typeId) {
        WritableTypeId written = delegate.writeTypeSuffix(typeId);
        if (paths != null) {
            paths.recount(delegate.streamWriteContext());
        }
        return written;
    }

    // Names

    private boolean leavesName(@Nullable Classification classification) {
        return classification == null || document.leaves(classification);
    }

    private @Nullable Classification here(String name) {
        Classification here = names;
        if (keys != null) {
            here = Classification.both(here, keys.of(name, delegate.streamWriteContext()));
        }
        if (handWritten != null) {
            here = Classification.both(here, handWritten.namesIn(delegate.streamWriteContext()));
        }
        if (paths != null) {
            here = Classification.both(here, paths.keys());
        }
        return here;
    }

    @Override
    public JsonGenerator writeName(String name) {
        Classification here = here(name);
        if (leavesName(here)) {
            delegate.writeName(name);
        } else {
            writeMaskedName(here, name);
        }
        return named(name);
    }

    @Override
    public JsonGenerator writeName(SerializableString name) {
        Classification here = here(name.getValue());
        if (leavesName(here)) {
            delegate.writeName(name);
        } else {
            writeMaskedName(here, name.getValue());
        }
        return named(name.getValue());
    }

    @Override
    public JsonGenerator writePropertyId(long id) {
        String name = Long.toString(id);
        Classification here = here(name);
        if (leavesName(here)) {
            delegate.writePropertyId(id);
        } else {
            writeMaskedName(here, name);
        }
        return named(name);
    }

    private void writeMaskedName(@Nullable Classification classification, String name) {
        TokenStreamContext object = delegate.streamWriteContext();
        MaskedNames<TokenStreamContext> known = maskedNames;
        if (known == null) {
            known = new MaskedNames<>(StreamContexts.ALL);
            maskedNames = known;
        }
        delegate.writeName(known.apart(document.mask(classification, name, ValueKind.NAME), object));
    }

    private JsonGenerator named(String name) {
        if (paths != null) {
            paths.named(name);
        }
        if (handWritten != null) {
            handWritten.named(name, delegate.streamWriteContext());
        }
        return this;
    }

    // Text

    private FieldPath.@Nullable Location holdingJson() {
        return paths == null ? null : paths.holdingJson();
    }

    /** A string that holds JSON is masked inside, unless it is as a whole. */
    private JsonGenerator embedded(FieldPath.Location place, String text) {
        Classification here = here();
        if (here == null || document.leaves(here)) {
            delegate.writeString(document.maskEmbedded(text, place, here));
            return this;
        }
        return writesFixed(here, text.length()) ? this : masked(here, text, ValueKind.STRING);
    }

    @Override
    public JsonGenerator writeString(@Nullable String text) {
        if (text == null) {
            return writeNull();
        }
        FieldPath.Location json = holdingJson();
        if (json != null) {
            return embedded(json, text);
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeString(text);
            return this;
        }
        return writesFixed(here, text.length()) ? this : masked(here, text, ValueKind.STRING);
    }

    @Override
    public JsonGenerator writeString(@Nullable Reader reader, int length) {
        FieldPath.Location json = document.reports() ? null : holdingJson();
        Classification here = here();
        if (reader == null || json == null && leaves(here)) {
            delegate.writeString(reader, length);
            return this;
        }
        try {
            String text = Originals.read(reader, length);
            return json == null ? masked(here, text, ValueKind.STRING) : embedded(json, text);
        } catch (IOException failed) {
            throw _wrapIOFailure(failed);
        }
    }

    @Override
    public JsonGenerator writeString(char[] text, int offset, int length) {
        FieldPath.Location json = holdingJson();
        if (json != null) {
            return embedded(json, new String(text, offset, length));
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeString(text, offset, length);
            return this;
        }
        return writesFixed(here, length) ? this : masked(here, new String(text, offset, length), ValueKind.STRING);
    }

    @Override
    public JsonGenerator writeString(SerializableString text) {
        FieldPath.Location json = holdingJson();
        if (json != null) {
            return embedded(json, text.getValue());
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeString(text);
            return this;
        }
        return writesFixed(here, text.getValue().length()) ? this : masked(here, text.getValue(), ValueKind.STRING);
    }

    @Override
    public JsonGenerator writeUTF8String(byte[] text, int offset, int length) {
        FieldPath.Location json = holdingJson();
        if (json != null) {
            return embedded(json, new String(text, offset, length, StandardCharsets.UTF_8));
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeUTF8String(text, offset, length);
            return this;
        }
        return writesFixed(here, length)
                ? this
                : masked(here, new String(text, offset, length, StandardCharsets.UTF_8), ValueKind.STRING);
    }

    /** The text is already escaped: one with an escape in it is not the original. */
    @Override
    public JsonGenerator writeRawUTF8String(byte[] text, int offset, int length) {
        if (holdingJson() != null && !document.reports()) {
            return writeRawValue('"' + new String(text, offset, length, StandardCharsets.UTF_8) + '"');
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeRawUTF8String(text, offset, length);
            return this;
        }
        String original = new String(text, offset, length, StandardCharsets.UTF_8);
        if (writesFixed(here, length)) {
            return this;
        }
        return original.indexOf('\\') < 0 ? masked(here, original, ValueKind.STRING) : unmaskable(here);
    }

    // Binary

    @Override
    public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
        FieldPath.Location json = holdingJson();
        if (json != null && !document.reports()) {
            return embedded(json, variant.encode(Originals.part(data, offset, length)));
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeBinary(variant, data, offset, length);
            return this;
        }
        return writesFixed(here, length)
                ? this
                : masked(here, variant.encode(Originals.part(data, offset, length)), ValueKind.STRING);
    }

    @Override
    public int writeBinary(Base64Variant variant, InputStream data, int length) {
        FieldPath.Location json = document.reports() ? null : holdingJson();
        Classification here = here();
        if (json == null && leaves(here)) {
            return delegate.writeBinary(variant, data, length);
        }
        try {
            byte[] read = Originals.read(data, length);
            String text = variant.encode(Originals.part(read, 0, read.length));
            if (json == null) {
                masked(here, text, ValueKind.STRING);
            } else {
                embedded(json, text);
            }
            return length < 0 ? read.length : length;
        } catch (IOException failed) {
            throw _wrapIOFailure(failed);
        }
    }

    // Numbers and booleans

    @Override
    public JsonGenerator writeNumber(short number) {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return this;
        }
        return writesFixed(here) ? this : masked(here, Short.toString(number), ValueKind.NUMBER);
    }

    @Override
    public JsonGenerator writeNumber(int number) {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return this;
        }
        return writesFixed(here) ? this : masked(here, Integer.toString(number), ValueKind.NUMBER);
    }

    @Override
    public JsonGenerator writeNumber(long number) {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return this;
        }
        return writesFixed(here) ? this : masked(here, Long.toString(number), ValueKind.NUMBER);
    }

    @Override
    public JsonGenerator writeNumber(@Nullable BigInteger number) {
        Classification here = here();
        if (number == null || leaves(here)) {
            delegate.writeNumber(number);
            return this;
        }
        return writesFixed(here) ? this : masked(here, number.toString(), ValueKind.NUMBER);
    }

    @Override
    public JsonGenerator writeNumber(double number) {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return this;
        }
        return writesFixed(here) ? this : masked(here, NumberOutput.toString(number, fastNumbers()), ValueKind.NUMBER);
    }

    @Override
    public JsonGenerator writeNumber(float number) {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return this;
        }
        return writesFixed(here) ? this : masked(here, NumberOutput.toString(number, fastNumbers()), ValueKind.NUMBER);
    }

    private boolean fastNumbers() {
        return isEnabled(StreamWriteFeature.USE_FAST_DOUBLE_WRITER);
    }

    @Override
    public JsonGenerator writeNumber(@Nullable BigDecimal number) {
        Classification here = here();
        if (number == null || leaves(here)) {
            delegate.writeNumber(number);
            return this;
        }
        boolean plain = isEnabled(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
        return writesFixed(here) ? this : masked(here, Originals.text(number, plain), ValueKind.NUMBER);
    }

    @Override
    public JsonGenerator writeNumber(@Nullable String number) {
        Classification here = here();
        if (number == null || leaves(here)) {
            delegate.writeNumber(number);
            return this;
        }
        return writesFixed(here, number.length()) ? this : masked(here, number, ValueKind.NUMBER);
    }

    @Override
    public JsonGenerator writeNumber(char[] number, int offset, int length) {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number, offset, length);
            return this;
        }
        return writesFixed(here, length) ? this : masked(here, new String(number, offset, length), ValueKind.NUMBER);
    }

    @Override
    public JsonGenerator writeBoolean(boolean state) {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeBoolean(state);
            return this;
        }
        return writesFixed(here) ? this : masked(here, Boolean.toString(state), ValueKind.BOOLEAN);
    }

    // Arrays of scalars: element by element, so that a rule for the elements finds each

    private boolean mayMask() {
        return values != null || handWritten != null || paths != null;
    }

    @Override
    public JsonGenerator writeArray(int[] array, int offset, int length) {
        if (!mayMask()) {
            delegate.writeArray(array, offset, length);
            return this;
        }
        _verifyOffsets(array.length, offset, length);
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeNumber(array[i]);
        }
        return writeEndArray();
    }

    @Override
    public JsonGenerator writeArray(long[] array, int offset, int length) {
        if (!mayMask()) {
            delegate.writeArray(array, offset, length);
            return this;
        }
        _verifyOffsets(array.length, offset, length);
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeNumber(array[i]);
        }
        return writeEndArray();
    }

    @Override
    public JsonGenerator writeArray(double[] array, int offset, int length) {
        if (!mayMask()) {
            delegate.writeArray(array, offset, length);
            return this;
        }
        _verifyOffsets(array.length, offset, length);
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeNumber(array[i]);
        }
        return writeEndArray();
    }

    @Override
    public JsonGenerator writeArray(String[] array, int offset, int length) {
        if (!mayMask()) {
            delegate.writeArray(array, offset, length);
            return this;
        }
        _verifyOffsets(array.length, offset, length);
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeString(array[i]);
        }
        return writeEndArray();
    }

    // Objects only some formats can hold

    @Override
    public JsonGenerator writeEmbeddedObject(@Nullable Object object) {
        if (object == null) {
            return writeNull();
        }
        if (object instanceof byte[] data) {
            return writeBinary(data);
        }
        Classification here = here();
        boolean stays = holdingJson() == null || document.reports();
        if (stays && leaves(here)) {
            delegate.writeEmbeddedObject(object);
            return this;
        }
        return unmaskable(here);
    }

    // Raw JSON

    @Override
    public JsonGenerator writeRawValue(@Nullable String json) {
        if (json == null || !mayMask() || document.reports()) {
            delegate.writeRawValue(json);
            return this;
        }
        Classification here = here();
        if (here != null && paths == null && leaves(here)) {
            delegate.writeRawValue(json);
            return this;
        }
        return RawJson.write(json, this) ? this : unmaskable(here);
    }

    @Override
    public JsonGenerator writeRawValue(String json, int offset, int length) {
        return writeRawValue(json.substring(offset, offset + length));
    }

    @Override
    public JsonGenerator writeRawValue(char[] json, int offset, int length) {
        return writeRawValue(new String(json, offset, length));
    }

    @Override
    public JsonGenerator writeRawValue(SerializableString json) {
        return writeRawValue(json.getValue());
    }

    /** Raw text can be half a value; nobody can mask that. */
    private void checkRaw(String text) throws JacksonException {
        if (mayMask() && !document.reports() && !text.isBlank() && !(paths == null && leaves(here()))) {
            throw document.settled(_constructWriteException(
                    "A serializer wrote raw text where values are masked, which can't be masked;"
                            + " let it call writeString, writeNumber or writeRawValue"));
        }
    }

    @Override
    public JsonGenerator writeRaw(String text) {
        checkRaw(text);
        delegate.writeRaw(text);
        return this;
    }

    @Override
    public JsonGenerator writeRaw(String text, int offset, int length) {
        return writeRaw(text.substring(offset, offset + length));
    }

    @Override
    public JsonGenerator writeRaw(SerializableString text) {
        return writeRaw(text.getValue());
    }

    @Override
    public JsonGenerator writeRaw(char[] text, int offset, int length) {
        return writeRaw(new String(text, offset, length));
    }

    @Override
    public JsonGenerator writeRaw(char text) {
        return writeRaw(String.valueOf(text));
    }
}
