package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.maskwire.Masking;
import io.maskwire.jackson.Case.Setting;
import io.maskwire.policy.Audience;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

class Jackson3Test extends MaskingContract {

    /** The builder each mapper begins with. */
    MapperBuilder<?, ?> builder() {
        return JsonMapper.builder();
    }

    /** Adds the masking module, if any; a subclass adds others before or after it. */
    void addModules(MapperBuilder<?, ?> builder, JacksonModule... masking) {
        builder.addModules(masking);
    }

    /** What was written as JSON. */
    String text(byte[] written) {
        return new String(written, StandardCharsets.UTF_8);
    }

    private record Setup(Set<Setting> settings, @Nullable Masking masking) {}

    private final Map<Setup, ObjectMapper> mappers = new HashMap<>();

    @Override
    String write(Case each, @Nullable Masking masking, Audience audience) {
        ObjectMapper mapper = mappers.computeIfAbsent(new Setup(each.settings(), masking), this::mapper);
        ObjectWriter writer = masking == null ? mapper.writer() : MaskingModule.writer(mapper, audience);
        if (each.has(Setting.VIEW)) {
            writer = writer.withView(JacksonFeatures.Shown.class);
        }
        return text(writer.withAttribute("secret", SECRET).writeValueAsBytes(each.value()));
    }

    private ObjectMapper mapper(Setup setup) {
        MapperBuilder<?, ?> builder = builder();
        builder.addModule(new SimpleModule("own").addSerializer(new Jackson3Serializers.RegisteredSerializer()));
        set(builder, setup.settings());
        if (setup.masking() == null) {
            addModules(builder);
        } else {
            addModules(builder, MaskingModule.of(setup.masking()));
        }
        return builder.build();
    }

    private static void set(MapperBuilder<?, ?> builder, Set<Setting> settings) {
        if (settings.contains(Setting.FIELDS_ONLY)) {
            builder.changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY));
        }
        if (settings.contains(Setting.MUTATORS_NOT_INFERRED)) {
            builder.disable(MapperFeature.INFER_PROPERTY_MUTATORS);
        }
        if (settings.contains(Setting.ANNOTATIONS_OFF)) {
            builder.disable(MapperFeature.USE_ANNOTATIONS);
        }
        if (settings.contains(Setting.MIX_INS)) {
            builder.addMixIn(AnnotatedPlaces.Unmarked.class, AnnotatedPlaces.UnmarkedMixIn.class);
            builder.addMixIn(AnnotatedPlaces.UnmarkedField.class, AnnotatedPlaces.UnmarkedFieldMixIn.class);
        }
        if (settings.contains(Setting.FILTER)) {
            builder.filterProvider(
                    new SimpleFilterProvider().addFilter("all", SimpleBeanPropertyFilter.serializeAllExcept("nobody")));
        }
        if (settings.contains(Setting.ROOT_WRAPPED)) {
            builder.enable(SerializationFeature.WRAP_ROOT_VALUE);
        }
    }

    @Override
    Stream<Case> ownCases() {
        return Stream.of(
                Case.of("property with a serializer", new Jackson3Serializers.Using()),
                Case.of("contents with a serializer", new Jackson3Serializers.ContentUsing()),
                Case.of("class with a serializer", new Jackson3Serializers.ClassUsing()),
                Case.of("class with a serializer, other names", new Jackson3Serializers.ClassUsingOtherNames()),
                Case.of("class with a serializer, as text", holder(new Jackson3Serializers.ClassUsingText())),
                Case.of("class whose serializer a module brings", new Jackson3Serializers.Registered()),
                Case.of("class that writes itself", new Jackson3Serializers.SelfSerializing()),
                Case.of("property with a converter", new Jackson3Serializers.PropertyConverter()),
                Case.of("marked property with a converter", new Jackson3Serializers.MarkedConverted()),
                Case.of("class with a converter to text", holder(new Jackson3Serializers.ClassConverterToText())),
                Case.of("class with a converter to a map", holder(new Jackson3Serializers.ClassConverterToMap())),
                Case.of("marked class as text", new Jackson3Serializers.MarkedClassAsText()),
                Case.of("undeclared marked class as text", new Jackson3Serializers.UndeclaredClassAsText()),
                Case.of("JsonNode", new Jackson3Serializers.OfJsonNode(), SECRET, "471101"),
                Case.of("object in a JsonNode", new Jackson3Serializers.OfPojoNode()),
                Case.of("naming strategy", new Jackson3Serializers.Named()),
                Case.of("generator wrapped by a serializer", new Jackson3Serializers.WrapsTheGenerator()),
                Case.of("through a buffer", new Jackson3Serializers.WritesThroughABuffer(), SECRET, "471101"),
                Case.of(
                        "every way to write a scalar",
                        new Jackson3Serializers.WritesEveryScalar(),
                        SECRET,
                        "4711",
                        "4.711E",
                        "dGFuZ28"));
    }

    private static Object holder(Object value) {
        return new JacksonFeatures.Holder(value);
    }

    @Override
    Stream<Case> ownCasesForPaths() {
        return Stream.of(
                Case.of(
                        "JsonNode",
                        JsonNodeFactory.instance.objectNode().put("secret", 5).put("x", "visible")),
                Case.of(
                        "JsonNode inside",
                        Map.of("node", JsonNodeFactory.instance.objectNode().put("secret", true))),
                Case.of("appended property", new Jackson3Serializers.Appended()));
    }
}
