package io.maskwire.text;

import io.maskwire.policy.Classification;
import io.maskwire.text.NameIndex.Named;
import org.jspecify.annotations.Nullable;

/** All values in an object or array of JSON that stands behind a known name; names, nesting and null stay. */
final class Container {

    private final TextScan text;
    private final Values values;
    private final int backslashes;
    private final int name;

    Container(TextScan text, Values values, int backslashes, int name) {
        this.text = text;
        this.values = values;
        this.backslashes = backslashes;
        this.name = name;
    }

    /** Reports them; returns where the container ends. */
    int values(int start, @Nullable Classification classification) {
        Classification all = classification;
        Classification next = classification;
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            int c = text.at(at);
            if (c == '{' || c == '[') {
                // What is said about an object in it holds from here on: it only makes more strict what follows.
                all = next;
                depth++;
                at++;
            } else if (c == '}' || c == ']') {
                next = all;
                at++;
                if (--depth == 0) {
                    return at;
                }
            } else if (Chars.white(c) || c == ':') {
                at++;
            } else if (c == ',') {
                next = all;
                at++;
            } else {
                int colon = colon(at);
                if (colon >= 0) {
                    next = at(at, all);
                    at = colon;
                } else {
                    at = Math.max(at + 1, values.scalar(next, name, at, backslashes));
                }
            }
        }
        text.open(name);
        return at;
    }

    /** The colon behind a name here; -1 if here is no name. */
    private int colon(int at) {
        int quote = values.quote(at);
        if (text.at(quote) != '"') {
            return -1;
        }
        int end = values.closing(values.contentEnd(name, quote + 1, '"', quote - at), '"');
        while (Chars.white(text.at(end))) {
            end++;
        }
        return text.at(end) == ':' ? end : -1;
    }

    private @Nullable Classification at(int nameStart, @Nullable Classification all) {
        int start = values.quote(nameStart) + 1;
        int end = values.contentEnd(name, start, '"', start - 1 - nameStart);
        Named named = text.names().find(text, start, end, Values.levels(backslashes));
        return named == null ? all : Classification.both(all, named.classification());
    }
}
