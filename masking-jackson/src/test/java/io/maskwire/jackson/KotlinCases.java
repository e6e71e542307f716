package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Classes of Kotlin. */
final class KotlinCases {

    private KotlinCases() {}

    static Stream<Case> cases() {
        KotlinData data = new KotlinData("visible", SECRET);
        return Stream.of(
                Case.of("data class", data),
                Case.of("list of data classes", List.of(data, data)),
                Case.of("mark on the field", new KotlinOnField("visible", SECRET)),
                Case.of("mark on the getter", new KotlinOnGetter("visible", SECRET)),
                Case.of("renamed", new KotlinRenamed("visible", SECRET)),
                Case.of("marked elements", new KotlinElements("visible", List.of(SECRET), Map.of("key", SECRET))),
                Case.of("generic", new KotlinGeneric<>("visible", List.of(SECRET), List.of(data))),
                Case.of("overridden property", new KotlinDerived()),
                Case.of("delegated property", new KotlinDelegated("visible")),
                Case.of("sealed interface", List.of(new KotlinOne("visible", SECRET), KotlinObject.INSTANCE)));
    }

    /** What Java sees under other names and types than Kotlin's module. */
    static Stream<Case> casesForItsModule() {
        return Stream.concat(
                cases(),
                Stream.of(
                        Case.of("marked value class", KotlinShapesKt.withInline()),
                        Case.of("value class with a value", KotlinShapesKt.withValue()),
                        Case.of("text named like a question", new KotlinIs("visible", SECRET))));
    }

    /** Classes without marks, for path rules. */
    static Stream<Case> casesForPaths() {
        return Stream.of(Case.of("data class", List.of(new KotlinPlain("visible", SECRET))));
    }
}
