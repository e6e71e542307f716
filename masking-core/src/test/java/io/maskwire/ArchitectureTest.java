package io.maskwire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the packages of the core. */
class ArchitectureTest {

    private static final String ROOT = "io.maskwire";
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** What each package may know; nobody knows the root, which is the door. */
    private static final Map<String, Set<String>> ARROWS = new TreeMap<>(Map.of(
            "policy", Set.of(),
            "key", Set.of(),
            "token", Set.of("key", "policy"),
            "reveal", Set.of("key", "policy", "spi", "token"),
            "scan", Set.of("policy"),
            "spi", Set.of("policy"),
            "json", Set.of("policy", "spi"),
            "text", Set.of("policy", "spi")));

    static Stream<String> packages() {
        return ARROWS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsNoMoreThanItsArrowsSay(String name) {
        Set<String> allowed = new TreeSet<>(ARROWS.get(name));
        allowed.add(name);

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(areOursOutside(allowed))
                .because("io.maskwire." + name + " may know " + ARROWS.get(name) + " only, so that each can be read and"
                        + " changed alone. Move the code to the package that may know both, or hand the value in through"
                        + " an interface of io.maskwire." + name)
                .check(CORE);
    }

    private static DescribedPredicate<JavaClass> areOursOutside(Set<String> allowed) {
        return DescribedPredicate.describe(
                "are of the core, outside " + allowed,
                type -> type.getPackageName().startsWith(ROOT) && !allowed.contains(area(type.getPackageName())));
    }

    private static String area(String packageName) {
        return packageName.equals(ROOT)
                ? "the root"
                : packageName.substring(ROOT.length() + 1).split("\\.")[0];
    }

    @Test
    void everyPackageHasItsArrows() {
        Set<String> found = new TreeSet<>();
        for (JavaPackage each : CORE.getPackage(ROOT).getSubpackages()) {
            found.add(area(each.getName()));
        }

        assertThat(found)
                .as("packages of the core; give a new one its arrows in this test, and say in CONTRIBUTING what it is")
                .isEqualTo(ARROWS.keySet());
    }

    @Test
    void theCoreNeedsNothingButTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.maskwire..", "java..", "javax.crypto..", "org.jspecify.annotations..")
                .because("everybody's masking stands on the core, and a library it needs would be everybody's library."
                        + " Put what needs one into an adapter module, or write the few lines here")
                .check(CORE);
    }
}
