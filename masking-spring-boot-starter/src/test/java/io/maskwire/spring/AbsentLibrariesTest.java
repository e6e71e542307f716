package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The starter works without the libraries it knows: on a class path that truly has none of them. */
class AbsentLibrariesTest {

    private static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            classes: {email: {mask: redact, style: email}}
            calls: {}
            """;

    static List<Arguments> absent() {
        List<String> clients =
                List.of("httpclient5", "httpcore5", "jetty-", "reactor-", "netty-", "spring-boot-http-client");
        List<String> formats = List.of("gson", "jackson-dataformat", "woodstox", "stax2");
        List<String> others = List.of("micrometer-core", "spring-boot-restclient");
        List<String> security = List.of("spring-security", "spring-boot-security", "nimbus");
        List<String> tokens = List.of("spring-security-oauth2", "spring-boot-security-oauth2", "nimbus");
        List<String> web = List.of(
                "spring-web",
                "spring-boot-http",
                "spring-boot-servlet",
                "spring-boot-web",
                "tomcat",
                "jakarta.servlet",
                "jackson-",
                "spring-boot-jackson");
        List<String> connected = List.of(
                "spring-boot-activemq",
                "spring-boot-amqp",
                "spring-boot-artemis",
                "spring-boot-cassandra",
                "spring-boot-couchbase",
                "spring-boot-data-redis",
                "spring-boot-elasticsearch",
                "spring-boot-flyway",
                "spring-boot-jdbc",
                "spring-boot-kafka",
                "spring-boot-ldap",
                "spring-boot-liquibase",
                "spring-boot-micrometer",
                "spring-boot-mongodb",
                "spring-boot-opentelemetry",
                "spring-boot-pulsar",
                "spring-boot-r2dbc",
                "spring-boot-zipkin",
                "spring-jdbc",
                "mongodb",
                "bson",
                "r2dbc",
                "HikariCP");
        List<String> policies = List.of("masking-networkpolicy");
        List<String> actuator = List.of("spring-boot-actuator", "spring-boot-health");
        return List.of(
                Arguments.of(
                        "SERVLET", all(List.of(clients, formats, others, security, policies, actuator, connected))),
                Arguments.of("SERVLET", all(List.of(clients, formats, others, tokens, policies))),
                Arguments.of("SERVLET", all(List.of(others, actuator, connected))),
                Arguments.of("NONE", all(List.of(clients, formats, others, security, web, policies, actuator))));
    }

    private static List<String> all(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("absent")
    void startsWithoutThem(String type, List<String> jars) throws Exception {
        URL[] present = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> jars.stream().noneMatch(jar -> isOf(jar, path)))
                .map(AbsentLibrariesTest::url)
                .toArray(URL[]::new);
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(present, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Object started = loader.loadClass(Start.class.getName())
                    .getMethod("beans", String.class, String.class)
                    .invoke(null, type, App.file(DECLARATION).toString());

            assertThat(started.toString())
                    .contains("masking")
                    .contains("maskwireNotCovered", "maskwireServiceConnections");
            assertThat(started.toString().contains("maskwireServicePolicies"))
                    .isEqualTo(!jars.contains("masking-networkpolicy"));
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    /** Our own modules may stand there as jars or, in a build that goes on, as the classes in their folder. */
    private static boolean isOf(String library, Path path) {
        String text = path.toString().replace(File.separatorChar, '/');
        return path.getFileName().toString().startsWith(library) || text.endsWith("/" + library + "/target/classes");
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loaded in a class loader of its own. */
    public static final class Start {

        /** Starts an application and names its beans. */
        public static String beans(String type, String declaration) {
            if (type.equals("SERVLET")) {
                // Only one class loader of a JVM may have Tomcat's URLs.
                TomcatURLStreamHandlerFactory.disable();
            }
            SpringApplication application = new SpringApplication(Application.class);
            application.setWebApplicationType(WebApplicationType.valueOf(type));
            application.setBannerMode(Banner.Mode.OFF);
            application.setRegisterShutdownHook(false);
            try (ConfigurableApplicationContext context =
                    application.run("--masking.declaration=" + declaration, "--server.port=0")) {
                return String.join(",", context.getBeanDefinitionNames());
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    public static class Application {}
}
