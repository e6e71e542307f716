package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import io.maskwire.jackson.Case.Setting;
import io.maskwire.policy.Sensitive;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Marked properties beside every annotation that makes Jackson write in another way. */
final class JacksonFeatures {

    private JacksonFeatures() {}

    static Stream<Case> cases() {
        return Stream.of(
                Case.of("unwrapped object with a marked property", new UnwrapsMarked()),
                Case.of("unwrapped with a prefix", new UnwrapsWithPrefix()),
                Case.of("unwrapped twice", new UnwrapsTwice()),
                Case.of("marked property that is unwrapped", new UnwrapsItself(), SECRET, "code-17"),
                Case.of("@JsonValue method", new Holder(new ValueMethod(SECRET))),
                Case.of("@JsonValue field", new Holder(new ValueField())),
                Case.of("@JsonValue that is derived", new Holder(new DerivedValue(SECRET))),
                Case.of("@JsonValue that is a derived getter", new Holder(new DerivedGetterValue(SECRET))),
                Case.of("@JsonValue of another field", new Holder(List.of(new OtherValue("visible", SECRET), SECRET2))),
                Case.of("enum written as an object", new Holder(Level.HIGH)),
                Case.of("@JsonValue that is an object", new Holder(new ObjectValue()), SECRET, "code-17"),
                Case.of("@JsonValue class in a list", new Holder(List.of(new ValueMethod(SECRET)))),
                Case.of("@JsonAnyGetter method", new AnyGetterMethod()),
                Case.of("@JsonAnyGetter field", new AnyGetterField()),
                Case.of("@JsonAnyGetter with objects", new AnyGetterObjects()),
                Case.of("@JsonAnyGetter under a filter", new FilteredAnyGetter())
                        .with(Setting.FILTER),
                Case.of("type id as a property", new Typed(List.of(new Cat(SECRET)))),
                Case.of("type id around, as an array", new Holder(new InArray())),
                Case.of("type id around, as an object", new Holder(new InObject())),
                Case.of("marked property with a type id", new TypedProperty()),
                Case.of("marked property with a type id around", new TypedPropertyInArray()),
                Case.of("type id beside the property", new TypedExternally()),
                Case.of("marked list with type ids", new TypedContents()),
                Case.of("view", new Viewed()).with(Setting.VIEW),
                Case.of("view, none active", new Viewed()),
                Case.of("filter", new Filtered()).with(Setting.FILTER),
                Case.of("filter named on the property", new FilteredProperty()).with(Setting.FILTER),
                Case.of("NON_NULL", new NonNull()),
                Case.of("NON_EMPTY", new NonEmpty()),
                Case.of("NON_DEFAULT", NonDefault.filled()),
                Case.of("raw text", new Raw("\"" + SECRET + "\"")),
                Case.of("raw number", new Raw("4111111111111111"), "4111111111111111"),
                Case.of("raw object", new Raw("{\"a\":[\"" + SECRET + "\",null,{}]}")),
                Case.of("written as an array", new AsArray()),
                Case.of("written as an array under a view", new AsArray()).with(Setting.VIEW),
                Case.of("pattern of a date", new WithPattern(), "17.05.1973"),
                Case.of("number written as text", new NumberAsText(), "471101"),
                Case.of("other order", new Ordered()),
                Case.of("getter with another name", new NamedGetter()),
                Case.of("root name", new Rooted()).with(Setting.ROOT_WRAPPED),
                Case.of("object ids by number", twice()),
                Case.of("parent and child", Parent.withChild()),
                Case.of("marked map with objects", new MarkedMap(), SECRET, "code-17"));
    }

    record Holder(String id, Object value) {
        Holder(Object value) {
            this("visible", value);
        }
    }

    record Inner(String plain, @Sensitive("secret") String secret) {
        Inner() {
            this("inner", SECRET);
        }
    }

    record Both(String one, String two) {
        Both() {
            this(SECRET, "code-17");
        }
    }

    static class UnwrapsMarked {
        public String id = "visible";

        @JsonUnwrapped
        public Inner inner = new Inner();
    }

    static class UnwrapsWithPrefix {
        public String id = "visible";

        @JsonUnwrapped(prefix = "in-", suffix = "-out")
        public Inner inner = new Inner();
    }

    static class UnwrapsTwice {
        public String id = "visible";

        @JsonUnwrapped(prefix = "x-")
        public UnwrapsWithPrefix outer = new UnwrapsWithPrefix();
    }

    static class UnwrapsItself {
        public String id = "visible";

        @JsonUnwrapped
        @Sensitive("secret")
        public Both both = new Both();
    }

    record ValueMethod(@Sensitive("secret") String text) {
        @JsonValue
        @Override
        public String text() {
            return text;
        }
    }

    static class ValueField {
        @JsonValue
        @Sensitive("secret")
        private final String text = SECRET;
    }

    record DerivedValue(@Sensitive("secret") String text) {
        @JsonValue
        public String shown() {
            return "<" + text + ">";
        }
    }

    record DerivedGetterValue(@Sensitive("secret") String text) {
        @JsonValue
        public String getShown() {
            return "<" + text + ">";
        }
    }

    /** Marks a member that is not written. */
    record OtherValue(
            @JsonValue String id, @Sensitive("secret") String secret) {}

    /** Keeps the case's promise that something secret is written. */
    private static final Object SECRET2 = new ValueMethod(SECRET);

    @JsonFormat(shape = JsonFormat.Shape.OBJECT)
    enum Level {
        HIGH;

