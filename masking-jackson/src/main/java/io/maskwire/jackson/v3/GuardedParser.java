package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Guard;
import io.maskwire.jackson.scope.MaskedParts;
import io.maskwire.jackson.scope.Posted;
import io.maskwire.jackson.scope.ReadFrames;
import io.maskwire.jackson.scope.ReadPlace;
import io.maskwire.jackson.scope.ReadRefusal;
import java.io.OutputStream;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.NumberInput;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.util.TokenBuffer;

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
        this.frames = new ReadFrames(at != null && (at.isStructStart() || at == JsonToken.PROPERTY_NAME));
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
                    && posted.isMasked(guard, delegate.getString());
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    // Tokens

    @Override
    public @Nullable JsonToken nextToken() {
        isChecked = false;
        original = null;
        return tracked(advance());
    }

    /** The first name of an object may have been read before that was entered, as behind a type id. */
    void entered() {
        if (delegate.hasToken(JsonToken.PROPERTY_NAME)) {
            tracked(JsonToken.PROPERTY_NAME);
        }
    }

    private @Nullable JsonToken tracked(@Nullable JsonToken first) {
        JsonToken token = first;
        while (token == JsonToken.PROPERTY_NAME && isDropped()) {
            token = advance();
        }
        if (token != null) {
            track(token);
        }
        return token;
    }

    private @Nullable JsonToken advance() {
        try {
            JsonToken token = delegate.nextToken();
            if (token == null && buffered != null) {
                delegate = buffered;
                buffered = null;
                return delegate.nextToken();
            }
            return token;
        } catch (JacksonIOException failed) {
            sourceFailure = failed;
            throw failed;
        } catch (JacksonException failed) {
            failedBehindName();
            throw failed;
        }
    }

    /** Jackson reads a name together with the beginning of its value: what fails there is the value. */
    private void failedBehindName() {
        TokenStreamContext at = delegate.streamReadContext();
        if (at != null && at.inObject() && at.currentName() != null) {
            frames.named(at.currentName(), place());
        }
    }

    private void track(JsonToken token) {
        if (token == JsonToken.PROPERTY_NAME) {
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

    private void checkName() {
        String name = delegate.currentName();
        Guard guard = frames.active();
        if (!frames.named(name, place()) && guard != null && posted.isMaskedName(guard, name)) {
            throw refuse(ReadRefusal.MASKED);
        }
    }

    private ReadPlace<?> place() {
        return new ReadPlace<>(StreamContexts.ALL, delegate.streamReadContext());
    }

    private RuntimeException refuse(ReadRefusal why) {
        posted.refuse(why);
        return ReadErrors.of(why, Object.class, null);
    }

    /** Drops the property that begins here, or reads it from a buffer if it isn't masked. */
    private boolean isDropped() {
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
                delegate = buffer.asParserOnFirstToken(context, source);
            }
        }
        return false;
    }

    private MaskedParts maskedParts(TokenBuffer buffer, Guard guard) {
        boolean masked = false;
        boolean real = false;
        try (JsonParser parts = buffer.asParserOnFirstToken(context)) {
            for (JsonToken at = parts.nextToken(); at != null; at = parts.nextToken()) {
                boolean isMasked = isMasked(parts, at, guard);
                masked |= isMasked;
                real |= at.isScalarValue() && at != JsonToken.VALUE_NULL && !isMasked;
            }
        }
        return MaskedParts.of(masked, real);
    }

    private boolean isMasked(JsonParser parts, JsonToken at, Guard guard) {
        return switch (at) {
            case VALUE_STRING -> posted.isMaskedForGood(guard, parts.getString());
            case VALUE_NULL -> posted.isMaskedNull(guard);
            case PROPERTY_NAME -> posted.isMaskedName(guard, parts.currentName());
            default -> false;
        };
    }

    @Override
    public @Nullable JsonToken nextValue() {
        JsonToken token = nextToken();
        return token == JsonToken.PROPERTY_NAME ? nextToken() : token;
    }

    @Override
    public @Nullable String nextName() {
        return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
    }

    @Override
    public boolean nextName(SerializableString name) {
        return nextToken() == JsonToken.PROPERTY_NAME && name.getValue().equals(currentName());
    }

    @Override
    public int nextNameMatch(PropertyNameMatcher matcher) {
        nextToken();
        return currentNameMatch(matcher);
    }

    @Override
    public JsonParser skipChildren() {
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
    private void check() {
        if (isChecked) {
            return;
        }
        isChecked = true;
        Guard guard = frames.active();
        if (guard == null || posted.isAccepted() || !delegate.hasToken(JsonToken.VALUE_STRING)) {
            return;
        }
        String text = delegate.getString();
        if (posted.isMasked(guard, text)) {
            original = posted.original(guard, text);
            if (original == null) {
                throw refuse(ReadRefusal.MASKED);
            }
        }
    }

    /** The original if the current value is a token that is resolved; null if it is what it is. */
    private @Nullable String original() {
        check();
        return original;
    }

    @Override
    public String getString() {
        String resolved = original();
        return resolved == null ? delegate.getString() : resolved;
    }

    @Override
    public boolean hasStringCharacters() {
        return original() == null && delegate.hasStringCharacters();
    }

    @Override
    public char[] getStringCharacters() {
        String resolved = original();
        return resolved == null ? delegate.getStringCharacters() : resolved.toCharArray();
    }

    @Override
    public int getStringLength() {
        String resolved = original();
        return resolved == null ? delegate.getStringLength() : resolved.length();
    }

    @Override
    public int getStringOffset() {
        return original() == null ? delegate.getStringOffset() : 0;
    }

    @Override
    public int getString(Writer writer) {
        String resolved = original();
        return resolved == null ? delegate.getString(writer) : (int) write(resolved, writer);
    }

    @Override
    public long readString(Writer writer) {
        String resolved = original();
        return resolved == null ? delegate.readString(writer) : write(resolved, writer);
    }

    private long write(String text, Writer writer) {
        try {
            writer.write(text);
        } catch (java.io.IOException failed) {
            throw JacksonIOException.construct(failed, this);
        }
        return text.length();
    }

    @Override
    public @Nullable String getValueAsString() {
        String resolved = original();
        return resolved == null ? delegate.getValueAsString() : resolved;
    }

    @Override
    public @Nullable String getValueAsString(@Nullable String without) {
        String resolved = original();
        return resolved == null ? delegate.getValueAsString(without) : resolved;
    }

    @Override
    public int getValueAsInt() {
        return getValueAsInt(0);
    }

    @Override
    public int getValueAsInt(int without) {
        String resolved = original();
        return resolved == null ? delegate.getValueAsInt(without) : NumberInput.parseAsInt(resolved, without);
    }

    @Override
    public long getValueAsLong() {
        return getValueAsLong(0);
    }

    @Override
    public long getValueAsLong(long without) {
        String resolved = original();
        return resolved == null ? delegate.getValueAsLong(without) : NumberInput.parseAsLong(resolved, without);
    }

    @Override
    public double getValueAsDouble() {
        return getValueAsDouble(0);
    }

    @Override
    public double getValueAsDouble(double without) {
        String resolved = original();
        return resolved == null
                ? delegate.getValueAsDouble(without)
                : NumberInput.parseAsDouble(resolved, without, false);
    }

    @Override
    public boolean getValueAsBoolean() {
        return getValueAsBoolean(false);
    }

    @Override
    public boolean getValueAsBoolean(boolean without) {
        String resolved = original();
        return resolved == null
                ? delegate.getValueAsBoolean(without)
                : resolved.strip().equals("true");
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) {
        String resolved = original();
        return resolved == null ? delegate.getBinaryValue(variant) : variant.decode(resolved);
    }

    @Override
    public int readBinaryValue(Base64Variant variant, OutputStream out) {
        if (original() == null) {
            return delegate.readBinaryValue(variant, out);
        }
        byte[] bytes = getBinaryValue(variant);
        try {
            out.write(bytes);
        } catch (java.io.IOException failed) {
            throw JacksonIOException.construct(failed, this);
        }
        return bytes.length;
    }
}
