package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.jackson.MaskingModule;
import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.key.LiveKeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.spi.EventCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.boot.restclient.autoconfigure.HttpMessageConvertersRestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.boot.restclient.autoconfigure.RestTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

/** Which beans there are: with everything, with libraries absent, with beans of the application's own. */
class ConfigurationTest {

    private static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            classes: {email: {mask: redact, style: email}}
            calls: {}
            """;
    private static final AutoConfigurations ALL = AutoConfigurations.of(
            JacksonAutoConfiguration.class,
            HttpMessageConvertersAutoConfiguration.class,
            HttpClientAutoConfiguration.class,
            ImperativeHttpClientAutoConfiguration.class,
            RestClientAutoConfiguration.class,
            RestTemplateAutoConfiguration.class,
            MaskingAutoConfiguration.class,
            MaskingMetricsAutoConfiguration.class,
            MaskingRequestAutoConfiguration.class,
            MaskingResponseAutoConfiguration.class,
            MaskingStartAutoConfiguration.class);

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(ALL)
            .withPropertyValues("masking.declaration=" + App.file(DECLARATION));
    private final ApplicationContextRunner plain = new ApplicationContextRunner()
            .withConfiguration(ALL)
            .withPropertyValues("masking.declaration=" + App.file(DECLARATION));

    @Test
    void aWebApplicationIsCoveredBothWays() {
        web.run(context -> assertThat(context)
                .hasSingleBean(Masking.class)
                .hasSingleBean(Declaration.class)
                .hasSingleBean(EventCounts.class)
                .hasSingleBean(CallerResolver.class)
                .hasSingleBean(ResponseGuard.class)
                .hasSingleBean(RequestGuard.class)
                .doesNotHaveBean(KeyRing.class)
                .doesNotHaveBean(LiveKeyRing.class));
    }

    @Test
    void noModuleForEveryMapperIsPublished() {
        web.run(context -> {
            assertThat(context).doesNotHaveBean(MaskingModule.class);
            assertThat(context.getBean(JsonMapper.class).writeValueAsString(Order.canary()))
                    .contains(Order.PAN, Order.NAME);
        });
    }

    @Test
    void anApplicationThatServesNothingSendsMasked() {
        plain.run(context -> assertThat(context)
                .hasSingleBean(RequestGuard.class)
                .doesNotHaveBean(ResponseGuard.class)
                .doesNotHaveBean(CallerResolver.class));
    }

    @Test
    void withoutSpringMvcThereIsNoAnswerToMask() {
        web.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ResponseGuard.class));
    }

    @Test
    void withoutJacksonThereIsStillAMasking() {
        plain.withClassLoader(new FilteredClassLoader("tools.jackson"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Masking.class)
                        .doesNotHaveBean("maskwireRequestGuard"));
    }

    @Test
    void withoutSpringsHttpThereIsStillAMasking() {
        plain.withClassLoader(new FilteredClassLoader("org.springframework.http", "org.springframework.web"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Masking.class));
    }

    @Test
    void withoutSpringSecurityTheCertificateIsRead() {
        web.withClassLoader(new FilteredClassLoader("org.springframework.security"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(CallerResolver.class));
        web.withClassLoader(new FilteredClassLoader(JwtAuthenticationToken.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(CallerResolver.class));
    }

    @Test
    void withoutRestClientConvertersAreStillGuarded() {
        plain.withClassLoader(new FilteredClassLoader(RestTemplateCustomizer.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(RequestGuard.class)
                        .doesNotHaveBean("maskwireRestTemplateCustomizer"));
    }

    @Test
    void withoutBootsConvertersAClientKeepsItsOwn() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        RestClientAutoConfiguration.class,
                        MaskingAutoConfiguration.class,
                        MaskingRequestAutoConfiguration.class))
                .withPropertyValues("masking.declaration=" + App.file(DECLARATION))
                .run(context -> assertThat(context)
                        .hasSingleBean(RestClientBuilderConfigurer.class)
                        .doesNotHaveBean(RequestGuard.class)
                        .doesNotHaveBean(HttpMessageConvertersRestClientCustomizer.class));
    }

    @Test
    void withoutMicrometerNothingIsMeasured() {
        web.withClassLoader(new FilteredClassLoader(MeterRegistry.class.getPackageName()))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("maskwireEventMetrics"));
    }

    @Test
    void theClientOfTheApplicationIsPutBehindOurs() {
        plain.run(context -> assertThat(context.getBean(ClientHttpRequestFactoryBuilder.class))
                .isInstanceOf(FollowingRequestFactoryBuilder.class));
        plain.withPropertyValues("masking.mode=report")
                .run(context -> assertThat(context.getBean(ClientHttpRequestFactoryBuilder.class))
                        .isNotInstanceOf(FollowingRequestFactoryBuilder.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {

        static final Masking MASKING = Masking.builder(MaskingPolicy.builder()
                        .dataClass("email", Masks.erase())
                        .build())
                .mode(Mode.REPORT)
                .build();

        @Bean
        Masking masking() {
            return MASKING;
        }

        @Bean
        Declaration declaration() {
            return Declarations.read(DeclarationSource.text("own.yml", DECLARATION));
        }

        @Bean
        CallerResolver callers() {
            return request -> Caller.person(Set.of("own"));
        }

        @Bean
        EventCounts counts() {
            return new EventCounts();
        }
    }

    @Test
    void stepsBackForTheApplicationsOwnBeans() {
        web.withPropertyValues("masking.declaration=classpath:nowhere.yml")
                .withUserConfiguration(Own.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Masking.class)).isSameAs(Own.MASKING);
                    assertThat(context).hasSingleBean(Declaration.class);
                    assertThat(context).hasSingleBean(CallerResolver.class);
                    assertThat(context).hasSingleBean(EventCounts.class);
                    assertThat(context.getBean(ClientHttpRequestFactoryBuilder.class))
                            .isNotInstanceOf(FollowingRequestFactoryBuilder.class);
                });
    }

    @Test
    void keysAreReadFromTheirDirectory(@TempDir Path directory) {
        App.key(directory, "k1");

        plain.withPropertyValues(
                        "masking.declaration=" + App.file("classes: {email: {mask: hash}}"),
                        "masking.keys.directory=" + directory)
                .run(context -> assertThat(
                                context.getBean(Masking.class).mask("email", "zoe@example.com", Audience.anonymous()))
                        .startsWith("mh1.k1."));
    }

    @Test
    void stepsBackForTheApplicationsOwnKeys(@TempDir Path directory) {
        App.key(directory, "own");

        plain.withPropertyValues(
                        "masking.declaration=" + App.file("classes: {email: {mask: hash}}"),
                        "masking.keys.directory=nowhere")
                .withBean(KeyRing.class, () -> KeyRing.from(KeySource.directory(directory)))
                .run(context -> assertThat(
                                context.getBean(Masking.class).mask("email", "zoe@example.com", Audience.anonymous()))
                        .startsWith("mh1.own."));
    }

    @Configuration(proxyBeanMethods = false)
    static class Metrics {

        @Bean
        MeterRegistry registry(ObjectProvider<EventMetrics> binder) {
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            binder.getObject().bindTo(registry);
            return registry;
        }
    }

    @Test
    void eventsAreCountersWithTheirTags() {
        web.withUserConfiguration(Metrics.class).run(context -> {
            Masking masking = context.getBean(Masking.class);
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            masking.mask("email", "zoe@example.com", Audience.anonymous());
            masking.mask("email", "zoe@example.com", Audience.anonymous());

            FunctionCounter counter = registry.get("maskwire.events")
                    .tags("action", "masked", "outlet", "call", "class", "email", "audience", "anonymous")
                    .functionCounter();
            assertThat(counter.count()).isEqualTo(2);
            assertThat(registry.getMeters()).hasSize(1);
        });
    }
}
