package io.maskwire.jackson;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonView;
import io.maskwire.policy.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Classes with a classified property {@code secret}, by the ways Jackson reads one. Each has a visible one, {@code id}. */
final class ReadTypes {

    private ReadTypes() {}

    record Plain(String id, @Sensitive("secret") String secret) {}

    record Numbers(String id, @Sensitive("secret") int secret) {}

    record Longs(String id, @Sensitive("secret") long secret) {}

    record Doubles(String id, @Sensitive("secret") double secret) {}

    record Truth(String id, @Sensitive("secret") boolean secret) {}

    record Decimal(String id, @Sensitive("secret") BigDecimal secret) {}

    record Dated(String id, @Sensitive("secret") LocalDate secret) {}

    record Unique(String id, @Sensitive("secret") UUID secret) {}

    record Bytes(String id, @Sensitive("secret") byte[] secret) {}

    enum Choice {
        ONE,
        TWO
    }

    record Chosen(String id, @Sensitive("secret") Choice secret) {}

    record Listed(String id, @Sensitive("secret") List<String> secret) {}

    record ListedInside(String id, List<@Sensitive("secret") String> secret) {}

    record Arrayed(String id, @Sensitive("secret") String[] secret) {}

    record Mapped(String id, @Sensitive("secret") Map<String, String> secret) {}

    record MappedInside(String id, Map<String, @Sensitive("secret") String> secret) {}

    record Keyed(String id, Map<@Sensitive("secret") String, Integer> secret) {}

    record Maybe(String id, @Sensitive("secret") Optional<String> secret) {}

    record Anything(String id, @Sensitive("secret") Object secret) {}

    record Address(String street, int number) {}

    record Whole(String id, @Sensitive("secret") Address secret) {}

    record Generic<T>(String id, @Sensitive("secret") T secret) {}

    record OfGeneric(Generic<Address> inner) {}

    @Sensitive("secret")
    record Card(String number, String holder) {}

    record OfMarked(String id, Card secret) {}

    record OfMarkedList(String id, List<Card> secret) {}

    record Outer(String id, Plain inner) {}

    record OuterList(String id, List<Plain> inner) {}

    record OuterMap(String id, Map<String, Plain> inner) {}

    record Renamed(
            String id,
            @JsonProperty("geheim") @Sensitive("secret") String secret) {}

    record Aliased(
            String id,

            @JsonAlias({"geheim", "segreto"}) @Sensitive("secret")
            String secret) {}

    static class Fields {
        public String id;

        @Sensitive("secret")
        public String secret;
    }

    static class Bean {

        private String id = "";

        @Sensitive("secret")
        private String secret = "";

        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public String getSecret() {
            return secret;
        }

        public void setSecret(String secret) {
            this.secret = secret;
        }
    }

    static class MarkedSetter {
        public String id = "";
        private String hidden = "";

        @Sensitive("secret")
        public void setSecret(String secret) {
            this.hidden = secret;
        }
    }

    static class MarkedGetter {
        public String id = "";
        private String secret = "";

        @Sensitive("secret")
        public String getSecret() {
            return secret;
        }

        public void setSecret(String secret) {
            this.secret = secret;
        }
    }

    interface HasSecret {
        @Sensitive("secret")
        String getSecret();
    }

    static class OfInterface implements HasSecret {
        public String id = "";
        private String secret = "";

        @Override
        public String getSecret() {
            return secret;
        }

        public void setSecret(String secret) {
            this.secret = secret;
        }
    }

    static class Inherited extends Fields {
        public String more;
    }

    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static class ByCreator {
        private final String id;

        @Sensitive("secret")
        private final String secret;

        @JsonCreator
        ByCreator(@JsonProperty("id") String id, @JsonProperty("secret") String secret) {
            this.id = id;
            this.secret = secret;
        }
    }

    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static class ByFactory {
        private final String id;

        @Sensitive("secret")
        private final String secret;

        private ByFactory(String id, String secret) {
            this.id = id;
            this.secret = secret;
        }

        @JsonCreator
        static ByFactory of(@JsonProperty("id") String id, @JsonProperty("secret") String secret) {
            return new ByFactory(id, secret);
        }
    }

    /** No property is named after the field. */
    @JsonAutoDetect(fieldVisibility = Visibility.NONE)
    static class NamedOtherwise {
        @JsonProperty
        private final String id;

        @Sensitive("secret")
        private final String hidden;

        @JsonCreator
        NamedOtherwise(@JsonProperty("id") String id, @JsonProperty("secret") String hidden) {
            this.id = id;
            this.hidden = hidden;
        }
    }

    @Sensitive("secret")
    record Delegated(
            @com.fasterxml.jackson.annotation.JsonValue String text) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Delegated {}
    }

    record OfDelegated(String id, Delegated secret) {}

    static class AnySetter {
        public String id = "";

        private final Map<String, Object> others = new LinkedHashMap<>();

        @JsonAnySetter
        @Sensitive("secret")
        public void put(String name, Object value) {
            others.put(name, value);
        }
    }

    static class AnyField {
        public String id = "";

        @JsonAnySetter
        @Sensitive("secret")
        public Map<String, Object> others = new LinkedHashMap<>();
    }

    static class Unwrapped {
        public String id = "";

        @JsonUnwrapped
        public Inner inner = new Inner();
    }

    static class UnwrappedWithPrefix {
        public String id = "";

        @JsonUnwrapped(prefix = "the-")
        public Inner inner = new Inner();
    }

    static class Inner {
        public String more = "";

        @Sensitive("secret")
        public String secret = "";
    }

    static class UnwrappedTwice {
        public String id = "";

        @JsonUnwrapped
        public Middle middle = new Middle();
    }

    static class Middle {
        private Inner inner = new Inner();

        @JsonUnwrapped
        public Inner getInner() {
            return inner;
        }

        public void setInner(Inner inner) {
            this.inner = inner;
        }
    }

    static class MarkedUnwrapped {
        public String id = "";

        @JsonUnwrapped
        @Sensitive("secret")
        public Unmarked inner = new Unmarked();
    }

    static class Unmarked {
        public String secret = "";
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Dog.class, name = "dog")})
    interface Animal {}

    record Dog(String id, @Sensitive("secret") String secret) implements Animal {}

    record OfAnimal(String id, @Sensitive("secret") Animal secret) {}

    record External(
            String id,
            String kind,

            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
            @JsonSubTypes({@JsonSubTypes.Type(value = Address.class, name = "address")})
            @Sensitive("secret")
            Object secret) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @com.fasterxml.jackson.annotation.JsonPropertyOrder({"id", "secret"})
    record Positional(String id, @Sensitive("secret") String secret) {}

    interface Shown {}

    interface Hidden {}

    static class InAView {
        @JsonView(Shown.class)
        public String id = "";

        @JsonView(Hidden.class)
        @Sensitive("secret")
        public String secret = "";
    }

    static class ReadOnly {
        public String id = "";

        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        @Sensitive("secret")
        public String secret = "";
    }
}
