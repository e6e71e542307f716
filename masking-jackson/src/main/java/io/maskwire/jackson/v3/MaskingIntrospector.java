package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.PropertyNames;
import java.lang.reflect.Member;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Sees the two places Jackson shows to no modifier: a serializer named on a class, and the keys of one property. */
final class MaskingIntrospector extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
        if (!(annotated instanceof AnnotatedClass)) {
            return null;
        }
        ClassScan scan = Scans.of(config, annotated.getRawType());
        if (scan.isEmpty()) {
            return null;
        }
        Object named = first(config, other -> other.findSerializer(config, annotated));
        boolean converts = first(config, other -> other.findSerializationConverter(config, annotated)) != null;
        return named == null && !converts ? null : new DeferredSerializer(annotated, named, Scope.ofHandWritten(scan));
    }

    @Override
    public @Nullable Object findKeySerializer(MapperConfig<?> config, Annotated annotated) {
        Classification keys = annotated instanceof AnnotatedMember member ? keys(config, member) : null;
        return keys == null
                ? null
                : new DeferredKeySerializer(
                        annotated, first(config, other -> other.findKeySerializer(config, annotated)), keys);
    }

    static @Nullable Classification keys(MapperConfig<?> config, AnnotatedMember annotated) {
        Member member = annotated.getMember();
        return member == null
                ? null
                : Scans.of(config, annotated.getDeclaringClass())
                        .named(PropertyNames.of(member))
                        .keys();
    }

    private @Nullable Object first(
            MapperConfig<?> config, Function<AnnotationIntrospector, @Nullable Object> question) {
        Collection<AnnotationIntrospector> all =
                config.getAnnotationIntrospector().allIntrospectors();
        for (AnnotationIntrospector other : all) {
            Object answer = other instanceof MaskingIntrospector ? null : question.apply(other);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }
}
