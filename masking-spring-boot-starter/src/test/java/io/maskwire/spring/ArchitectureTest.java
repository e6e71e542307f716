package io.maskwire.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What of the starter may know the libraries that an application need not have. */
class ArchitectureTest {

    private static final JavaClasses STARTER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.maskwire.spring");

    @Test
    void onlyTheNetworkPoliciesKnowTheirLibrary() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        names("MaskingNetworkPolicyAutoConfiguration|ServicePolicies|NetworkPolicyEndpoint"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.maskwire.networkpolicy..")
                .because("a service masks without masking-networkpolicy. Keep its types to what"
                        + " MaskingNetworkPolicyAutoConfiguration makes, which is conditional on that library")
                .check(STARTER);
    }

    @Test
    void onlyTheEndpointAndItsConfigurationKnowTheActuator() {
        noClasses()
                .that()
                .haveNameNotMatching(names("MaskingNetworkPolicyAutoConfiguration|NetworkPolicyEndpoint"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.boot.actuate..")
                .because("a service masks without the actuator. Keep its types behind a condition on Endpoint")
                .check(STARTER);
    }

    @Test
    void theCommandAndTheGoalsAreNotKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.maskwire.cli..", "io.maskwire.maven..")
                .because("the starter, the command and the goals stand side by side on the same libraries. Move what"
                        + " two of them need into one of those")
                .check(STARTER);
    }

    private static String names(String types) {
        return "io\\.maskwire\\.spring\\.(" + types + ")(\\$.*)?";
    }
}
