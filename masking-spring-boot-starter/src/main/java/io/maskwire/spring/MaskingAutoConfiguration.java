package io.maskwire.spring;

import io.maskwire.Masking;
import io.maskwire.declaration.Declaration;
import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.policy.Mode;
import io.maskwire.spi.EventCounts;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

/** Reads the declaration and the keys, and makes the masking that everything else uses. */
@AutoConfiguration
@EnableConfigurationProperties(MaskingProperties.class)
public final class MaskingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Declaration maskwireDeclaration(MaskingProperties properties, ResourceLoader resources) {
        ClassLoader loader = resources.getClassLoader();
        ClassLoader own = Objects.requireNonNull(MaskingAutoConfiguration.class.getClassLoader());
        return new DeclarationLocation(properties.declaration(), loader == null ? own : loader).read();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("masking.keys.directory")
    KeyRing maskwireKeyRing(MaskingProperties properties) {
        Path directory = properties.keys().place().orElseThrow();
        return KeyRing.from(KeySource.directory(directory));
    }

    @Bean
    @ConditionalOnMissingBean
    EventCounts maskwireEventCounts() {
        return new EventCounts();
    }

    @Bean
    Events maskwireEvents(EventCounts counts) {
        return new Events(counts);
    }

    @Bean
    @ConditionalOnMissingBean
    Masking masking(
            MaskingProperties properties, Declaration declaration, ObjectProvider<KeyRing> keys, Events events) {
        KeyRing ring = keys.getIfAvailable();
        if (ring == null && declaration.policy().needsKeys()) {
            throw new StartException(
                    "The declaration at " + properties.declaration()
                            + " has a keyed mask (hash), and there is no key for it",
                    "set masking.keys.directory to a directory with a key; make one with: mkdir -p keys && openssl"
                            + " rand -base64 32 > keys/k1.key");
        }
        Masking.Builder builder =
                Masking.builder(declaration.policy()).mode(properties.mode()).events(events);
        if (ring != null) {
            builder.keys(ring);
        }
        if (properties.mode() == Mode.REPORT) {
            LogFactory.getLog("io.maskwire.start")
                    .warn("Maskwire only reports (masking.mode=report): nothing is masked and nothing is refused");
        }
        return builder.build();
    }
}
