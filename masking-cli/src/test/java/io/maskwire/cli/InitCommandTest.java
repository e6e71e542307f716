package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {

    private static final String SECRET = "s3cr3t-Zoë";

    private static final String ORDERS = """
            spring:
              application:
                name: orders
              datasource:
                url: jdbc:postgresql://app:SECRET@orders-db:5432/orders?password=SECRET
                username: app
                password: SECRET
              kafka:
                bootstrap-servers: [kafka.messaging:9092, "${KAFKA_2:kafka.messaging.svc.cluster.local:9092}"]
              mail:
                host: smtp.mail.example
                port: 587
                password: SECRET
              security.oauth2.resourceserver.jwt.issuer-uri: https://login.example/realms/shop
              http:
                serviceclient:
                  payments:
                    base-url: https://payments.pay.svc:8443/api?token=SECRET
                  customers:
                    base-url: http://${customers.host}/
            customers.host: customers
            partner.url: https://user:SECRET@api.partner.example:8444/v1
            cache.url: ${CACHE_URL}
            local.url: http://localhost:9999
            server.port: 8080
            management.server.port: 8081
            """.replace("SECRET", SECRET);

    private static final String MANIFESTS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders, namespace: shop}
            spec:
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders, version: "3", pod-template-hash: 5d8f7}}
                spec:
                  containers:
                    - name: app
                      image: registry.example/orders:3
                      ports:
                        - {name: web, containerPort: 8080}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec:
              selector: {app: orders}
              ports:
                - {name: http, port: 80, targetPort: web}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: orders-db, namespace: shop}
            spec:
              clusterIP: None
              selector: {app: orders-db}
              ports:
                - {name: postgres, port: 5432}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: kafka, namespace: messaging}
            spec:
              selector: {app: kafka}
              ports:
                - {port: 9092}
            """;

    @TempDir
    private Path temp;

    @Test
    void draftsFromSettingsAndManifests() {
        put("application.yml", ORDERS);
        put("k8s.yaml", MANIFESTS);
        CommandRun run = init("application.yml", "k8s.yaml");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(lines(run.out())).containsExactly("""
                # Drafted by maskwire init. Go through each line: nothing crosses in clear until you list it, and what
                # stands in no file, such as addresses in code, is missing. Names of other services' ports are guessed.
                service:
                  name: orders # k8s.yaml:1 Deployment orders
                  namespace: shop # k8s.yaml:1 Deployment orders
                  selector: "app=orders" # k8s.yaml:15 Service orders
                serves:
                  web: # k8s.yaml:13 Deployment orders
                    port: 8080
                    service-port: 80 # k8s.yaml:21 Service
                  mgmt: # application.yml:26 management.server.port
                    port: 8081
                calls:
                  orders-db: # application.yml:5 spring.datasource.url
                    to: orders-db
                    port: postgres # k8s.yaml:30 Service orders-db
                    over: jdbc
                    carries: [] # nothing is masked here: list the classes that cross
                  kafka: # application.yml:9 spring.kafka.bootstrap-servers[0]
                    to: messaging/kafka
                    port: kafka # a guess: write the name that the service gives its port
                    over: kafka
                    carries: [] # nothing is masked here: list the classes that cross
                  payments: # application.yml:18 spring.http.serviceclient.payments.base-url
                    to: pay/payments
                    port: https # a guess: write the name that the service gives its port
                  customers: # application.yml:20 spring.http.serviceclient.customers.base-url
                    to: customers
                    port: http # a guess: write the name that the service gives its port
                external:
                  smtp: # application.yml:11 spring.mail.host
                    host: smtp.mail.example
                    port: 587
                    over: smtp
                    carries: [] # nothing is masked here: list the classes that cross
                  login: # application.yml:14 spring.security.oauth2.resourceserver.jwt.issuer-uri
                    host: login.example
                    port: 443
                  api: # application.yml:22 partner.url
                    host: api.partner.example
                    port: 8444
                # not drafted: application.yml:24 local.url, which is on this machine
                """.lines().toArray(String[]::new));
        assertThat(run.out()).doesNotContain(SECRET, "token", "user", "realms");
    }

    @Test
    void aDraftIsADeclaration() {
        put("application.yml", ORDERS);
        put("k8s.yaml", MANIFESTS);
        Declaration draft = Declarations.read(DeclarationSource.text(
                "draft", init("application.yml", "k8s.yaml").out()));
        assertThat(draft.service().orElseThrow().name()).hasToString("shop/orders");
        assertThat(draft.calls()).containsOnlyKeys("orders-db", "kafka", "payments", "customers");
        assertThat(draft.external()).containsOnlyKeys("smtp", "login", "api");
        assertThat(draft.serves().get("web").servicePort()).hasValue(80);
    }

    @Test
    void draftsFromPropertiesAlone() {
        put("application.properties", """
                # comment
                spring.application.name=Billing Service
                server.ssl.enabled = true
                server.port=8443
                spring.data.redis.host=cache.shop
                spring.data.redis.port=6380
                spring.data.redis.password=SECRET
                spring.rabbitmq.addresses=amqps://u:SECRET@mq-1.example:5671,\\
                    amqps://u:SECRET@mq-2.example:5671
                spring.datasource.url=jdbc:h2:mem:test
                spring.datasource.reporting.jdbc-url=jdbc:oracle:thin:@//oracle:1521/REP
                spring.ldap.urls=ldaps://10.1.2.3
                """.replace("SECRET", SECRET));
        CommandRun run = init("application.properties");
        assertThat(run.err()).isEmpty();
        assertThat(lines(run.out()))
                .contains(
                        "  name: billing-service # application.properties:2 spring.application.name",
                        "  namespace: default # not found: write the namespace it runs in",
                        "  https: # application.properties:4 server.port",
                        "  cache: # application.properties:5 spring.data.redis.host",
                        "    host: cache.shop",
                        "    port: 6380",
                        "  mq-1: # application.properties:8 spring.rabbitmq.addresses",
                        "    host: mq-1.example",
                        "    host: mq-2.example",
                        "    to: oracle",
                        "    cidrs: [10.1.2.3/32]",
                        "    over: ldap");
        assertThat(run.out()).doesNotContain(SECRET, "h2");
        assertThat(Declarations.read(DeclarationSource.text("draft", run.out())).external())
                .hasSize(4);
    }

    @Test
    void aJobServesNothing() {
        put("application.yml", "spring.application.name: cleanup\nserver.port: 8080\nshop.url: http://orders\n");
        put("job.yaml", """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: cleanup, namespace: shop}
                spec:
                  schedule: "0 3 * * *"
                  jobTemplate:
                    spec:
                      template:
                        metadata: {labels: {app: cleanup}}
                        spec:
                          containers:
                            - {name: app, image: x, ports: [{containerPort: 8080}]}
                """);
        Declaration draft = Declarations.read(DeclarationSource.text(
                "draft", init("application.yml", "job.yaml").out()));
        assertThat(draft.serves()).isEmpty();
        assertThat(draft.service().orElseThrow().workloads().get(0).kind().serves())
                .isFalse();
        assertThat(draft.calls()).containsOnlyKeys("orders");
    }

    @Test
    void whichOfSeveralWorkloadsIsAsked() {
        put("application.yml", "server.port: 8080\n");
        put(
                "k8s.yaml",
                MANIFESTS + "---\n"
                        + MANIFESTS.substring(0, MANIFESTS.indexOf("---")).replace("orders", "web"));
        CommandRun run = init("application.yml", "k8s.yaml");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("have several workloads, and none is the application's; choose with --name: orders, web");
        assertThat(init("application.yml", "k8s.yaml", "--name", "web").out()).contains("  name: web ");
    }

    @Test
    void placeholdersWithoutAValueAreNamedAndNotGuessed() {
        put(
                "application.yml",
                "spring:\n  datasource.url: jdbc:postgresql://${DB_HOST}:5432/x\nserver.port: ${PORT}\n");
        assertThat(lines(init("application.yml").out()))
                .contains(
                        "# not drafted: application.yml:2 spring.datasource.url, whose address the files don't tell",
                        "# not drafted: application.yml:3 server.port, whose number the files don't tell");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    spring.datasource.url: jdbc:mysql://db-1,db-2:3307/x        | db-1:mysql, db-2:mysql
                    spring.datasource.url: jdbc:sqlserver://db:1433;database=x  | db:mssql
                    spring.r2dbc.url: r2dbc:postgresql://u:p@db/x               | db:pg
                    spring.data.mongodb.uri: mongodb://u:p@m-0.mongo.data.svc,m-1.mongo.data.svc:27017/x?w=1 | mongo:mongodb
                    spring.data.redis.url: rediss://:p@cache:6379               | cache:redis
                    spring.rabbitmq.host: mq                                    | mq:amqp
                    spring.neo4j.uri: bolt://graph:7687                         | graph:bolt
                    spring.elasticsearch.uris: search:9200                      | search:http
                    management.otlp.tracing.endpoint: http://collector:4318/v1/traces | collector:http
                    spring.cloud.openfeign.client.config.stock.url: stock       | ''
                    """)
    void readsManyKindsOfAddresses(String setting, String calls) {
        put("application.yml", "spring.application.name: app\n" + setting + "\n");
        CommandRun run = init("application.yml");
        assertThat(run.err()).isEmpty();
        assertThat(Declarations.read(DeclarationSource.text("draft", run.out())).calls().values().stream()
                        .map(call -> call.to().name() + ":" + call.port())
                        .sorted()
                        .toList())
                .isEqualTo(calls.isEmpty() ? List.of() : List.of(calls.split(", ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://zoe:pass/word@db:5432/x",
                "jdbc:postgresql://zoe:pass?word@db:5432/x",
                "jdbc:postgresql://zoe:pass#word@db:5432/x",
                "jdbc:postgresql://zoe:pass,word@db:5432/x",
                "jdbc:postgresql://zoe,pass:word@db:5432/x",
                "jdbc:oracle:thin:zoe/password@db:1521:x",
            })
    void noPieceOfAUserOrPasswordIsTakenForAHost(String url) {
        put("application.yml", "spring.datasource.url: \"" + url + "\"\n");
        CommandRun run = init("application.yml");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("zoe", "pass", "word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "a: {b: !!int x", "\t- a", "a: &x [*x"})
    void whatIsNoYamlIsRefusedWithoutQuotingIt(String text) {
        put("application.yml", "password: " + SECRET + "\n" + text + "\n");
        CommandRun run = init("application.yml");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("application.yml: can't be read as YAML").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "server.ssl.bundle: web,https",
        "server.ssl.enabled: true,https",
        "server.ssl: {enabled: false,http",
        "other: x,http"
    })
    void aPortIsCalledByWhatItSpeaks(String setting, String name) {
        put("application.yml", "server.port: 8443\n" + setting + (setting.contains("{") ? "}" : "") + "\n");
        assertThat(Declarations.read(DeclarationSource.text(
                                "draft", init("application.yml").out()))
                        .serves())
                .containsOnlyKeys(name);
    }

    @Test
    void anExistingFileStaysAsItIs() throws Exception {
        put("application.yml", ORDERS);
        CommandRun run =
                init("application.yml", "--out", temp.resolve("maskwire.yml").toString());
        assertThat(run.out()).isEqualTo("created " + temp.resolve("maskwire.yml") + "\n");
        String written = Files.readString(temp.resolve("maskwire.yml"));
        assertThat(written).startsWith("# Drafted by maskwire init.");
        CommandRun again =
                init("application.yml", "--out", temp.resolve("maskwire.yml").toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("is there already");
        assertThat(Files.readString(temp.resolve("maskwire.yml"))).isEqualTo(written);
        assertThat(Folders.contents(temp)).isEqualTo(Map.of("application.yml", ORDERS, "maskwire.yml", written));
    }

    private void put(String name, String text) {
        Folders.put(temp, name, text);
    }

    private CommandRun init(String... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "init";
        for (int i = 0; i < arguments.length; i++) {
            Path file = temp.resolve(arguments[i]);
            all[i + 1] = Files.exists(file) && !arguments[i].startsWith("/") ? file : arguments[i];
        }
        CommandRun run = CommandRun.of(all);
        return new CommandRun(run.exit(), run.out(), run.err());
    }

    /** The lines with one space before a comment, and files without their folder. */
    private List<String> lines(String text) {
        return text.replace(temp + "/", "")
                .lines()
                .map(line -> line.replaceAll("(?<=\\S) +#", " #"))
                .toList();
    }
}
