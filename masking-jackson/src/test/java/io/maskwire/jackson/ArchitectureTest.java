package io.maskwire.jackson;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** One door, and behind it a package for each version of Jackson. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.maskwire.jackson");

    @Test
    void theHooksDoNotKnowTheDoor() {
        noClasses()
                .that()
                .resideInAPackage("io.maskwire.jackson.v3")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.maskwire.jackson")
                .because(
                        "a version of Jackson that is absent must not be needed to load another one's hooks. Put what both"
                                + " versions need into the core")
                .check(MODULE);
    }

    @Test
    void theHooksNeedJacksonAndTheCoreOnly() {
        classes()
                .that()
                .resideInAPackage("io.maskwire.jackson.v3")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.maskwire.jackson.v3",
                        "io.maskwire.policy",
                        "io.maskwire.scan",
                        "io.maskwire.spi",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation",
                        "java..",
                        "org.jspecify.annotations")
                .because(
                        "an application brings its Jackson and nothing else for us. Keys and tokens are reached through"
                                + " the session")
                .check(MODULE);
    }
}
