package io.maskwire.json;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The second opinion: Jackson reads the text, every path is asked at every place, and what is classified is cut out and
 * replaced. Slow and plain.
 */
final class Twin {

    private static final JsonMapper JACKSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonLimits.DEFAULT.depth())
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    /** A place, as paths see it. */
    private record Here(
            @Nullable Here parent,
            @Nullable String name,
            @Nullable Classification around) implements FieldPath.Location {}

    private final MaskingEngine engine;
    private final MaskingSession session;
    private final String json;
    private final StringBuilder masked = new StringBuilder();
    private int copied;

    private Twin(MaskingEngine engine, Audience audience, String json) {
        this.engine = engine;
        this.session = engine.open(Outlet.JSON, audience);
        this.json = json;
    }

    /** The masked text; empty if it is no JSON. */
    static Optional<String> mask(MaskingEngine engine, Audience audience, byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return mask(engine, audience, text);
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    static Optional<String> mask(MaskingEngine engine, Audience audience, String json) {
        String bom = json.startsWith("\ufeff") ? "\ufeff" : "";
        Twin twin = new Twin(engine, audience, json.substring(bom.length()));
        try {
            return Optional.of(bom + twin.masked());
        } catch (JacksonException invalid) {
            return Optional.empty();
        }
    }

    private String masked() {
        try (JsonParser parser = JACKSON.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new NoText();
            }
            value(parser, null, null);
            if (parser.nextToken() != null) {
                throw new NoText();
            }
        }
        return masked.append(json, copied, json.length()).toString();
    }

    private static final class NoText extends JacksonException {
        NoText() {
            super("not one text");
        }
    }

    private void value(JsonParser parser, @Nullable Here parent, @Nullable String name) {
        Here place = new Here(parent, name, null);
        Classification here = Classification.both(
                parent == null ? null : parent.around(), engine.paths().at(place));
        Here known = new Here(parent, name, here);
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String member = parser.currentName();
                    parser.nextToken();
                    value(parser, known, member);
                }
            }
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, known, null);
                }
            }
            case VALUE_NULL -> {}
            case VALUE_STRING -> scalar(parser, here, ValueKind.STRING);
            case VALUE_TRUE, VALUE_FALSE -> scalar(parser, here, ValueKind.BOOLEAN);
            default -> scalar(parser, here, ValueKind.NUMBER);
        }
    }

    private void scalar(JsonParser parser, @Nullable Classification here, ValueKind kind) {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String original = parser.getString();
        int to = kind == ValueKind.STRING ? (int) parser.currentLocation().getCharOffset() : from + original.length();
        if (session.leaves(here)) {
            return;
        }
        String fixed = session.fixed(here);
        boolean text = StandardCharsets.UTF_8.newEncoder().canEncode(original);
        String instead = fixed != null ? fixed : text ? session.mask(here, original, kind) : session.unmaskable(here);
        masked.append(json, copied, from).append(JACKSON.writeValueAsString(instead));
        copied = to;
    }
}
