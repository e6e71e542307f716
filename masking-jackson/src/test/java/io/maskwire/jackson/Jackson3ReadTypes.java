package io.maskwire.jackson;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.maskwire.policy.Sensitive;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.util.StdConverter;

/** Classes with a classified property that annotations of Jackson 3 change the reading of. */
final class Jackson3ReadTypes {

    private Jackson3ReadTypes() {}

    @JsonDeserialize(builder = Built.Builder.class)
    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static final class Built {
        private final String id;

        @Sensitive("secret")
        private final String secret;

        private Built(Builder builder) {
            this.id = builder.id;
            this.secret = builder.secret;
        }

        @JsonPOJOBuilder
        static final class Builder {
            private String id;
            private String secret;

            Builder withId(String is) {
                this.id = is;
                return this;
            }

            Builder withSecret(String is) {
                this.secret = is;
                return this;
            }

            Built build() {
                if (secret != null && secret.contains("Zürich")) {
                    throw new IllegalArgumentException("bad value " + secret);
                }
                return new Built(this);
            }
        }
    }

    static final class Upper extends StdDeserializer<String> {

        Upper() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser p, DeserializationContext context) {
            String text = p.getString();
            if (text.contains("Zürich")) {
                throw new IllegalArgumentException("bad value " + text);
            }
            return text.toUpperCase(Locale.ROOT);
        }
    }

    static final class ToText extends StdConverter<String, String> {

        @Override
        public String convert(String text) {
            if (text != null && text.contains("Zürich")) {
                throw new IllegalArgumentException("bad value " + text);
            }
            return "<" + text + ">";
        }
    }

    static class Using {
        public String id;

        @Sensitive("secret")
        @JsonDeserialize(using = Upper.class)
        public String secret;
    }

    static class ContentUsing {
        public String id;

        @Sensitive("secret")
        @JsonDeserialize(contentUsing = Upper.class)
        public List<String> secret;
    }

    static class Converted {
        public String id;

        @Sensitive("secret")
        @JsonDeserialize(converter = ToText.class)
        public String secret;
    }

    static final class WholeReader extends StdDeserializer<ClassUsing> {

        WholeReader() {
            super(ClassUsing.class);
        }

        @Override
        public ClassUsing deserialize(JsonParser p, DeserializationContext context) {
            JsonNode tree = context.readTree(p);
            JsonNode secret = tree.get("secret");
            if (secret != null && secret.toString().contains("Zürich")) {
                throw new IllegalArgumentException("bad value " + secret);
            }
            ClassUsing read = new ClassUsing();
            read.id = String.valueOf(tree.get("id"));
            read.secret = String.valueOf(secret);
            return read;
        }
    }

    @JsonDeserialize(using = WholeReader.class)
    static class ClassUsing {
        public String id;

        @Sensitive("secret")
        public String secret;
    }

    static final class FromMap extends StdConverter<Map<String, String>, ClassConverted> {

        @Override
        public ClassConverted convert(Map<String, String> values) {
            ClassConverted converted = new ClassConverted();
            converted.id = values.get("id");
            converted.secret = values.get("secret");
            if (converted.secret != null && converted.secret.contains("Zürich")) {
                throw new IllegalArgumentException("bad value " + values);
            }
            return converted;
        }
    }

    @JsonDeserialize(converter = FromMap.class)
    static class ClassConverted {
        public String id;

        @Sensitive("secret")
        public String secret;
    }

    interface Described {
        String secret();
    }

    record Description(@Sensitive("secret") String secret) implements Described {}

    static class As {
        public String id;

        @JsonDeserialize(as = Description.class)
        public Described inner;
    }

    static class Tree {
        public String id;

        @Sensitive("secret")
        public JsonNode secret;
    }

    static List<ReadCase> cases() {
        String text = "\"tango\"";
        return List.of(
                ReadCase.of(Built.class, text),
                ReadCase.of(Using.class, text),
                ReadCase.of(ContentUsing.class, "[\"tango\"]"),
                ReadCase.of(Converted.class, text),
                ReadCase.of(ClassUsing.class, text),
                ReadCase.of(ClassConverted.class, text),
                ReadCase.of(Tree.class, "{\"a\":[\"tango\"]}"),
                ReadCase.of(
                        As.class, "{\"id\":\"p-1\",\"inner\":{\"secret\":@}}", text, "{\"id\":\"p-1\",\"inner\":{}}"));
    }

    /** The code of these classes refuses the value. */
    static List<ReadCase> broken() {
        String text = "\"tango-Zürich-471147\"";
        return List.of(
                ReadCase.of(Built.class, text),
                ReadCase.of(Using.class, text),
                ReadCase.of(ContentUsing.class, "[" + text + "]"),
                ReadCase.of(Converted.class, text),
                ReadCase.of(ClassUsing.class, text),
                ReadCase.of(ClassConverted.class, text),
                ReadCase.of(ClassConverted.class, "{\"a\":tango}"));
    }
}
