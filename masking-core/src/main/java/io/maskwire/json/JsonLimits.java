package io.maskwire.json;

/**
 * How much a document may hold. Lengths are counted as written: in bytes, for a {@code String} in its characters.
 *
 * @param depth the most levels of objects and arrays; a deeper document is refused
 * @param name the longest member name; a document with a longer one is refused
 * @param value the most characters a classified value may have when decoded; a longer one is erased, its rest is not kept
 * @param document the longest input; a longer one is refused
 */
public record JsonLimits(int depth, int name, int value, long document) {

    /** 1,000 levels, names of 65,536, classified values of 1,048,576, and documents of any length. */
    public static final JsonLimits DEFAULT = new JsonLimits(1000, 1 << 16, 1 << 20, Long.MAX_VALUE);

    private static final int HIGHEST = 1 << 20;

    /** @throws IllegalArgumentException if a limit is below 1, or the first three are above 1,048,576 */
    public JsonLimits {
        check("depth", depth);
        check("name", name);
        check("value", value);
        if (document < 1) {
            throw new IllegalArgumentException("document needs to be 1 or more, but was " + document);
        }
    }

    private static void check(String limit, int value) {
        if (value < 1 || value > HIGHEST) {
            throw new IllegalArgumentException(limit + " needs to be 1 to " + HIGHEST + ", but was " + value);
        }
    }

    /** The same with another depth. */
    public JsonLimits withDepth(int levels) {
        return new JsonLimits(levels, name, value, document);
    }

    /** The same with another length of names. */
    public JsonLimits withName(int length) {
        return new JsonLimits(depth, length, value, document);
    }

    /** The same with another length of classified values. */
    public JsonLimits withValue(int length) {
        return new JsonLimits(depth, name, length, document);
    }

    /** The same with another length of documents. */
    public JsonLimits withDocument(long length) {
        return new JsonLimits(depth, name, value, length);
    }
}
