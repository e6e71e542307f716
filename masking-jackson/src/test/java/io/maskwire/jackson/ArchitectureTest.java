package io.maskwire.jackson;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two doors, behind each a package for one version of Jackson, and behind both what knows no Jackson. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.maskwire.jackson");

    @Test
    void theHooksDoNotKnowTheDoors() {
        noClasses()
                .that()
                .resideInAnyPackage("io.maskwire.jackson.v2", "io.maskwire.jackson.v3", "io.maskwire.jackson.scope")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.maskwire.jackson")
                .because(
                        "a version of Jackson that is absent must not be needed to load another one's hooks. Put what both"
                                + " versions need into io.maskwire.jackson.scope or the core")
                .check(MODULE);
    }

    @ParameterizedTest
    @CsvSource({"v2, com.fasterxml.jackson..", "v3, tools.jackson.."})
    void theHooksNeedTheirJacksonAndTheCoreOnly(String version, String jackson) {
        classes()
                .that()
                .resideInAPackage("io.maskwire.jackson." + version)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.maskwire.jackson." + version,
                        "io.maskwire.jackson.scope",
                        "io.maskwire.json",
                        "io.maskwire.policy",
                        "io.maskwire.scan",
                        "io.maskwire.spi",
                        jackson,
                        "com.fasterxml.jackson.annotation",
                        "java..",
                        "org.jspecify.annotations")
                .because(
                        "an application brings its Jackson and nothing else for us. Keys and tokens are reached through"
                                + " the session")
                .check(MODULE);
    }

    @Test
    void whatBothVersionsShareKnowsNoJackson() {
        classes()
                .that()
                .resideInAPackage("io.maskwire.jackson.scope")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.maskwire.jackson.scope",
                        "io.maskwire.policy",
                        "io.maskwire.scan",
                        "io.maskwire.spi",
                        "java..",
                        "org.jspecify.annotations")
                .because("an application has one Jackson or the other. Put what needs one into its package")
                .check(MODULE);
    }
}
