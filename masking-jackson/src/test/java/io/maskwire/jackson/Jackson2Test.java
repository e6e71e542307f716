package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.ser.impl.SimpleBeanPropertyFilter;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.maskwire.Masking;
import io.maskwire.jackson.Case.Setting;
import io.maskwire.policy.Audience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Jackson2Test extends MaskingContract {

    /** The builder each mapper begins with. */
    MapperBuilder<?, ?> builder() {
        return JsonMapper.builder().addModules(new JavaTimeModule(), new Jdk8Module());
    }

    /** Adds the masking module, if any; a subclass adds others before or after it. */
    void addModules(MapperBuilder<?, ?> builder, Module... masking) {
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
        ObjectWriter writer = masking == null ? mapper.writer() : Jackson2MaskingModule.writer(mapper, audience);
        if (each.has(Setting.VIEW)) {
            writer = writer.withView(JacksonFeatures.Shown.class);
        }
        try {
            return text(writer.withAttribute("secret", SECRET).writeValueAsBytes(each.value()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ObjectMapper mapper(Setup setup) {
        MapperBuilder<?, ?> builder = builder();
        builder.addModule(new SimpleModule("own").addSerializer(new Jackson2Serializers.RegisteredSerializer()));
        set(builder, setup.settings());
        if (setup.masking() == null) {
            addModules(builder);
        } else {
            addModules(builder, Jackson2MaskingModule.of(setup.masking()));
        }
        return builder.build();
    }

    private static void set(MapperBuilder<?, ?> builder, Set<Setting> settings) {
        if (settings.contains(Setting.FIELDS_ONLY)) {
            builder.visibility(PropertyAccessor.ALL, Visibility.NONE)
                    .visibility(PropertyAccessor.FIELD, Visibility.ANY);
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

    /** Jackson 2 itself can't write a class with mix-ins while its annotations are off. */
    private static boolean isPossible(Case each) {
        return !(each.has(Setting.MIX_INS) && each.has(Setting.ANNOTATIONS_OFF));
    }

    @Override
    Stream<Case> cases() {
        return super.cases().filter(Jackson2Test::isPossible);
    }

    @ParameterizedTest
    @MethodSource("impossibleCases")
    void failsWhereJacksonAloneFails(Case each) {
        assertThatThrownBy(() -> write(each, null, Audience.anonymous())).isInstanceOf(NullPointerException.class);
    }

    Stream<Case> impossibleCases() {
        return super.cases().filter(each -> !isPossible(each));
    }

    @Override
    Stream<Case> ownCases() {
        return Stream.of(
                Case.of("property with a serializer", new Jackson2Serializers.Using()),
                Case.of("contents with a serializer", new Jackson2Serializers.ContentUsing()),
                Case.of("class with a serializer", new Jackson2Serializers.ClassUsing()),
                Case.of("class with a serializer, other names", new Jackson2Serializers.ClassUsingOtherNames()),
                Case.of("class with a serializer, as text", holder(new Jackson2Serializers.ClassUsingText())),
                Case.of("class whose serializer a module brings", new Jackson2Serializers.Registered()),
                Case.of("class that writes itself", new Jackson2Serializers.SelfSerializing()),
                Case.of("property with a converter", new Jackson2Serializers.PropertyConverter()),
                Case.of("marked property with a converter", new Jackson2Serializers.MarkedConverted()),
                Case.of("class with a converter to text", holder(new Jackson2Serializers.ClassConverterToText())),
                Case.of("class with a converter to a map", holder(new Jackson2Serializers.ClassConverterToMap())),
                Case.of("marked class as text", new Jackson2Serializers.MarkedClassAsText()),
                Case.of("undeclared marked class as text", new Jackson2Serializers.UndeclaredClassAsText()),
                Case.of("JsonNode", new Jackson2Serializers.OfJsonNode(), SECRET, "471101"),
                Case.of("object in a JsonNode", new Jackson2Serializers.OfPojoNode()),
                Case.of("naming strategy", new Jackson2Serializers.Named()),
                Case.of("generator wrapped by a serializer", new Jackson2Serializers.WrapsTheGenerator()),
                Case.of("through a buffer", new Jackson2Serializers.WritesThroughABuffer(), SECRET, "471101"),
                Case.of(
                        "every way to write a scalar",
                        new Jackson2Serializers.WritesEveryScalar(),
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
                Case.of("appended property", new Jackson2Serializers.Appended()));
    }
}
