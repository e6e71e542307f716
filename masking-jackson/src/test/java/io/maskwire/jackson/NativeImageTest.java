package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.maskwire.scan.ClassScan;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Core and Jackson hooks need no reachability metadata of their own in a native image: they look up nothing by name. The
 * members of the application's classes are the application's to register, as it does for Jackson.
 */
class NativeImageTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.maskwire");

    private static final List<Class<?>> DYNAMIC = List.of(
            ServiceLoader.class,
            ClassLoader.class,
            Proxy.class,
            ResourceBundle.class,
            MethodHandles.Lookup.class,
            Constructor.class,
            AccessibleObject.class);

    private static final Set<String> OF_CLASS = Set.of(
            "forName",
            "getResource",
            "getResourceAsStream",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getConstructor",
            "getConstructors",
            "getDeclaredConstructor",
            "getDeclaredConstructors",
            "getRecordComponents");

    @Test
    void reflectionLooksAtTheMembersOfTheApplicationsClassesAndAtNothingElse() {
        Set<String> uses = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            if (isBeside(MaskingModule.class, each) || isBeside(ClassScan.class, each)) {
                each.getCodeUnitCallsFromSelf().stream()
                        .filter(NativeImageTest::isDynamic)
                        .forEach(call -> uses.add(
                                each.getSimpleName() + " " + call.getTarget().getName()));
            }
        }

        assertThat(uses)
                .as("what is looked up by name, or made by reflection, needs reachability metadata")
                .containsExactly(
                        "ClassScanner getDeclaredConstructors",
                        "ClassScanner getDeclaredFields",
                        "ClassScanner getDeclaredMethods",
                        "Property getDeclaredFields",
                        "Property getDeclaredMethods");
    }

    /** True for what ships with one of ours, wherever that was compiled to. */
    private static boolean isBeside(Class<?> ours, JavaClass each) {
        String root = ours.getProtectionDomain().getCodeSource().getLocation().getPath();
        return each.getSource().isPresent()
                && each.getSource().get().getUri().toString().contains(root);
    }

    private static boolean isDynamic(JavaCodeUnitAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        return DYNAMIC.stream().anyMatch(owner::isEquivalentTo)
                || owner.isEquivalentTo(Class.class)
                        && OF_CLASS.contains(call.getTarget().getName());
    }
}
