package io.maskwire.jackson;

import java.util.List;

/**
 * A document with a classified value.
 *
 * @param name says what is special about it
 * @param type what it is read as
 * @param json the document, with {@code @} for the classified value
 * @param real a real value, as JSON
 * @param absent the document without the property; empty if there is none to leave out
 */
record ReadCase(String name, Class<?> type, String json, String real, String absent) {

    static ReadCase of(Class<?> type, String json, String real, String absent) {
        return new ReadCase(type.getSimpleName(), type, json, real, absent);
    }

    static ReadCase of(Class<?> type, String real) {
        return of(type, "{\"id\":\"p-1\",\"secret\":@}", real, "{\"id\":\"p-1\"}");
    }

    String with(String value) {
        return json.replace("@", value);
    }

    String withReal() {
        return with(real);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Cases both versions of Jackson can read. */
    static List<ReadCase> all() {
        return List.of(
                of(ReadTypes.Plain.class, "\"tango\""),
                of(ReadTypes.Numbers.class, "4711"),
                of(ReadTypes.Longs.class, "471147114711"),
                of(ReadTypes.Doubles.class, "47.11"),
                of(ReadTypes.Truth.class, "true"),
                of(ReadTypes.Decimal.class, "47.110"),
                of(ReadTypes.Dated.class, "\"1984-02-29\""),
                of(ReadTypes.Unique.class, "\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\""),
                of(ReadTypes.Bytes.class, "\"dGFuZ28=\""),
                of(ReadTypes.Chosen.class, "\"TWO\""),
                of(ReadTypes.Maybe.class, "\"tango\""),
                of(ReadTypes.Anything.class, "\"tango\""),
                of(ReadTypes.Listed.class, "[\"tango\",\"Zoë\"]"),
                of(ReadTypes.ListedInside.class, "[\"tango\"]"),
                of(ReadTypes.Arrayed.class, "[\"tango\"]"),
                of(ReadTypes.Mapped.class, "{\"a\":\"tango\"}"),
                of(ReadTypes.MappedInside.class, "{\"a\":\"tango\"}"),
                of(ReadTypes.Whole.class, "{\"street\":\"tango\",\"number\":5}"),
                of(ReadTypes.OfMarked.class, "{\"number\":\"4711\",\"holder\":\"Zoë\"}"),
                of(ReadTypes.OfMarkedList.class, "[{\"number\":\"4711\",\"holder\":\"Zoë\"}]"),
                of(ReadTypes.OfDelegated.class, "\"tango\""),
                of(ReadTypes.Fields.class, "\"tango\""),
                of(ReadTypes.Bean.class, "\"tango\""),
                of(ReadTypes.MarkedSetter.class, "\"tango\""),
                of(ReadTypes.MarkedGetter.class, "\"tango\""),
                of(ReadTypes.OfInterface.class, "\"tango\""),
                of(ReadTypes.Inherited.class, "\"tango\""),
                of(ReadTypes.ByCreator.class, "\"tango\""),
                of(ReadTypes.ByFactory.class, "\"tango\""),
                of(ReadTypes.NamedOtherwise.class, "\"tango\""),
                of(ReadTypes.AnySetter.class, "\"tango\""),
                of(ReadTypes.AnyField.class, "\"tango\""),
                of(ReadTypes.Unwrapped.class, "\"tango\""),
                of(ReadTypes.UnwrappedTwice.class, "\"tango\""),
                of(ReadTypes.MarkedUnwrapped.class, "\"tango\""),
                of(ReadTypes.OfAnimal.class, "{\"kind\":\"dog\",\"id\":\"Rex\",\"secret\":\"tango\"}"),
                of(ReadTypes.Renamed.class, "{\"id\":\"p-1\",\"geheim\":@}", "\"tango\"", "{\"id\":\"p-1\"}"),
                of(ReadTypes.Aliased.class, "{\"id\":\"p-1\",\"segreto\":@}", "\"tango\"", "{\"id\":\"p-1\"}"),
                of(
                        ReadTypes.UnwrappedWithPrefix.class,
                        "{\"the-more\":\"m\",\"the-secret\":@}",
                        "\"tango\"",
                        "{\"the-more\":\"m\"}"),
                of(
                        ReadTypes.External.class,
                        "{\"id\":\"p-1\",\"kind\":\"address\",\"secret\":@}",
                        "{\"street\":\"tango\",\"number\":5}",
                        ""),
                of(
                        ReadTypes.Outer.class,
                        "{\"id\":\"p-1\",\"inner\":{\"secret\":@,\"id\":\"p-2\"}}",
                        "\"tango\"",
                        "{\"id\":\"p-1\",\"inner\":{\"id\":\"p-2\"}}"),
                of(
                        ReadTypes.OuterList.class,
                        "{\"id\":\"p-1\",\"inner\":[{\"secret\":\"x\"},{\"secret\":@,\"id\":\"p-2\"}]}",
                        "\"tango\"",
                        "{\"id\":\"p-1\",\"inner\":[{\"secret\":\"x\"},{\"id\":\"p-2\"}]}"),
                of(
                        ReadTypes.OuterMap.class,
                        "{\"id\":\"p-1\",\"inner\":{\"a\":{\"secret\":@,\"id\":\"p-2\"}}}",
                        "\"tango\"",
                        "{\"id\":\"p-1\",\"inner\":{\"a\":{\"id\":\"p-2\"}}}"),
                of(
                        ReadTypes.OfGeneric.class,
                        "{\"inner\":{\"secret\":@,\"id\":\"p-2\"}}",
                        "{\"street\":\"tango\",\"number\":5}",
                        "{\"inner\":{\"id\":\"p-2\"}}"),
                of(
                        ReadTypes.Animal.class,
                        "{\"kind\":\"dog\",\"secret\":@,\"id\":\"Rex\"}",
                        "\"tango\"",
                        "{\"kind\":\"dog\",\"id\":\"Rex\"}"),
                new ReadCase(
                        "type id behind",
                        ReadTypes.Animal.class,
                        "{\"secret\":@,\"id\":\"Rex\",\"kind\":\"dog\"}",
                        "\"tango\"",
                        "{\"id\":\"Rex\",\"kind\":\"dog\"}"),
                of(ReadTypes.Positional.class, "[\"p-1\",@]", "\"tango\"", ""));
    }
}
