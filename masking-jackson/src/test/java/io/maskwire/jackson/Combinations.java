package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.maskwire.policy.Sensitive;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Annotations and kinds of classes that meet in one value. */
final class Combinations {

    private Combinations() {}

    static Stream<Case> cases() {
        return Stream.of(
                Case.of("type id that is a property too", List.of(new Existing())),
                Case.of("accessor of a record with annotations", new Accessor(SECRET, "visible")),
                Case.of("record with a marked method of an interface", new Implementing(SECRET, "visible")),
                Case.of("dynamic proxy", proxy()),
                Case.of("anonymous subclass", new Base() {}),
                Case.of("anonymous subclass that overrides", new Base() {
                    @Override
                    public String getSecret() {
                        return super.getSecret();
                    }
                }),
                Case.of("generic getter overridden with its type", new OfText()),
                Case.of("marked generic getter overridden", new OfMarked()),
                Case.of("private field hidden by one of a superclass", new Hiding()),
                Case.of("argument of a superclass", new OfArgument()),
                Case.of("parameter of a type", new Box<>(SECRET)),
                Case.of("bound of a parameter of a type", new Bounded<>(SECRET)),
                Case.of("wildcard", new Wildcards()),
                Case.of("arrays in lists in maps", new Deep()),
                Case.of("map entry written as an object", new Entry()),
                Case.of("exception", new Failure()),
                Case.of("unwrapped with an any-getter", new UnwrapsAny()),
                Case.of("unwrapped in a list with a prefix", List.of(new UnwrapsPrefixed(), new UnwrapsPrefixed())),
                Case.of("ignored for reading only", new AllowGetters()),
                Case.of("read only", new ReadOnly()),
                Case.of("inclusion of contents", new Included()),
                Case.of("private fields visible, getter ignored", new PrivateVisible()),
                Case.of("getter by annotation", new ByGetterAnnotation()),
                Case.of("numbers that count", new Counting(), "471101"),
                Case.of("reference in an optional in a reference", new References()),
                Case.of("inner class", new Combinations().new Inner()));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
    @JsonTypeName("visible")
    static class Existing {
        public String kind = "visible";

        @Sensitive("secret")
        public String secret = SECRET;
    }

    record Accessor(String secret, String id) {
        @Sensitive("secret")
        @JsonProperty("other")
        @Override
        public String secret() {
            return secret;
        }
    }

    interface HasSecret {
        @Sensitive("secret")
        String secret();
    }

    record Implementing(@Override String secret, String id) implements HasSecret {}

    interface Bean {
        @Sensitive("secret")
        String getSecret();

        String getId();
    }

    private static Object proxy() {
        return Proxy.newProxyInstance(
                Combinations.class.getClassLoader(),
                new Class<?>[] {Bean.class},
                (self, method, arguments) -> method.getName().equals("getSecret") ? SECRET : "visible");
    }

    static class Base {
        @Sensitive("secret")
        private final String secret = SECRET;

        public String id = "visible";

        public String getSecret() {
            return secret;
        }
    }

    static class Generic<T> {
        public String id = "visible";
        private final T secret;

        Generic(T secret) {
            this.secret = secret;
        }

        public T getSecret() {
            return secret;
        }
    }

    static class OfText extends Generic<String> {
        OfText() {
            super(SECRET);
        }

        @Sensitive("secret")
        @Override
        public String getSecret() {
            return super.getSecret();
        }
    }

    static class MarkedGeneric<T> {
        public String id = "visible";

        @Sensitive("secret")
        public T getSecret() {
            return null;
        }
    }

    static class OfMarked extends MarkedGeneric<CharSequence> {
        @Override
        public String getSecret() {
            return SECRET;
        }
    }

    static class Hiding extends Base {
        private final String secret = SECRET;

        @Override
        public String getSecret() {
            return secret;
        }
    }

    static class OfArgument extends Generic<@Sensitive("secret") String> {
        OfArgument() {
            super(SECRET);
            id = null;
        }
    }

    record Box<@Sensitive("secret") T>(T secret) {}

    static class Wildcards {
        public String id = "visible";
        public List<? extends @Sensitive("secret") String> upper = List.of(SECRET);
        public List<? super @Sensitive("secret") String> lower = new ArrayList<>(List.of(SECRET));
    }

    static class Deep {
        public String id = "visible";
        public Map<String, List<@Sensitive("secret") String[]>[]> deep = new HashMap<>();

        @SuppressWarnings({"unchecked", "rawtypes"})
        Deep() {
            deep.put("key", new List[] {List.<String[]>of(new String[] {SECRET})});
        }
    }

    static class Entry {
        public String id = "visible";

        @JsonFormat(shape = JsonFormat.Shape.OBJECT)
        public Map.Entry<String, @Sensitive("secret") String> entry = Map.entry(SECRET, SECRET);
    }

    record Bounded<T extends @Sensitive("secret") Comparable<T>>(T secret) {}

    @JsonIgnoreProperties({"stackTrace", "suppressed", "cause", "localizedMessage"})
    static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure() {
            super("visible");
        }

        @Sensitive("secret")
        public String getSecret() {
            return SECRET;
        }
    }

    static class UnwrapsAny {
        public String id = "visible";

        @JsonUnwrapped
        public Any any = new Any();
    }

    static class Any {
        @Sensitive("secret")
        @JsonAnyGetter
        public Map<String, Object> more() {
            return Map.of("key", Map.of("deep", SECRET));
        }
    }

    static class UnwrapsPrefixed {
        public String id = "visible";

        @JsonUnwrapped(prefix = "a.", suffix = ".z")
        public Base base = new Base();
    }

    @JsonIgnoreProperties(value = "secret", allowGetters = true)
    static class AllowGetters extends Base {}

    static class ReadOnly {
        public String id = "visible";

        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        @Sensitive("secret")
        private final String secret = SECRET;
    }

    static class Included {
        public String id = "visible";

        @JsonInclude(value = JsonInclude.Include.NON_EMPTY, content = JsonInclude.Include.NON_NULL)
        public Map<String, @Sensitive("secret") String> secrets = new HashMap<>(Map.of("key", SECRET));

        Included() {
            secrets.put("none", null);
        }
    }

    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    static class PrivateVisible {
        private final String id = "visible";

        @Sensitive("secret")
        private final String hidden = SECRET;

        @JsonIgnore
        public String getOther() {
            return hidden + id;
        }
    }

    static class ByGetterAnnotation {
        public String id = "visible";

        @Sensitive("secret")
        @JsonGetter("number")
        String anything() {
            return SECRET;
        }
    }

    static class Counting {
        public String id = "visible";

        @Sensitive("secret")
        public AtomicLong number = new AtomicLong(471101);
    }

    static class References {
        public String id = "visible";
        public AtomicReference<Optional<AtomicReference<@Sensitive("secret") String>>> secret =
                new AtomicReference<>(Optional.of(new AtomicReference<>(SECRET)));
    }

    class Inner {
        public String id = "visible";

        @Sensitive("secret")
        public String secret = SECRET;
    }
}
