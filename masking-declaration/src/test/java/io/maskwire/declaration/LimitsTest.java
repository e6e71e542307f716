package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or damaged file can cost: one clear message, soon. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LimitsTest {

    private static final int MIB = 1 << 20;
    private static final String PAN = "classes: {pan: {mask: erase}}\n";

    @TempDir
    Path folder;

    @Test
    void oneMebibyteIsReadAndOneByteMoreIsRefused() throws IOException {
        String full = PAN + "#".repeat(MIB - PAN.length());
        assertThat(read(full.getBytes(StandardCharsets.UTF_8)).classes()).containsOnlyKeys("pan");
        assertThatThrownBy(() -> read((full + "#").getBytes(StandardCharsets.UTF_8)))
                .hasMessageEndingWith(
                        "maskwire.yml:1:1: the file is larger than 1 MiB; split it, or include shared parts");
    }

    @Test
    void theLimitCountsBytesNotCharacters() {
        String wide = PAN + "#" + "é".repeat(MIB / 2);
        assertThatThrownBy(() -> read(wide.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("larger than 1 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{a: ", "- ", "? ", "[{", "? [", "!a [", "&a [", "\"", "'", "|\n", "a: &", "*a", "%", "\t"})
    void endlessNestingEndsSoon(String part) {
        assertThatThrownBy(() -> readText(part.repeat(MIB / part.length()))).isInstanceOf(DeclarationException.class);
    }

    @Test
    void deepBlocksEndSoon() {
        StringBuilder deep = new StringBuilder();
        for (int level = 0; level < 1000; level++) {
            deep.append(" ".repeat(level)).append("a:\n");
        }
        assertThatThrownBy(() -> readText(deep.toString()))
                .hasMessageContaining("maskwire.yml:17:17: more than 16 levels of nesting; no declaration needs them");
    }

    @Test
    void sixteenLevelsAreReadAndTheNextIsRefused() {
        // The document is the first level, the value of the key the second.
        assertThatThrownBy(() -> readText("a: " + "[".repeat(15) + "]".repeat(15) + "\n"))
                .hasMessageContaining("unknown key \"a\"");
        assertThatThrownBy(() -> readText("a: " + "[".repeat(16) + "]".repeat(16) + "\n"))
                .hasMessage("maskwire.yml:1:19: more than 16 levels of nesting; no declaration needs them");
    }

    @Test
    void anAliasBombDoesNotGoOff() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> readText(bomb.toString()))
                .hasMessageContaining("maskwire.yml:1:5: an anchor (&) can't be used in a declaration; remove it")
                .hasMessageContaining("maskwire.yml:2:10: an alias (*) can't be used in a declaration");
    }

    @Test
    void aLongKeyIsNotQuoted() {
        assertThatThrownBy(() -> readText("a".repeat(500) + ": x\n"))
                .hasMessageStartingWith("maskwire.yml:1:1: unknown key (not shown); known keys are include, ");
    }

    @Test
    void fiftyProblemsAreEnough() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append("k").append(i).append(": x\n");
        }
        DeclarationException e = catchThrowableOfType(DeclarationException.class, () -> readText(many.toString()));
        assertThat(e.problems()).hasSize(50);
    }

    @Test
    void manyClassesAndFieldsAreReadSoon() {
        StringBuilder many = new StringBuilder("classes:\n");
        for (int i = 0; i < 2_000; i++) {
            many.append("  c").append(i).append(": {mask: erase}\n");
        }
        many.append("fields:\n");
        for (int i = 0; i < 2_000; i++) {
            many.append("  f%d: {path: $.f%d, class: c%d}\n".formatted(i, i, i));
        }
        assertThat(readText(many.toString()).policy().fields()).hasSize(2_000);
    }

    @Test
    void manyUnknownClassesAreToldSoonAndShortly() {
        StringBuilder many = new StringBuilder("service: {name: orders, namespace: shop}\nclasses:\n");
        String long60 = "c".repeat(55);
        for (int i = 10_000; i < 20_000; i++) {
            many.append("  ").append(long60).append(i).append(": {mask: erase}\n");
        }
        many.append("serves: {https: {port: 8443, accepts: [");
        for (int i = 10_000; i < 10_100; i++) {
            many.append("x").append(long60.substring(1)).append(i).append(", ");
        }
        assertThatThrownBy(() -> readText(many.append("]}}\n").toString()))
                .hasMessageContaining(long60 + "10019 and 9980 more")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100_000));
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        Declaration marked = read(("\uFEFF" + PAN).getBytes(StandardCharsets.UTF_8));
        assertThat(marked.classes().get("pan").place().column()).isEqualTo(11);
    }

    @Test
    void aSecondByteOrderMarkIsRefused() {
        assertThatThrownBy(() -> readText("\uFEFF\uFEFF" + PAN))
                .hasMessage("maskwire.yml:1:1: YAML doesn't allow the character U+FEFF here; remove it");
    }

    @Test
    void aControlCharacterIsRefusedAtItsPlace() {
        assertThatThrownBy(() -> readText("# one\r\n# 🚀 two\n# \u0007\n"))
                .hasMessage("maskwire.yml:3:3: YAML doesn't allow the character U+0007 here; remove it");
        assertThatThrownBy(() -> readText("# 🚀 \u0000\n"))
                .hasMessage("maskwire.yml:1:5: YAML doesn't allow the character U+0000 here; remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-1"})
    void anotherEncodingIsRefused(String charset) {
        String text = "# Zoë Müller\n" + PAN;
        assertThatThrownBy(() -> read(text.getBytes(Charset.forName(charset))))
                .isInstanceOf(DeclarationException.class)
                .hasMessageNotContaining("Zo");
    }

    @Test
    void theFirstByteThatIsNotUtf8IsNamed() {
        byte[] bytes = "# Zoë\n# M?ller\n".getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xfc;
        assertThatThrownBy(() -> read(bytes))
                .hasMessageEndingWith("maskwire.yml:2:4: the file is not UTF-8; save it as UTF-8");
    }

    @Test
    void textsOutsideAsciiAreKept() {
        Declaration declaration = readText("""
                service: {name: orders, namespace: shop, owner: "Zoë Müller 🚀"}
                classes: {name: {mask: erase}}
                audiences: {"role:Betrugsabwehr-Köln": {clear: [name]}}
                """);
        assertThat(declaration.service().orElseThrow().owner()).isEqualTo("Zoë Müller 🚀");
        assertThat(declaration.policy()).asString().contains("role:Betrugsabwehr-Köln");
    }

    private Declaration read(byte[] bytes) throws IOException {
        Path file = folder.resolve("maskwire.yml");
        Files.write(file, bytes);
        return Declarations.read(DeclarationSource.file(file));
    }

    private static Declaration readText(String text) {
        return Declarations.read(DeclarationSource.text("maskwire.yml", text));
    }
}
