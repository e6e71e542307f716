package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.maskwire.jackson.Case.Setting;
import io.maskwire.policy.Sensitive;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every place a mark may stand. */
final class AnnotatedPlaces {

    private AnnotatedPlaces() {}

    static Stream<Case> cases() {
        return Stream.of(
                Case.of("getter", new Getter()),
                Case.of("getter, annotations of Jackson off", new Getter()).with(Setting.ANNOTATIONS_OFF),
                Case.of("private field with a getter", new PrivateField()),
                Case.of("private field, mutators not inferred", new PrivateField())
                        .with(Setting.MUTATORS_NOT_INFERRED),
                Case.of("private field, annotations of Jackson off", new PrivateField())
                        .with(Setting.ANNOTATIONS_OFF),
                Case.of("private field, only fields visible", new PrivateField())
                        .with(Setting.FIELDS_ONLY),
                Case.of("getter, only fields visible", new Getter()).with(Setting.FIELDS_ONLY),
                Case.of("public field", new PublicField()),
                Case.of("setter", new Setter()),
                Case.of("parameter of a creator", new Creator(SECRET)),
                Case.of("record component", new Component("visible", SECRET)),
                Case.of("root wrapped", new Component("visible", SECRET)).with(Setting.ROOT_WRAPPED),
                Case.of("record in a list", new Lists("visible", List.of(new Component("a", SECRET)))),
                Case.of("record in a map", Map.of("key", new Component("visible", SECRET))),
                Case.of("list as the root", List.of(new Component("visible", SECRET), new Component("b", SECRET))),
                Case.of("array as the root", new Object[] {new Component("visible", SECRET), "plain"}),
                Case.of("method of an interface", new OfInterface()),
                Case.of("default method of an interface", new OfDefaultMethod()),
                Case.of("superclass getter that is overridden", new Overriding()),
                Case.of("field of a superclass", new Extending()),
                Case.of("renamed property", new Renamed()),
                Case.of("renamed by an annotation on the getter", new RenamedGetter()),
                Case.of("capitals in the name", new Capitals()),
                Case.of("boolean field named like its getter", new IsField(), "true"),
                Case.of("mix-in with a method", new Unmarked()).with(Setting.MIX_INS),
                Case.of("mix-in with a field", new UnmarkedField()).with(Setting.MIX_INS),
                Case.of("mix-in, annotations of Jackson off", new Unmarked())
                        .with(Setting.MIX_INS, Setting.ANNOTATIONS_OFF),
                Case.of("annotation bundle", new Bundled()),
                Case.of("plain meta-annotation", new MetaAnnotated()),
                Case.of("meta-annotation three steps away", new FarMetaAnnotated()),
                Case.of("argument of a list", new ListArgument()),
                Case.of("value argument of a map", new MapArgument()),
                Case.of("argument of an optional", new OptionalArgument()),
                Case.of("argument deep inside", new DeepArgument()),
                Case.of("argument under a wildcard", new WildcardArgument()),
                Case.of("component of an array", new ArrayComponent()),
                Case.of("argument of an own generic class", new BoxArgument()),
                Case.of("class of a value", new OfMarkedClass(new MarkedClass())),
                Case.of("class as the root", new MarkedClass(), SECRET, "code-17"),
                Case.of("interface of a value", new OfMarkedClass(new OfMarkedInterface())),
                Case.of("argument of a generic superclass", new OfMails(new Mails())),
                Case.of("argument of a map's superclass", new OfMails(new MailMap())),
                Case.of("enum class", new OfEnum(Diagnosis.TANGO), "TANGO"),
                Case.of("ignored member beside a marked one", new WithIgnored()),
                Case.of("write-only member beside a marked one", new WithWriteOnly()));
    }

    static class Getter {
        public String id = "visible";
        private final String secret = SECRET;

        @Sensitive("secret")
        public String getSecret() {
            return secret;
        }
    }

    static class PrivateField {
        public String id = "visible";

        @Sensitive("secret")
        private final String secret = SECRET;

        public String getSecret() {
            return secret;
        }
    }

    static class PublicField {
        public String id = "visible";

        @Sensitive("secret")
        public String secret = SECRET;
    }

    static class Setter {
        public String id = "visible";
        private String secret = SECRET;

        public String getSecret() {
            return secret;
        }

        @Sensitive("secret")
        public void setSecret(String secret) {
            this.secret = secret;
        }
    }

    static class Creator {
        public String id = "visible";
        private final String mail;

        @JsonCreator
        Creator(@JsonProperty("mail") @Sensitive("secret") String mail) {
            this.mail = mail;
        }

        public String getMail() {
            return mail;
        }
    }

    record Component(String id, @Sensitive("secret") String secret) {}

    record Lists(String id, List<Component> all) {}

    interface HasSecret {
        @Sensitive("secret")
        String getSecret();
    }

    static class OfInterface implements HasSecret {
        public String id = "visible";

