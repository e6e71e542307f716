package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.maskwire.jackson.scope.Guard;
import io.maskwire.jackson.scope.MaskedParts;
import io.maskwire.jackson.scope.Posted;
import io.maskwire.jackson.scope.ReadFrames;
import io.maskwire.jackson.scope.ReadPlace;
import io.maskwire.jackson.scope.ReadRefusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Knows at each token what the classes of the objects being read say about it. A masked value is noticed when somebody
 * asks for its text: what Jackson skips does no harm.
 */
final class GuardedParser extends JsonParserDelegate {

    private final DeserializationContext context;
    private final Posted posted;
    private final ReadFrames frames;
    /** The parser whose property is being read from a buffer; null if none is. */
    private @Nullable JsonParser buffered;

    private boolean isChecked;
    private @Nullable String original;
    private @Nullable Throwable sourceFailure;

    GuardedParser(JsonParser parser, DeserializationContext context, Posted posted) {
        super(parser);
        this.context = context;
        this.posted = posted;
        JsonToken at = parser.currentToken();
        this.frames = new ReadFrames(at != null && (at.isStructStart() || at == JsonToken.FIELD_NAME));
    }

    ReadFrames frames() {
        return frames;
    }

    Posted posted() {
        return posted;
    }

    /** True if the source could not be read, which says nothing about what is in it. */
    boolean isOfSource(Throwable failure) {
        return failure == sourceFailure;
    }

    /** True if the current value is a masked one that nobody has asked for yet. */
    boolean isAtMasked() {
        Guard guard = frames.active();
        try {
            return guard != null
                    && super.hasToken(JsonToken.VALUE_STRING)
                    && original == null
                    && posted.isMasked(guard, delegate.getText());
        } catch (IOException unreadable) {
            return false;
        }
    }

