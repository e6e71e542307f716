package io.maskwire.jackson;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.maskwire.jackson.Case.Setting;
import io.maskwire.jackson.JacksonFeatures.Cat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values without any mark, for the paths {@code $..secret} and {@code $.root.exact[*].deep}. */
final class PathCases {

    private PathCases() {}

    static Stream<Case> cases() {
        Map<String, Object> map = Map.of("id", "visible", "secret", Case.SECRET);
        return Stream.of(
                Case.of("record", new Plain("visible", Case.SECRET)),
                Case.of("record as a list", List.of(new Plain("visible", Case.SECRET), "text", 5)),
                Case.of("map", map),
                Case.of("map in a list in a map", Map.of("all", List.of(map, map), "after", "visible")),
                Case.of("list under the name", Map.of("secret", List.of(Case.SECRET, List.of(47)), "after", 1)),
                Case.of("object under the name", Map.of("secret", Map.of("a", "x", "b", List.of(true)), "after", 1)),
                Case.of("other spelling", Map.of("SECRET", Case.SECRET, "se-cret", 471101, "secrets", 1)),
                Case.of("array of numbers", new Plain("visible", new int[] {471101, 471102})),
                Case.of("arrays of other numbers", new Plain("visible", List.of(new long[] {1}, new double[] {2.5}))),
                Case.of("array of text", new Plain("visible", new String[] {"a", null})),
                Case.of("bytes", new Plain("visible", new byte[] {1, 2, 3})),
                Case.of("null beside", Arrays.asList(new Plain("visible", null), map)),
                Case.of("any-getter", new AnyGetter()),
                Case.of("renamed property", new Renamed()),
                Case.of("unwrapped object", new Unwraps()),
                Case.of("raw object with the name in it", new OfRaw("{\"secret\":\"tango\",\"n\":1.50}")),
                Case.of("raw array with the name in it", new OfRaw("[ {\"x\":{\"secret\":[1,{\"y\":null}]}} ]")),
                Case.of("object with a type id", new Plain("visible", List.of(new Cat("x")))),
                Case.of("object with a type id around", Map.of("a", new JacksonFeatures.InArray())),
                Case.of("path through a list", Map.of("root", Map.of("exact", List.of(deep(), deep()), "deep", 1))),
                Case.of("path by the root's name", Map.of("exact", List.of(deep()), "secret", 1))
                        .with(Setting.ROOT_WRAPPED));
    }

    private static Map<String, Object> deep() {
        return Map.of("deep", Map.of("a", 1, "b", "x"), "other", "visible");
    }

    record Plain(String id, @Nullable Object secret) {}

    static class AnyGetter {
        public String id = "visible";

        @JsonAnyGetter
        public Map<String, Object> getMore() {
            return Map.of("secret", Case.SECRET, "other", 1);
        }
    }

    static class Renamed {
        public String id = "visible";

        @JsonProperty("secret")
        public String text = Case.SECRET;
    }

    static class Unwraps {
        public String key = "visible";

        @JsonUnwrapped
        public Renamed inner = new Renamed();
    }

    static class OfRaw {
        public String id = "visible";

        @JsonRawValue
        public String raw;

        OfRaw(String raw) {
            this.raw = raw;
        }
    }
}
