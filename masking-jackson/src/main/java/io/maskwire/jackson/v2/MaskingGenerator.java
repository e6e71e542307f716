package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
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
            @Nullable MaskedKeys<JsonStreamContext> keys,
            @Nullable HandWritten<JsonStreamContext> handWritten) {}

    private final Document document;
    private final boolean masksUnclassified;
    private final @Nullable PathScopes<JsonStreamContext> paths;
    private @Nullable MaskedNames<JsonStreamContext> maskedNames;
    private @Nullable Classification values;
    private @Nullable Classification names;
    private @Nullable MaskedKeys<JsonStreamContext> keys;
    private @Nullable HandWritten<JsonStreamContext> handWritten;

    MaskingGenerator(JsonGenerator target, Document document, boolean tracksPlaces) {
        // Not delegating copies: what is copied comes back through the methods below.
        super(target, false);
        this.document = document;
        this.masksUnclassified = tracksPlaces && document.masksUnclassified();
        this.paths =
                tracksPlaces ? new PathScopes<>(StreamContexts.ALL, document.paths(), target.getOutputContext()) : null;
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
                    StreamContexts.ALL, scope.names(), scope.outerNamesOnly(), delegate.getOutputContext(), property);
        }
        if (scope.handWritten() != null) {
            enterHandWritten(scope.handWritten(), property);
        }
        values = Classification.both(values, scope.values());
        return before;
    }

    private void enterHandWritten(ClassScan scan, @Nullable String property) {
        JsonStreamContext context = delegate.getOutputContext();
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
                : Classification.both(values, handWritten.here(delegate.getOutputContext()));
    }

    private @Nullable Classification here() {
        return paths == null ? annotated() : Classification.both(annotated(), paths.here());
    }

    private boolean leaves(@Nullable Classification classification) {
        return classification == null && !masksUnclassified || document.leaves(classification);
    }

    private boolean writesFixed(@Nullable Classification classification) throws IOException {
        return writesFixed(classification, 0);
    }

    /** Writes what stands for every value there, if the mask is such a one: nobody looks at the original. */
    private boolean writesFixed(@Nullable Classification classification, int length) throws IOException {
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

    private void masked(@Nullable Classification classification, String original, ValueKind kind) throws IOException {
        MaskedValue.write(document, classification, original, kind, delegate);
    }

    private void unmaskable(@Nullable Classification classification) throws IOException {
        MaskedValue.writeUnmaskable(document, classification, delegate);
    }

    /** The generator may have been made by another mapper, which doesn't mask. */
    @Override
    public void writeObject(@Nullable Object value) throws IOException {
        if (value == null || Jackson2.comesBack(delegate, document.engine())) {
            super.writeObject(value);
        } else {
            document.context().writeNested(this, value);
        }
    }

    @Override
    public void writeTree(@Nullable TreeNode tree) throws IOException {
        writeObject(tree);
    }

    // Structure

    private @Nullable Classification selected() {
        return paths == null ? null : paths.selected();
    }

    private void opened(@Nullable Classification selected) throws IOException {
        if (paths != null) {
            paths.opened(selected);
        }
    }

    private void closed() throws IOException {
        if (paths != null) {
            paths.closed();
        }
    }

    @Override
    public void writeStartArray() throws IOException {
        Classification selected = selected();
        delegate.writeStartArray();
        opened(selected);
    }

    @Override
    public void writeStartArray(Object forValue) throws IOException {
        Classification selected = selected();
        delegate.writeStartArray(forValue);
        opened(selected);
    }

    @Override
    public void writeStartArray(Object forValue, int size) throws IOException {
        Classification selected = selected();
        delegate.writeStartArray(forValue, size);
        opened(selected);
    }

    @Override
    public void writeEndArray() throws IOException {
        delegate.writeEndArray();
        closed();
    }

    @Override
    public void writeStartObject() throws IOException {
        Classification selected = selected();
        delegate.writeStartObject();
        opened(selected);
    }

    @Override
    public void writeStartObject(Object forValue) throws IOException {
        Classification selected = selected();
        delegate.writeStartObject(forValue);
        opened(selected);
    }

    @Override
    public void writeStartObject(Object forValue, int size) throws IOException {
        Classification selected = selected();
        delegate.writeStartObject(forValue, size);
        opened(selected);
    }

    @Override
    public void writeEndObject() throws IOException {
        delegate.writeEndObject();
        closed();
    }

    /** Type ids are names of types, not data: a client that reads {@code [masked]} as a type breaks. */
    @Override
    public WritableTypeId writeTypePrefix(WritableTypeId typeId) throws IOException {
        WritableTypeId written = delegate.writeTypePrefix(typeId);
        if (paths != null) {
            paths.recount(delegate.getOutputContext());
        }
        return written;
    }

    @Override
    public WritableTypeId writeTypeSuffix(WritableTypeId typeId) throws IOException {
        WritableTypeId written = delegate.writeTypeSuffix(typeId);
        if (paths != null) {
            paths.recount(delegate.getOutputContext());
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
            here = Classification.both(here, keys.of(name, delegate.getOutputContext()));
        }
        if (handWritten != null) {
            here = Classification.both(here, handWritten.namesIn(delegate.getOutputContext()));
        }
        if (paths != null) {
            here = Classification.both(here, paths.keys());
        }
        return here;
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        Classification here = here(name);
        if (leavesName(here)) {
            delegate.writeFieldName(name);
        } else {
            writeMaskedName(here, name);
        }
        named(name);
    }

    @Override
    public void writeFieldName(SerializableString name) throws IOException {
        Classification here = here(name.getValue());
        if (leavesName(here)) {
            delegate.writeFieldName(name);
        } else {
            writeMaskedName(here, name.getValue());
        }
        named(name.getValue());
    }

    @Override
    public void writeFieldId(long id) throws IOException {
        String name = Long.toString(id);
        Classification here = here(name);
        if (leavesName(here)) {
            delegate.writeFieldId(id);
        } else {
            writeMaskedName(here, name);
        }
        named(name);
    }

    private void writeMaskedName(@Nullable Classification classification, String name) throws IOException {
        JsonStreamContext object = delegate.getOutputContext();
        MaskedNames<JsonStreamContext> known = maskedNames;
        if (known == null) {
            known = new MaskedNames<>(StreamContexts.ALL);
            maskedNames = known;
        }
        delegate.writeFieldName(known.apart(document.mask(classification, name, ValueKind.NAME), object));
    }

    private void named(String name) throws IOException {
        if (paths != null) {
            paths.named(name);
        }
        if (handWritten != null) {
            handWritten.named(name, delegate.getOutputContext());
        }
    }

    // Text

    private FieldPath.@Nullable Location holdingJson() {
        return paths == null ? null : paths.holdingJson();
    }

    /** A string that holds JSON is masked inside, unless it is as a whole. */
    private void embedded(FieldPath.Location place, String text) throws IOException {
        Classification here = here();
        if (here == null || document.leaves(here)) {
            delegate.writeString(document.maskEmbedded(text, place, here));
        } else if (!writesFixed(here, text.length())) {
            masked(here, text, ValueKind.STRING);
        }
    }

    @Override
    public void writeString(@Nullable String text) throws IOException {
        if (text == null) {
            writeNull();
            return;
        }
        FieldPath.Location json = holdingJson();
        if (json != null) {
            embedded(json, text);
            return;
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeString(text);
            return;
        }
        if (!writesFixed(here, text.length())) {
            masked(here, text, ValueKind.STRING);
        }
    }

    @Override
    public void writeString(@Nullable Reader reader, int length) throws IOException {
        FieldPath.Location json = document.reports() ? null : holdingJson();
        Classification here = here();
        if (reader == null || json == null && leaves(here)) {
            delegate.writeString(reader, length);
        } else if (json == null) {
            masked(here, Originals.read(reader, length), ValueKind.STRING);
        } else {
            embedded(json, Originals.read(reader, length));
        }
    }

    @Override
    public void writeString(char[] text, int offset, int length) throws IOException {
        FieldPath.Location json = holdingJson();
        if (json != null) {
            embedded(json, new String(text, offset, length));
            return;
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeString(text, offset, length);
            return;
        }
        if (!writesFixed(here, length)) {
            masked(here, new String(text, offset, length), ValueKind.STRING);
        }
    }

    @Override
    public void writeString(SerializableString text) throws IOException {
        FieldPath.Location json = holdingJson();
        if (json != null) {
            embedded(json, text.getValue());
            return;
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeString(text);
            return;
        }
        if (!writesFixed(here, text.getValue().length())) {
            masked(here, text.getValue(), ValueKind.STRING);
        }
    }

    @Override
    public void writeUTF8String(byte[] text, int offset, int length) throws IOException {
        FieldPath.Location json = holdingJson();
        if (json != null) {
            embedded(json, new String(text, offset, length, StandardCharsets.UTF_8));
            return;
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeUTF8String(text, offset, length);
            return;
        }
        if (!writesFixed(here, length)) {
            masked(here, new String(text, offset, length, StandardCharsets.UTF_8), ValueKind.STRING);
        }
    }

    /** The text is already escaped: one with an escape in it is not the original. */
    @Override
    public void writeRawUTF8String(byte[] text, int offset, int length) throws IOException {
        if (holdingJson() != null && !document.reports()) {
            writeRawValue('"' + new String(text, offset, length, StandardCharsets.UTF_8) + '"');
            return;
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeRawUTF8String(text, offset, length);
            return;
        }
        if (writesFixed(here, length)) {
            return;
        }
        String original = new String(text, offset, length, StandardCharsets.UTF_8);
        if (original.indexOf('\\') < 0) {
            masked(here, original, ValueKind.STRING);
        } else {
            unmaskable(here);
        }
    }

    // Binary

    @Override
    public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) throws IOException {
        FieldPath.Location json = holdingJson();
        if (json != null && !document.reports()) {
            embedded(json, variant.encode(Originals.part(data, offset, length)));
            return;
        }
        Classification here = here();
        if (leaves(here)) {
            delegate.writeBinary(variant, data, offset, length);
            return;
        }
        if (!writesFixed(here, length)) {
            masked(here, variant.encode(Originals.part(data, offset, length)), ValueKind.STRING);
        }
    }

    @Override
    public int writeBinary(Base64Variant variant, InputStream data, int length) throws IOException {
        FieldPath.Location json = document.reports() ? null : holdingJson();
        Classification here = here();
        if (json == null && leaves(here)) {
            return delegate.writeBinary(variant, data, length);
        }
        byte[] read = Originals.read(data, length);
        String text = variant.encode(Originals.part(read, 0, read.length));
        if (json == null) {
            masked(here, text, ValueKind.STRING);
        } else {
            embedded(json, text);
        }
        return length < 0 ? read.length : length;
    }

    // Numbers and booleans

    @Override
    public void writeNumber(short number) throws IOException {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return;
        }
        if (!writesFixed(here)) {
            masked(here, Short.toString(number), ValueKind.NUMBER);
        }
    }

    @Override
    public void writeNumber(int number) throws IOException {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return;
        }
        if (!writesFixed(here)) {
            masked(here, Integer.toString(number), ValueKind.NUMBER);
        }
    }

    @Override
    public void writeNumber(long number) throws IOException {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return;
        }
        if (!writesFixed(here)) {
            masked(here, Long.toString(number), ValueKind.NUMBER);
        }
    }

    @Override
    public void writeNumber(@Nullable BigInteger number) throws IOException {
        Classification here = here();
        if (number == null || leaves(here)) {
            delegate.writeNumber(number);
            return;
        }
        if (!writesFixed(here)) {
            masked(here, number.toString(), ValueKind.NUMBER);
        }
    }

    @Override
    public void writeNumber(double number) throws IOException {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return;
        }
        if (!writesFixed(here)) {
            masked(here, NumberOutput.toString(number, fastNumbers()), ValueKind.NUMBER);
        }
    }

    @Override
    public void writeNumber(float number) throws IOException {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number);
            return;
        }
        if (!writesFixed(here)) {
            masked(here, NumberOutput.toString(number, fastNumbers()), ValueKind.NUMBER);
        }
    }

    private boolean fastNumbers() {
        return isEnabled(StreamWriteFeature.USE_FAST_DOUBLE_WRITER);
    }

    @Override
    public void writeNumber(@Nullable BigDecimal number) throws IOException {
        Classification here = here();
        if (number == null || leaves(here)) {
            delegate.writeNumber(number);
            return;
        }
        boolean plain = isEnabled(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
        if (!writesFixed(here)) {
            masked(here, Originals.text(number, plain), ValueKind.NUMBER);
        }
    }

    @Override
    public void writeNumber(@Nullable String number) throws IOException {
        Classification here = here();
        if (number == null || leaves(here)) {
            delegate.writeNumber(number);
            return;
        }
        if (!writesFixed(here, number.length())) {
            masked(here, number, ValueKind.NUMBER);
        }
    }

    @Override
    public void writeNumber(char[] number, int offset, int length) throws IOException {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeNumber(number, offset, length);
            return;
        }
        if (!writesFixed(here, length)) {
            masked(here, new String(number, offset, length), ValueKind.NUMBER);
        }
    }

    @Override
    public void writeBoolean(boolean state) throws IOException {
        Classification here = here();
        if (leaves(here)) {
            delegate.writeBoolean(state);
            return;
        }
        if (!writesFixed(here)) {
            masked(here, Boolean.toString(state), ValueKind.BOOLEAN);
        }
    }

    // Arrays of scalars: element by element, so that a rule for the elements finds each

    private boolean mayMask() {
        return values != null || handWritten != null || paths != null;
    }

    @Override
    public void writeArray(int[] array, int offset, int length) throws IOException {
        if (!mayMask()) {
            delegate.writeArray(array, offset, length);
            return;
        }
        _verifyOffsets(array.length, offset, length);
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeNumber(array[i]);
        }
        writeEndArray();
    }

    @Override
    public void writeArray(long[] array, int offset, int length) throws IOException {
        if (!mayMask()) {
            delegate.writeArray(array, offset, length);
            return;
        }
        _verifyOffsets(array.length, offset, length);
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeNumber(array[i]);
        }
        writeEndArray();
    }

    @Override
    public void writeArray(double[] array, int offset, int length) throws IOException {
        if (!mayMask()) {
            delegate.writeArray(array, offset, length);
            return;
        }
        _verifyOffsets(array.length, offset, length);
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeNumber(array[i]);
        }
        writeEndArray();
    }

    @Override
    public void writeArray(String[] array, int offset, int length) throws IOException {
        if (!mayMask()) {
            delegate.writeArray(array, offset, length);
            return;
        }
        _verifyOffsets(array.length, offset, length);
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeString(array[i]);
        }
        writeEndArray();
    }

    // Objects only some formats can hold

    @Override
    public void writeEmbeddedObject(@Nullable Object object) throws IOException {
        if (object == null) {
            writeNull();
            return;
        }
        if (object instanceof byte[] data) {
            writeBinary(data);
            return;
        }
        Classification here = here();
        boolean stays = holdingJson() == null || document.reports();
        if (stays && leaves(here)) {
            delegate.writeEmbeddedObject(object);
            return;
        }
        unmaskable(here);
    }

    // Raw JSON

    @Override
    public void writeRawValue(@Nullable String json) throws IOException {
        if (json == null || !mayMask() || document.reports()) {
            delegate.writeRawValue(json);
            return;
        }
        Classification here = here();
        if (here != null && paths == null && leaves(here)) {
            delegate.writeRawValue(json);
            return;
        }
        if (!RawJson.write(json, this)) {
            unmaskable(here);
        }
    }

    @Override
    public void writeRawValue(String json, int offset, int length) throws IOException {
        writeRawValue(json.substring(offset, offset + length));
    }

    @Override
    public void writeRawValue(char[] json, int offset, int length) throws IOException {
        writeRawValue(new String(json, offset, length));
    }

    @Override
    public void writeRawValue(SerializableString json) throws IOException {
        writeRawValue(json.getValue());
    }

    /** Raw text can be half a value; nobody can mask that. */
    private void checkRaw(String text) throws IOException {
        if (mayMask() && !document.reports() && !text.isBlank() && !(paths == null && leaves(here()))) {
            throw document.settled(_constructWriteException(
                    "A serializer wrote raw text where values are masked, which can't be masked;"
                            + " let it call writeString, writeNumber or writeRawValue"));
        }
    }

    @Override
    public void writeRaw(String text) throws IOException {
        checkRaw(text);
        delegate.writeRaw(text);
    }

    @Override
    public void writeRaw(String text, int offset, int length) throws IOException {
        writeRaw(text.substring(offset, offset + length));
    }

    @Override
    public void writeRaw(SerializableString text) throws IOException {
        writeRaw(text.getValue());
    }

    @Override
    public void writeRaw(char[] text, int offset, int length) throws IOException {
        writeRaw(new String(text, offset, length));
    }

    @Override
    public void writeRaw(char text) throws IOException {
        writeRaw(String.valueOf(text));
    }
}