    // Tokens

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        isChecked = false;
        original = null;
        return tracked(advance());
    }

    /** The first name of an object may have been read before that was entered, as behind a type id. */
    void entered() throws IOException {
        if (delegate.hasToken(JsonToken.FIELD_NAME)) {
            tracked(JsonToken.FIELD_NAME);
        }
    }

    private @Nullable JsonToken tracked(@Nullable JsonToken first) throws IOException {
        JsonToken token = first;
        while (token == JsonToken.FIELD_NAME && isDropped()) {
            token = advance();
        }
        if (token != null) {
            track(token);
        }
        return token;
    }

    private @Nullable JsonToken advance() throws IOException {
        try {
            JsonToken token = delegate.nextToken();
            if (token == null && buffered != null) {
                delegate = buffered;
                buffered = null;
                return delegate.nextToken();
            }
            return token;
        } catch (JacksonException failed) {
            failedBehindName();
            throw failed;
        } catch (IOException failed) {
            sourceFailure = failed;
            throw failed;
        }
    }

    /** Jackson reads a name together with the beginning of its value: what fails there is the value. */
    private void failedBehindName() {
        JsonStreamContext at = delegate.getParsingContext();
        if (at != null && at.inObject() && at.getCurrentName() != null) {
            frames.named(at.getCurrentName(), place());
        }
    }

    private void track(JsonToken token) throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            checkName();
        } else if (token.isStructStart()) {
            frames.opened();
        } else if (token.isStructEnd()) {
            frames.closed();
        } else if (token == JsonToken.VALUE_NULL) {
            Guard guard = frames.active();
            if (guard != null && posted.isMaskedNull(guard)) {
                throw refuse(ReadRefusal.MASKED);
            }
        }
    }

    private void checkName() throws IOException {
        String name = delegate.currentName();
        Guard guard = frames.active();
        if (!frames.named(name, place()) && guard != null && posted.isMaskedName(guard, name)) {
            throw refuse(ReadRefusal.MASKED);
        }
    }

    private ReadPlace<?> place() {
        return new ReadPlace<>(StreamContexts.ALL, delegate.getParsingContext());
    }

    private JsonMappingException refuse(ReadRefusal why) {
        posted.refuse(why);
        return ReadErrors.of(why, Object.class, null);
    }

    /** Drops the property that begins here, or reads it from a buffer if it isn't masked. */
    private boolean isDropped() throws IOException {
        Guard guard = posted.mayDrop() && buffered == null ? frames.member(delegate.currentName(), place()) : null;
        if (guard == null || !posted.drops(guard)) {
            return false;
        }
        JsonParser source = delegate;
        String name = source.currentName();
        frames.named(name, place());
        TokenBuffer buffer = context.bufferForInputBuffering(source);
        buffer.copyCurrentStructure(source);
        switch (maskedParts(buffer, guard)) {
            case ALL -> {
                posted.dropped(guard);
                return true;
            }
            case SOME -> throw refuse(ReadRefusal.MIXED);
            case NONE -> {
                buffered = source;
                delegate = buffer.asParser(source);
                delegate.nextToken();
            }
        }
        return false;
    }

    private MaskedParts maskedParts(TokenBuffer buffer, Guard guard) throws IOException {
        boolean masked = false;
        boolean real = false;
        try (JsonParser parts = buffer.asParserOnFirstToken()) {
            for (JsonToken at = parts.nextToken(); at != null; at = parts.nextToken()) {
                boolean isMasked = isMasked(parts, at, guard);
                masked |= isMasked;
                real |= at.isScalarValue() && at != JsonToken.VALUE_NULL && !isMasked;
            }
        }
        return MaskedParts.of(masked, real);
    }

    private boolean isMasked(JsonParser parts, JsonToken at, Guard guard) throws IOException {
        return switch (at) {
            case VALUE_STRING -> posted.isMaskedForGood(guard, parts.getText());
            case VALUE_NULL -> posted.isMaskedNull(guard);
            case FIELD_NAME -> posted.isMaskedName(guard, parts.currentName());
            default -> false;
        };
    }

    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        JsonToken at = currentToken();
        if (at != null && at.isStructStart()) {
            for (int open = 1; open > 0; ) {
                JsonToken token = nextToken();
                if (token == null) {
                    return this;
                }
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return this;
    }

    // Texts

    /** Notices a masked value before anybody gets it. */
    private void check() throws IOException {
        if (isChecked) {
            return;
        }
        isChecked = true;
        Guard guard = frames.active();
        if (guard == null || posted.isAccepted() || !delegate.hasToken(JsonToken.VALUE_STRING)) {
            return;
        }
        String text = delegate.getText();
        if (posted.isMasked(guard, text)) {
            original = posted.original(guard, text);
            if (original == null) {
                throw refuse(ReadRefusal.MASKED);
            }
        }
    }

    /** The original if the current value is a token that is resolved; null if it is what it is. */
    private @Nullable String original() throws IOException {
        check();
        return original;
    }

    @Override
    public String getText() throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getText() : resolved;
    }

    private boolean mayBeResolved() {
        return original != null || !isChecked && frames.active() != null;
    }

    @Override
    public boolean hasTextCharacters() {
        return !mayBeResolved() && delegate.hasTextCharacters();
    }

    @Override
    public char[] getTextCharacters() throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getTextCharacters() : resolved.toCharArray();
    }

    @Override
    public int getTextLength() throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getTextLength() : resolved.length();
    }

    @Override
    public int getTextOffset() throws IOException {
        return original() == null ? delegate.getTextOffset() : 0;
    }

    @Override
    public int getText(Writer writer) throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getText(writer) : write(resolved, writer);
    }

    private static int write(String text, Writer writer) throws IOException {
        writer.write(text);
        return text.length();
    }

    @Override
    public @Nullable String getValueAsString() throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getValueAsString() : resolved;
    }

    @Override
    public @Nullable String getValueAsString(@Nullable String without) throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getValueAsString(without) : resolved;
    }

    @Override
    public int getValueAsInt() throws IOException {
        return getValueAsInt(0);
    }

    @Override
    public int getValueAsInt(int without) throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getValueAsInt(without) : NumberInput.parseAsInt(resolved, without);
    }

    @Override
    public long getValueAsLong() throws IOException {
        return getValueAsLong(0);
    }

    @Override
    public long getValueAsLong(long without) throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getValueAsLong(without) : NumberInput.parseAsLong(resolved, without);
    }

    @Override
    public double getValueAsDouble() throws IOException {
        return getValueAsDouble(0);
    }

    @Override
    public double getValueAsDouble(double without) throws IOException {
        String resolved = original();
        return resolved == null
                ? delegate.getValueAsDouble(without)
                : NumberInput.parseAsDouble(resolved, without, false);
    }

    @Override
    public boolean getValueAsBoolean() throws IOException {
        return getValueAsBoolean(false);
    }

    @Override
    public boolean getValueAsBoolean(boolean without) throws IOException {
        String resolved = original();
        return resolved == null
                ? delegate.getValueAsBoolean(without)
                : resolved.strip().equals("true");
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) throws IOException {
        String resolved = original();
        return resolved == null ? delegate.getBinaryValue(variant) : variant.decode(resolved);
    }

    @Override
    public int readBinaryValue(Base64Variant variant, OutputStream out) throws IOException {
        if (original() == null) {
            return delegate.readBinaryValue(variant, out);
        }
        byte[] bytes = getBinaryValue(variant);
        out.write(bytes);
        return bytes.length;
    }
}
