package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludesTest {

    private static final String PAN = "classes: {pan: {mask: redact, style: pan}}\n";

    @TempDir
    Path folder;

    private Path main;

    @BeforeEach
    void setUp() {
        main = folder.resolve("services/orders/maskwire.yml");
    }

    @Test
    void anIncludedClassCanBeUsedAndAddedTo() throws IOException {
        write("shared/classes.yml", PAN + "fields: {card: {path: $.card, class: pan}}\n");
        write("services/orders/maskwire.yml", """
                include: [../../shared/classes.yml]
                classes: {email: {mask: erase}}
                fields: {pan: {path: $.pan, class: pan}}
                audiences: {"role:desk": {clear: [pan]}}
                """);
        Declaration declaration = Declarations.read(DeclarationSource.file(main));
        assertThat(declaration.classes().keySet()).containsExactly("email", "pan");
        assertThat(declaration.policy().fields()).hasSize(2);
    }

    @Test
    void anIncludedClassCanNotBeRedefined() throws IOException {
        write("shared/classes.yml", PAN);
        write("services/orders/maskwire.yml", "include: [../../shared/classes.yml]\n" + PAN);
        assertProblem(main + ":2:11: the class \"pan\" is declared at " + folder.resolve("services/orders")
                + "/../../shared/classes.yml:1:11 and can't be redefined; use it as it is, or choose another name");
    }

    @Test
    void twoIncludesCanNotDefineOneClass() throws IOException {
        write("services/orders/one.yml", PAN);
        write("services/orders/two.yml", PAN);
        write("services/orders/maskwire.yml", "include: [one.yml, two.yml]\n");
        assertThatThrownBy(this::read)
                .hasMessageStartingWith(main.resolveSibling("two.yml") + ":1:11: the class \"pan\" is declared at "
                        + main.resolveSibling("one.yml") + ":1:11");
    }

    @Test
    void anIncludedFieldCanNotBeRedefined() throws IOException {
        write("services/orders/one.yml", PAN + "fields: {card: {path: $.card, class: pan}}\n");
        write(
                "services/orders/maskwire.yml",
                "include: [one.yml]\nfields: {card: {path: $.other, class: pan}, other: {path: $.card, class: pan}}\n");
        String one = main.resolveSibling("one.yml") + ":2:10";
        assertThatThrownBy(this::read)
                .hasMessage(main + ":2:10: the field \"card\" is declared at " + one + "; choose another name\n" + main
                        + ":2:45: fields.other selects the same values as the field at " + one
                        + "; remove one of the two");
    }

    @Test
    void anIncludeThatTwoFilesShareIsReadOnce() throws IOException {
        write("shared/base.yml", PAN);
        write("shared/one.yml", "include: [base.yml]\nfields: {a: {path: $.a, class: pan}}\n");
        write("shared/two.yml", "include: [./base.yml]\nfields: {b: {path: $.b, class: pan}}\n");
        write("services/orders/maskwire.yml", "include: [../../shared/one.yml, ../../shared/two.yml]\n");
        Declaration declaration = Declarations.read(DeclarationSource.file(main));
        assertThat(declaration.policy().fields()).hasSize(2);
    }

    @Test
    void aCircleIsRefused() throws IOException {
        write("services/orders/one.yml", "include: [two.yml]\n");
        write("services/orders/two.yml", "include: [one.yml]\n");
        write("services/orders/maskwire.yml", "include: [one.yml]\n");
        assertProblem(main.resolveSibling("two.yml")
                + ":1:11: this include leads back to a file that includes it; remove one of the two includes");
    }

    @Test
    void aFileThatIncludesItselfIsRefused() throws IOException {
        write("services/orders/maskwire.yml", "include: [../orders/maskwire.yml]\n");
        assertProblem(main + ":1:11: this include leads back to a file that includes it;"
                + " remove one of the two includes");
    }

    @Test
    void anIncludedFileHoldsOnlyWhatCanBeShared() throws IOException {
        write("services/orders/one.yml", "service: {name: orders, namespace: shop}\ncallz: {}\n");
        write("services/orders/maskwire.yml", "include: [one.yml]\n");
        String one = main.resolveSibling("one.yml").toString();
        assertThatThrownBy(this::read)
                .hasMessage(one
                        + ":1:1: an included file can't hold \"service\"; move it to the file that includes this"
                        + " one\n" + one + ":2:1: unknown key \"callz\"; known keys are include, classes, fields");
    }

    @Test
    void anIncludedFileHasOneDocument() throws IOException {
        write("services/orders/one.yml", PAN + "---\n" + PAN);
        write("services/orders/maskwire.yml", "include: [one.yml]\n");
        assertProblem(main + ":1:11: the included file has 2 documents;"
                + " an included file has one, with include, classes, fields");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        write("services/orders/maskwire.yml", "include: [one.yml, classpath:one.yml]\n");
        assertThatThrownBy(this::read)
                .hasMessage(main + ":1:11: there is no file \"one.yml\" beside this one; check its name\n" + main
                        + ":1:20: there is no file \"one.yml\" beside this one or on the class path; check its name");
    }

    @Test
    void aMissingIncludeDoesNotMakeItsClassesUnknown() throws IOException {
        write("services/orders/maskwire.yml", "include: [one.yml]\nfields: {card: {path: $.card, class: pan}}\n");
        assertProblem(main + ":1:11: there is no file \"one.yml\" beside this one; check its name");
    }

    @Test
    void manyFilesAreNotOpenedWithoutEnd() throws IOException {
        for (int i = 0; i < 70; i++) {
            write("services/orders/" + i + ".yml", "include: [" + (i + 1) + ".yml]\n");
        }
        write("services/orders/maskwire.yml", "include: [0.yml]\n");
        assertProblem(main.resolveSibling("63.yml") + ":1:11: more than 64 included files; join some of them");
    }

    @Test
    void aProblemOfTheFirstFileComesBeforeThoseOfItsIncludes() throws IOException {
        write("services/orders/one.yml", "classes: {pan: {mask: hide}}\n");
        write("services/orders/maskwire.yml", "include: [one.yml]\nunclassified: hide\n");
        assertThatThrownBy(this::read)
                .hasMessageMatching(
                        "(?s)\\Q" + main + "\\E:2:15: .*\n\\Q" + main.resolveSibling("one.yml") + "\\E:1:23: .*");
    }

    @Test
    void classPathNamesAreLookedUpBesideTheFileFirst() throws IOException {
        write("resources/classes.yml", "classes: {far: {mask: erase}}\n");
        write("services/orders/classes.yml", "classes: {near: {mask: erase}}\n");
        write("services/orders/maskwire.yml", "include: [classpath:classes.yml]\n");
        try (URLClassLoader loader = loader("resources/")) {
            Declaration near = Declarations.read(DeclarationSource.file(main, loader));
            assertThat(near.classes()).containsOnlyKeys("near");
            Files.delete(main.resolveSibling("classes.yml"));
            Declaration far = Declarations.read(DeclarationSource.file(main, loader));
            assertThat(far.classes()).containsOnlyKeys("far");
            assertThat(far.classes().get("far").place()).hasToString("classpath:classes.yml:1:11");
        }
    }

    @Test
    void aResourceIncludesWhatIsBesideItOnTheClassPath() throws IOException {
        write("resources/shared/one.yml", "include: [./deep/../two.yml]\n");
        write("resources/shared/two.yml", PAN);
        write("resources/config/maskwire.yml", "include: [../shared/one.yml]\n");
        try (URLClassLoader loader = loader("resources/")) {
            Declaration declaration = Declarations.read(DeclarationSource.classPath("/config/maskwire.yml", loader));
            assertThat(declaration.classes().get("pan").place()).hasToString("classpath:shared/two.yml:1:11");
        }
    }

    @Test
    void aResourceCanNotIncludeWhatIsOutsideTheClassPath() throws IOException {
        write("one.yml", PAN);
        write("resources/maskwire.yml", "include: [../one.yml]\n");
        try (URLClassLoader loader = loader("resources/")) {
            assertThatThrownBy(() -> Declarations.read(DeclarationSource.classPath("maskwire.yml", loader)))
                    .hasMessage(
                            "classpath:maskwire.yml:1:11: there is no file \"../one.yml\" beside this one; check its name");
        }
    }

    @Test
    void aMissingSourceIsOneProblem() {
        assertProblem(main + ":1:1: there is no such file; check its name and the right to read it");
        assertThatThrownBy(() -> Declarations.read(
                        DeclarationSource.classPath("nowhere.yml", IncludesTest.class.getClassLoader())))
                .hasMessage(
                        "classpath:nowhere.yml:1:1: there is no such file; check its name and the right to read it");
    }

    @Test
    void aFolderCanNotBeRead() throws IOException {
        Files.createDirectories(main);
        assertThatThrownBy(this::read).isInstanceOf(DeclarationException.class);
    }

    private void assertProblem(String message) {
        assertThatThrownBy(this::read).isInstanceOf(DeclarationException.class).hasMessage(message);
    }

    private void read() {
        Declarations.read(DeclarationSource.file(main));
    }

    private URLClassLoader loader(String root) throws IOException {
        return new URLClassLoader(new URL[] {folder.resolve(root).toUri().toURL()}, null);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
