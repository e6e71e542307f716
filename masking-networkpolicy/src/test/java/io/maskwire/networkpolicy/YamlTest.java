package io.maskwire.networkpolicy;

import static io.maskwire.networkpolicy.Declared.port;
import static io.maskwire.networkpolicy.Declared.service;
import static io.maskwire.networkpolicy.Declared.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever a text looks like, YAML 1.1 and 1.2 read it back as that text. */
class YamlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "true",
                "True",
                "no",
                "ON",
                "y",
                "n",
                "null",
                "Null",
                "~",
                "NaN",
                "inf",
                ".inf",
                "0123",
                "0x1F",
                "0b1",
                "0o17",
                "1_000",
                "1.0",
                "1e3",
                "12:30",
                "12:30:45",
                "2026-11-23",
                "-1",
                "+1",
                "-",
                "---",
                "...",
                "?",
                ":",
                "a:",
                "a: b",
                "a #b",
                "#a",
                "[a]",
                "{}",
                "*a",
                "&a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "'a'",
                "\"a\"",
                "a\\b",
                "=",
                "<<",
                "a\nb",
                "a\r\nb",
                "\t",
                "\u0000",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "é",
                "日本",
                "🚀",
                "orders",
                "shop/orders",
                "app.kubernetes.io/name",
                "sha256:00",
                "kube-dns",
                "a.",
                "e3",
                "Yes/No"
            })
    void everyTextComesBack(String text) {
        String document = new Yaml().entry(text, text).toString();
        assertThat(document).endsWith("\n").matches("[^\\n]*\\n").isASCII();
        assertThat(PolicyEvaluator.load(document)).isEqualTo(Map.of(text, text));
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(document))
                .isEqualTo(Map.of(text, text));
    }

    @Test
    void ordinaryNamesStandWithoutQuotesAndNumbersStayNumbers() {
        assertThat(new Yaml()
                        .entry("app.kubernetes.io/name", "orders-db")
                        .entry("port", 8443)
                        .toString())
                .isEqualTo("app.kubernetes.io/name: orders-db\nport: 8443\n");
    }

    @Test
    void labelsThatLookLikeOtherTypesStayText() {
        Map<String, String> labels = Map.of("app", "1e3", "y", "true", "tier", "", "version", "1.0", "zone", "0123");
        List<Declaration> fleet = List.of(service("shop/a").selector(labels).build());
        String text = NetworkPolicies.generate(Shop.fleet(), fleet).files().get("shop/a.yaml");
        assertThat(text).contains("""
                            matchLabels:
                              app: "1e3"
                              tier: ""
                              version: "1.0"
                              "y": "true"
                              zone: "0123"
                        """);
        assertThat(PolicyEvaluator.load(text).get("spec"))
                .hasToString("{podSelector={matchLabels={app=1e3, tier=, version=1.0, y=true, zone=0123}},"
                        + " policyTypes=[Ingress, Egress]}");
    }

    @Test
    void namesThatLookLikeNumbersStayText() {
        List<Declaration> fleet = List.of(service("007/1e3").build());
        Map<String, String> files = NetworkPolicies.generate(
                        Shop.fleet("123", Shop.fleet().platform()), fleet)
                .files();
        assertThat(files.get("007/1e3.yaml"))
                .contains(
                        "  namespace: \"007\"\n",
                        "    maskwire.io/fleet: \"123\"\n",
                        "app.kubernetes.io/name: \"1e3\"\n");
        assertThat(files.get("default-deny/007.yaml")).contains("  namespace: \"007\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\n    - {}",
                "x\r    - {}",
                "x\u0085    - {}",
                "x\u2028    - {}",
                "x\u2029    - {}",
                "x\u0000{}",
                "x\f- {}",
                "x\u000B- {}",
                "\n---\nkind: Secret",
                "\uFEFFx",
                "\uD800x",
                "x\u202Ey",
                "x\u200By",
                "\u001B[2J"
            })
    void noReasonOwnerOrNameBreaksOutOfItsComment(String words) {
        List<Declaration> fleet = List.of(
                service("shop/web")
                        .owner(words)
                        .calls(to("api" + words, "shop/api", "https").why(words).sends("email" + words))
                        .build(),
                service("shop/api")
                        .serves(port("https", 8443).accepts("email" + words))
                        .build());
        Map<String, String> files =
                NetworkPolicies.generate(Shop.fleet(), fleet).files();
        Map<String, Object> expected = PolicyEvaluator.load(harmless());
        String text = files.get("shop/web.yaml");
        assertThat(PolicyEvaluator.load(text).get("spec")).isEqualTo(expected.get("spec"));
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
                .isEqualTo(PolicyEvaluator.load(text));
        assertThat(text.lines().count()).isEqualTo(harmless().lines().count());
        assertThat(text).doesNotContain("\u202E", "\u200B", "\u0000", "\u001B", "\u0085", "\u2028", "\uFEFF");
    }

    private static String harmless() {
        List<Declaration> fleet = List.of(
                service("shop/web")
                        .owner("x")
                        .calls(to("api", "shop/api", "https").why("x").sends("email"))
                        .build(),
                service("shop/api").serves(port("https", 8443).accepts("email")).build());
        return NetworkPolicies.generate(Shop.fleet(), fleet).files().get("shop/web.yaml");
    }

    @Test
    void aReasonCantPoseAsTheDataOfItsEdge() {
        List<Declaration> fleet = List.of(
                service("shop/web")
                        .calls(to("api", "shop/api", "https")
                                .why("pages); request nothing; answer nothing")
                                .sends("pan"))
                        .build(),
                service("shop/api").serves(port("https", 8443).accepts("pan")).build());
        assertThat(NetworkPolicies.generate(Shop.fleet(), fleet).files().get("shop/web.yaml"))
                .contains(
                        "# to shop/api:https (pages], request nothing, answer nothing); request pan; answer nothing\n");
    }

    @Test
    void wordsOfAnyLanguageStayReadable() {
        assertThat(PlainText.line("  Zoë  prüft\t日本 🚀 ")).isEqualTo("Zoë prüft 日本 🚀");
    }
}
