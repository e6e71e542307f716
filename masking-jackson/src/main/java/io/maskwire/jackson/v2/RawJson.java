package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads a raw JSON value so that its parts can be masked. */
final class RawJson {

    private static final JsonFactory JSON = new JsonFactory();

    private RawJson() {}

    /** Writes the value part by part; false, with nothing written, if it is not one valid JSON value. */
    static boolean write(String json, JsonGenerator target) throws IOException {
        if (!isOneValue(json)) {
            return false;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                copyToken(parser, target);
            }
        }
        return true;
    }

    private static void copyToken(JsonParser parser, JsonGenerator target) throws IOException {
        if (parser.currentToken().isNumeric()) {
            // As it was written: 1.50 stays 1.50.
            target.writeNumber(parser.getText());
        } else {
            target.copyCurrentEvent(parser);
        }
    }

    private static boolean isOneValue(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (IOException invalid) {
            // Not passed on: the parser's message quotes the text.
            return false;
        }
    }
}
