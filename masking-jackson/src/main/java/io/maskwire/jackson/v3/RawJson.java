package io.maskwire.jackson.v3;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a raw JSON value so that its parts can be masked. */
final class RawJson {

    private static final JsonFactory JSON = new JsonFactory();

    private RawJson() {}

    /** Writes the value part by part; false, with nothing written, if it is not one valid JSON value. */
    static boolean write(String json, JsonGenerator target) {
        if (!isOneValue(json)) {
            return false;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                copyToken(parser, target);
            }
        }
        return true;
    }

    private static void copyToken(JsonParser parser, JsonGenerator target) {
        if (parser.currentToken().isNumeric()) {
            // As it was written: 1.50 stays 1.50.
            target.writeNumber(parser.getString());
        } else {
            target.copyCurrentEvent(parser);
        }
    }

    private static boolean isOneValue(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JacksonException invalid) {
            // Not passed on: the parser's message quotes the text.
            return false;
        }
    }
}
