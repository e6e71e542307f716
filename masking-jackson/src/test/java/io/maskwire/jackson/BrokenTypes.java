package io.maskwire.jackson;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.maskwire.policy.Sensitive;
import java.util.List;
import java.util.Map;

/** Classes whose own code refuses values, with messages that quote them. */
final class BrokenTypes {

    private BrokenTypes() {}

    private static RuntimeException bad(Object value) {
        return new IllegalArgumentException("bad value " + value, new IllegalStateException("because of " + value));
    }

    record Creator(String id, @Sensitive("secret") String secret) {
        Creator {
            if (secret != null) {
                throw bad(secret);
            }
        }
    }

    record Factory(String id, @Sensitive("secret") String secret) {
        @JsonCreator
        static Factory of(@JsonProperty("id") String id, @JsonProperty("secret") String secret) {
            throw bad(secret);
        }
    }

    static class Setter {
        public String id = "";

        @Sensitive("secret")
        public void setSecret(String secret) {
            throw bad(secret);
        }
    }

    /** A setter that nobody marked sees what another one was given. */
    static class OtherSetter {
        private String secret = "";

        @Sensitive("secret")
        public void setSecret(String secret) {
            this.secret = secret;
        }

        public void setId(String id) {
            throw bad(secret);
        }
    }

    @Sensitive("secret")
    record Marked(String number) {
        Marked {
            throw bad(number);
        }
    }

    record OfMarked(String id, Marked secret) {}

    record OfMarkedList(String id, List<Marked> secret) {}

    @Sensitive("secret")
    record Delegated(String text) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Delegated {
            throw bad(text);
        }
    }

    record OfDelegated(String id, Delegated secret) {}

    record Whole(@Sensitive("secret") String text) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Whole {
            throw bad(text);
        }
    }

    record OfWhole(String id, Whole secret) {}

    record OfWholes(String id, List<Map<String, Whole>> secret) {}

    static class Number {
        @Sensitive("secret")
        private final int value;

        @JsonCreator
        Number(int value) {
            this.value = value;
        }

        @JsonValue
        int value() {
            return value;
        }
    }

    record OfNumber(String id, Number secret) {}

    static class External {
        public String id = "";

        @Sensitive("secret")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
        @JsonSubTypes(@JsonSubTypes.Type(value = Integer.class, name = "int"))
        public Object secret;

        public String kind;
    }

    /** Its own members are unmarked; all it holds is classified where it is used. */
    record Inner(int number, String name) {}

    record OfInner(String id, @Sensitive("secret") Inner secret) {}

    record OfInners(String id, @Sensitive("secret") Map<String, Inner> secret) {}

    record Keyed(String id, Map<@Sensitive("secret") Integer, Integer> secret) {}

    static class Unwrapped {
        public String id = "";

        @JsonUnwrapped
        public UnwrappedInner inner = new UnwrappedInner();
    }

    static class UnwrappedOpen {
        public String id = "";

        @JsonUnwrapped
        public Visited visited = new Visited();
    }

    static class Visited {
        public int secret;
    }

    static class UnwrappedTwice {
        public String id = "";

        @JsonUnwrapped(prefix = "a-")
        public Middle middle = new Middle();
    }

    static class Middle {
        @JsonUnwrapped(prefix = "b-")
        public UnwrappedInner inner = new UnwrappedInner();
    }

    static class UnwrappedThrice {
        public String id = "";

        @JsonUnwrapped
        public Outer outer = new Outer();
    }

    static class Outer {
        @JsonUnwrapped
        public Unwrapped unwrapped = new Unwrapped();

        @JsonUnwrapped
        public Outer again;
    }

    static class UnwrappedInner {
        @Sensitive("secret")
        public int secret;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Numbered.class, name = "numbered")})
    interface Kind {}

    record Numbered(String id, @Sensitive("secret") int secret) implements Kind {}

    record OfKind(String id, Kind secret) {}

    /** Refused for what has nothing to do with the secret. */
    record Visible(@Sensitive("secret") String secret, int count, Address address) {}

    record Address(String street, int number) {
        Address {
            if (number < 0) {
                throw bad(number);
            }
        }
    }

    record Page(List<Visible> content, int total) {}
}