        @Override
        public String getSecret() {
            return SECRET;
        }
    }

    interface HasDefaultSecret {
        @Sensitive("secret")
        default String getSecret() {
            return SECRET;
        }
    }

    static class OfDefaultMethod implements HasDefaultSecret {
        public String id = "visible";
    }

    static class Overriding extends Getter {
        @Override
        public String getSecret() {
            return SECRET;
        }
    }

    static class Extending extends PrivateField {
        public String more = "also visible";
    }

    static class Renamed {
        public String id = "visible";

        @Sensitive("secret")
        @JsonProperty("social-number")
        private final String ssn = SECRET;
    }

    static class RenamedGetter {
        public String id = "visible";

        @Sensitive("secret")
        private final String ssn = SECRET;

        @JsonProperty("number")
        public String getSsn() {
            return ssn;
        }
    }

    static class Capitals {
        public String id = "visible";

        @Sensitive("secret")
        private final String mailURL = SECRET;

        @Sensitive("secret")
        public String getURLName() {
            return SECRET;
        }

        public String getMailURL() {
            return mailURL;
        }
    }

    static class IsField {
        public String id = "visible";

        @Sensitive("secret")
        private final boolean isPregnant = true;

        public boolean isPregnant() {
            return isPregnant;
        }
    }

    static class Unmarked {
        public String id = "visible";

        public String getSecret() {
            return SECRET;
        }
    }

    interface UnmarkedMixIn {
        @Sensitive("secret")
        String getSecret();
    }

    static class UnmarkedField {
        public String id = "visible";
        public String secret = SECRET;
    }

    abstract static class UnmarkedFieldMixIn {
        @Sensitive("secret")
        String secret;
    }

    @JacksonAnnotationsInside
    @Sensitive("secret")
    @JsonProperty("bundled")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Bundle {}

    static class Bundled {
        public String id = "visible";

        @Bundle
        private final String secret = SECRET;
    }

    @Sensitive("secret")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Meta {}

    @Meta
    @Retention(RetentionPolicy.RUNTIME)
    @interface Meta2 {}

    @Meta2
    @Retention(RetentionPolicy.RUNTIME)
    @interface Meta3 {}

    static class MetaAnnotated {
        public String id = "visible";

        @Meta
        public String secret = SECRET;
    }

    static class FarMetaAnnotated {
        public String id = "visible";

        @Meta3
        public String secret = SECRET;
    }

    static class ListArgument {
        public String id = "visible";
        public List<@Sensitive("secret") String> all = List.of(SECRET, SECRET);
    }

    static class MapArgument {
        public String id = "visible";
        public Map<String, @Sensitive("secret") String> all = Map.of("name", SECRET);
    }

    static class OptionalArgument {
        public String id = "visible";

        public Optional<@Sensitive("secret") String> getSecret() {
            return Optional.of(SECRET);
        }
    }

    static class DeepArgument {
        public String id = "visible";
        public List<Map<String, List<@Sensitive("secret") String>>> all = List.of(Map.of("name", List.of(SECRET)));
    }

    static class WildcardArgument {
        public String id = "visible";
        public List<? extends @Sensitive("secret") Object> all = List.of(SECRET);
    }

    static class ArrayComponent {
        public String id = "visible";
        public @Sensitive("secret") String[] all = {SECRET, null};
    }

    record Box<T>(T value) {}

    static class BoxArgument {
        public String id = "visible";
        public Box<@Sensitive("secret") String> box = new Box<>(SECRET);
    }

    @Sensitive("secret")
    static class MarkedClass {
        public String first = SECRET;
        public List<String> others = List.of(SECRET);
        public String nothing;
    }

    record OfMarkedClass(String id, Object value) {
        OfMarkedClass(Object value) {
            this("visible", value);
        }
    }

    @Sensitive("secret")
    interface MarkedInterface {}

    static class OfMarkedInterface implements MarkedInterface {
        public String first = SECRET;
    }

    static class Mails extends ArrayList<@Sensitive("secret") String> {
        Mails() {
            add(SECRET);
        }
    }

    static class MailMap extends HashMap<String, @Sensitive("secret") String> {
        MailMap() {
            put("name", SECRET);
        }
    }

    record OfMails(String id, Object mails) {
        OfMails(Object mails) {
            this("visible", mails);
        }
    }

    @Sensitive("secret")
    enum Diagnosis {
        TANGO
    }

    record OfEnum(String id, Diagnosis diagnosis) {
        OfEnum(Diagnosis diagnosis) {
            this("visible", diagnosis);
        }
    }

    static class WithIgnored {
        public String id = "visible";

        @JsonIgnore
        @Sensitive("secret")
        public String hidden = SECRET;

        @Sensitive("secret")
        public String secret = SECRET;
    }

    static class WithWriteOnly {
        public String id = "visible";

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Sensitive("secret")
        public String password = SECRET;

        @Sensitive("secret")
        public String secret = SECRET;
    }
}
