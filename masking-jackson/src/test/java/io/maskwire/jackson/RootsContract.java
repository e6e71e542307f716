package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Whatever a value comes in, and whether its type is told or not, each audience gets what it may see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RootsContract {

    private static final String SECRET = Case.SECRET;
    private static final Audience READER = Audience.role("reader");

    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("secret", Masks.erase())
            .audience(READER, grant -> grant.inClear("secret"))
            .build();
    private final Masking masking = Masking.of(policy);

    /** How a value is handed over. */
    enum Way {
        TEXT,
        BYTES,
        STREAM,
        GENERATOR,
        SEQUENCE
    }

    /** Writes a value, of a type if one is told; without a masking as Jackson alone does. */
    abstract String write(Object value, @Nullable Type type, Way way, @Nullable Masking masking, Audience audience)
            throws Exception;

    record Person(String id, @Sensitive("secret") String secret) {}

    record Envelope<T>(String id, T body, List<T> more) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    sealed interface Animal {}

    record Cat(String id, @Sensitive("secret") String secret) implements Animal {}

    record Dog(String id, List<@Sensitive("secret") String> secrets) implements Animal {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes(@JsonSubTypes.Type(value = Wrapped.class, name = "wrapped"))
    interface Wrapping {}

    record Wrapped(String id, @Sensitive("secret") String secret) implements Wrapping {}

    /** As paging libraries make them. */
    static class Paged<T> implements Iterable<T> {
        private final List<T> content;

        Paged(List<T> content) {
            this.content = content;
        }

        @Override
        public Iterator<T> iterator() {
            return content.iterator();
        }
    }

    /** As web frameworks make them. */
    static class Answer<T> {
        private final int status = 200;
        private final T body;

        Answer(T body) {
            this.body = body;
        }

        public int getStatus() {
            return status;
        }

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public T getBody() {
            return body;
        }
    }

    static class Linked<T> {
        @JsonUnwrapped
        public T content;

        public Map<String, String> links = Map.of("self", "visible");

        Linked(T content) {
            this.content = content;
        }
    }

    /** A root, made anew for each write as some can be written only once. */
    record Root(
            String name, Supplier<Object> value, @Nullable Type type) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Person PERSON = new Person("visible", SECRET);
    private static final Person OTHER = new Person("visible too", SECRET + "-2");
    private static final Cat CAT = new Cat("visible", SECRET);
    private static final Dog DOG = new Dog("visible", List.of(SECRET, SECRET + "-2"));

    private static Root root(String name, Supplier<Object> value, TypeReference<?> type) {
        return new Root(name, value, type.getType());
    }

    static Stream<Root> roots() {
        return Stream.of(
                root("record", () -> PERSON, new TypeReference<Person>() {}),
                root("list", () -> List.of(PERSON, OTHER), new TypeReference<List<Person>>() {}),
                root(
                        "list of lists",
                        () -> List.of(List.of(PERSON), List.of()),
                        new TypeReference<List<List<Person>>>() {}),
                root("set", () -> Set.of(PERSON), new TypeReference<Set<Person>>() {}),
                root(
                        "collection",
                        () -> new ArrayDeque<>(List.of(PERSON, OTHER)),
                        new TypeReference<Collection<Person>>() {}),
                root("array", () -> new Person[] {PERSON, OTHER}, new TypeReference<Person[]>() {}),
                root("array of objects", () -> new Object[] {PERSON, CAT, "visible"}, new TypeReference<Object[]>() {}),
                root(
                        "map",
                        () -> new LinkedHashMap<>(Map.of("visible", PERSON)),
                        new TypeReference<Map<String, Person>>() {}),
                root(
                        "map entry",
                        () -> Map.entry("visible", PERSON),
                        new TypeReference<Map.Entry<String, Person>>() {}),
                root("optional", () -> Optional.of(PERSON), new TypeReference<Optional<Person>>() {}),
                root(
                        "optional list",
                        () -> Optional.of(List.of(PERSON)),
                        new TypeReference<Optional<List<Person>>>() {}),
                root("reference", () -> new AtomicReference<>(PERSON), new TypeReference<AtomicReference<Person>>() {}),
                root("iterator", () -> List.of(PERSON, OTHER).iterator(), new TypeReference<Iterator<Person>>() {}),
                root("iterable", () -> new Paged<>(List.of(PERSON, OTHER)), new TypeReference<Paged<Person>>() {}),
                root("stream", () -> Stream.of(PERSON, OTHER), new TypeReference<Stream<Person>>() {}),
                root(
                        "generic",
                        () -> new Envelope<>("visible", PERSON, List.of(OTHER)),
                        new TypeReference<Envelope<Person>>() {}),
                root(
                        "generic in generic",
                        () -> new Envelope<>("visible", new Envelope<>("visible", CAT, List.of()), List.of()),
                        new TypeReference<Envelope<Envelope<Animal>>>() {}),
                root(
                        "generic wildcard",
                        () -> new Envelope<>("visible", DOG, List.of(DOG)),
                        new TypeReference<Envelope<?>>() {}),
                root("polymorphic", () -> CAT, new TypeReference<Animal>() {}),
                root("polymorphic list", () -> List.of(CAT, DOG), new TypeReference<List<Animal>>() {}),
                root("polymorphic array", () -> new Animal[] {DOG, CAT}, new TypeReference<Animal[]>() {}),
                root("polymorphic map", () -> Map.of("visible", DOG), new TypeReference<Map<String, Animal>>() {}),
                root("polymorphic optional", () -> Optional.of(CAT), new TypeReference<Optional<Animal>>() {}),
                root("polymorphic stream", () -> Stream.of(CAT, DOG), new TypeReference<Stream<Animal>>() {}),
                root("type id around", () -> new Wrapped("visible", SECRET), new TypeReference<Wrapping>() {}),
                root(
                        "type ids around",
                        () -> List.of(new Wrapped("visible", SECRET)),
                        new TypeReference<List<Wrapping>>() {}),
                root("object", () -> PERSON, new TypeReference<Object>() {}),
                root("answer", () -> new Answer<>(PERSON), new TypeReference<Answer<Person>>() {}),
                root(
                        "answer with a list",
                        () -> new Answer<>(List.of(CAT, DOG)),
                        new TypeReference<Answer<List<Animal>>>() {}),
                root("model with links", () -> new Linked<>(PERSON), new TypeReference<Linked<Person>>() {}),
                root(
                        "page",
                        () -> new PageImpl<>(List.of(PERSON, OTHER), PageRequest.of(0, 2), 4),
                        new TypeReference<Page<Person>>() {}),
                root(
                        "page of animals",
                        () -> new PageImpl<Animal>(List.of(CAT, DOG), PageRequest.of(0, 2), 2),
                        new TypeReference<PageImpl<Animal>>() {}),
                root(
                        "slice",
                        () -> new SliceImpl<>(List.of(PERSON), PageRequest.of(0, 2), true),
                        new TypeReference<Slice<Person>>() {}),
                root(
                        "collected flux",
                        () -> Flux.just(PERSON, OTHER).collectList().block(),
                        new TypeReference<List<Person>>() {}),
                root(
                        "streamed flux",
                        () -> Flux.just(PERSON, OTHER).toStream(),
                        new TypeReference<Stream<Person>>() {}));
    }

    @ParameterizedTest
    @MethodSource("roots")
    void isRightForEachAudienceWhateverTheWay(Root root) throws Exception {
        for (Way way : Way.values()) {
            check(root, null, way);
            check(root, root.type(), way);
        }
    }

    private void check(Root root, @Nullable Type type, Way way) throws Exception {
        String plain = write(root.value().get(), type, way, null, Audience.anonymous());
        assertThat(plain).as("%s shows its secret without masking", way).contains(SECRET);
        String masked = plain.replaceAll("\"" + SECRET + "(-2)?\"", "\"[masked]\"");

        assertThat(write(root.value().get(), type, way, masking, Audience.anonymous()))
                .as("%s of %s", way, type)
                .isEqualTo(masked);
        assertThat(write(root.value().get(), type, way, masking, READER))
                .as("%s of %s", way, type)
                .isEqualTo(plain);
    }

    /** As reactive servers write lines and server-sent events: one value at a time, on whatever thread there is. */
    @Test
    void aFluxWrittenValueByValueIsForItsOwnAudienceOnAnyThread() {
        Flux<String> events = Flux.range(0, 200)
                .parallel(4)
                .runOn(Schedulers.parallel())
                .map(i -> {
                    Audience audience = i % 2 == 0 ? READER : Audience.anonymous();
                    return i % 2 + event(new Envelope<>("visible", CAT, List.of(DOG)), audience);
                })
                .sequential();

        String inClear = "data:{\"id\":\"visible\",\"body\":{\"kind\":\"cat\",\"id\":\"visible\",\"secret\":\"" + SECRET
                + "\"},\"more\":[{\"kind\":\"dog\",\"id\":\"visible\",\"secrets\":[\"" + SECRET + "\",\"" + SECRET
                + "-2\"]}]}\n\n";
        String masked = inClear.replaceAll("\"" + SECRET + "(-2)?\"", "\"[masked]\"");
        assertThat(events.toIterable()).hasSize(200).containsOnly("0" + inClear, "1" + masked);
    }

    private String event(Object value, Audience audience) {
        try {
            Type type = new TypeReference<Envelope<Animal>>() {}.getType();
            return "data:" + write(value, type, Way.TEXT, masking, audience) + "\n\n";
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