        public final String id = "visible";

        @Sensitive("secret")
        public final String secret = SECRET;
    }

    static class ObjectValue {
        @JsonValue
        @Sensitive("secret")
        public Both both() {
            return new Both();
        }
    }

    static class AnyGetterMethod {
        public String id = "visible";
        private final Map<String, Object> more = new LinkedHashMap<>(Map.of("extra", SECRET));

        @JsonAnyGetter
        @Sensitive("secret")
        public Map<String, Object> getMore() {
            return more;
        }
    }

    static class AnyGetterField {
        public String id = "visible";

        @JsonAnyGetter
        @Sensitive("secret")
        public Map<String, Object> more = Map.of("extra", SECRET);
    }

    static class AnyGetterObjects {
        public String id = "visible";

        @JsonAnyGetter
        public Map<String, @Sensitive("secret") Object> getMore() {
            return Map.of("extra", List.of(SECRET, Map.of("deep", SECRET)));
        }
    }

    @JsonFilter("all")
    static class FilteredAnyGetter extends AnyGetterMethod {}

    record Typed(String id, List<? extends Animal> animals) {
        Typed(List<? extends Animal> animals) {
            this("visible", animals);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(Cat.class))
    interface Animal {}

    @JsonTypeName("cat")
    record Cat(@Sensitive("secret") String owner) implements Animal {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
    @JsonTypeName("in-array")
    static class InArray extends AnnotatedPlaces.PublicField {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonTypeName("in-object")
    static class InObject extends AnnotatedPlaces.PublicField {}

    @JsonTypeName("both")
    record TypedBoth(String one) {}

    static class TypedProperty {
        public String id = "visible";

        @Sensitive("secret")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
        public Object secret = new TypedBoth(SECRET);
    }

    static class TypedPropertyInArray {
        public String id = "visible";

        @Sensitive("secret")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
        public Object secret = new TypedBoth(SECRET);
    }

    static class TypedExternally {
        public String id = "visible";

        @Sensitive("secret")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
        public Object secret = new TypedBoth(SECRET);
    }

    static class TypedContents {
        public String id = "visible";

        @Sensitive("secret")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
        public List<Object> all = List.of(new TypedBoth(SECRET));
    }

    interface Shown {}

    static class Viewed {
        @JsonView(Shown.class)
        public String id = "visible";

        @JsonView({Shown.class, Holder.class})
        @Sensitive("secret")
        public String secret = SECRET;

        @JsonView(Shown.class)
        @Sensitive("secret")
        public String other = SECRET;
    }

    @JsonFilter("all")
    static class Filtered extends AnnotatedPlaces.PublicField {}

    static class FilteredProperty {
        public String id = "visible";

        @JsonFilter("all")
        public AnnotatedPlaces.PublicField inner = new AnnotatedPlaces.PublicField();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    static class NonNull extends AnnotatedPlaces.PublicField {
        @Sensitive("secret")
        public String nothing;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    static class NonEmpty extends AnnotatedPlaces.PublicField {
        @Sensitive("secret")
        public String nothing = "";

        @Sensitive("secret")
        public List<String> none = List.of();
    }

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    static class NonDefault {
        public String id = "";

        @Sensitive("secret")
        public String secret = "";

        @Sensitive("secret")
        public String other = "";

        static NonDefault filled() {
            NonDefault filled = new NonDefault();
            filled.id = "visible";
            filled.secret = SECRET;
            return filled;
        }
    }

    static class Raw {
        public String id = "visible";

        @JsonRawValue
        @Sensitive("secret")
        public String secret;

        Raw(String secret) {
            this.secret = secret;
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"id", "secret", "nothing", "other"})
    static class AsArray {
        @JsonView(Shown.class)
        public String id = "visible";

        @Sensitive("secret")
        @JsonView(Shown.class)
        public String secret = SECRET;

        @Sensitive("secret")
        @JsonView(Shown.class)
        public String nothing;

        @Sensitive("secret")
        public String other = SECRET;
    }

    static class WithPattern {
        public String id = "visible";

        @Sensitive("secret")
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "dd.MM.yyyy")
        public LocalDate born = LocalDate.of(1973, 5, 17);
    }

    static class NumberAsText {
        public String id = "visible";

        @Sensitive("secret")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        public int number = 471101;
    }

    @JsonPropertyOrder({"secret", "id"})
    static class Ordered extends AnnotatedPlaces.PublicField {}

    static class NamedGetter {
        public String id = "visible";

        @JsonGetter("mail")
        @Sensitive("secret")
        public String theMail() {
            return SECRET;
        }
    }

    @JsonRootName("the-root")
    static class Rooted extends AnnotatedPlaces.PublicField {}

    @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class, property = "@id")
    static class Identified extends AnnotatedPlaces.PublicField {}

    private static Object twice() {
        Identified one = new Identified();
        return List.of(one, one, new Identified());
    }

    static class Parent {
        public String id = "visible";

        @JsonManagedReference
        public Child child;

        static Parent withChild() {
            Parent parent = new Parent();
            parent.child = new Child();
            parent.child.parent = parent;
            return parent;
        }
    }

    static class Child {
        @JsonBackReference
        @Sensitive("secret")
        public Parent parent;

        @Sensitive("secret")
        public String secret = SECRET;
    }

    static class MarkedMap {
        public String id = "visible";

        @Sensitive("secret")
        public Map<String, Object> all = Map.of("name", new Both());
    }
}
