package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminismTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfDeclarationsChangesNoByte(long seed) {
        List<Declaration> shuffled = new ArrayList<>(Shop.declarations());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(NetworkPolicies.generate(Shop.fleet(), shuffled)).isEqualTo(Shop.manifests());
    }

    @Test
    void noLocaleChangesAByte() {
        Manifests expected = Shop.manifests();
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Shop.manifests()).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyLineEndsInLfAndNothingTrailsIt() {
        assertThat(Shop.manifests().files().values()).allSatisfy(text -> {
            assertThat(text).endsWith("\n").doesNotContain("\r", "\t", " \n", "\n\n");
        });
    }

    @Test
    void lineEndsAndFoldersOfTheDeclarationsChangeNoByte() {
        Manifests expected = read("", WEB, API);
        assertThat(expected.findings()).isEmpty();
        assertThat(expected.edges()).isEqualTo(1);
        assertThat(read("some/where/else/", WEB.replace("\n", "\r\n"), API.replace("\n", "\r\n")))
                .isEqualTo(expected);
        assertThat(read("", API, WEB)).isEqualTo(expected);
    }

    private static Manifests read(String folder, String... texts) {
        List<Declaration> declarations = new ArrayList<>();
        for (String text : texts) {
            declarations.add(Declarations.read(DeclarationSource.text(folder + declarations.size() + ".yml", text)));
        }
        return NetworkPolicies.generate(Shop.fleet(), declarations);
    }

    private static final String WEB = """
            service: {name: web, namespace: shop, owner: team-web}
            classes:
              email: {mask: erase}
            calls:
              api: {to: api, port: https, sends: [email], why: "sign-in, Zoë's form"}
            """;

    private static final String API = """
            service: {name: api, namespace: shop}
            classes:
              email: {mask: erase}
            serves:
              https: {port: 8443, service-port: 443, from: [ingress], accepts: [email], callers: {web: {}}}
            """;
}
