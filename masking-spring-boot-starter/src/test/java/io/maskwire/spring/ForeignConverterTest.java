package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;

@ExtendWith(OutputCaptureExtension.class)
class ForeignConverterTest {

    @Test
    void aConverterOfAnotherKindIsNamedAtStartAsNotCovered(CapturedOutput output) {
        try (App app = App.start(Shop.class, AnswersTest.DECLARATION)) {
            assertThat(output.getAll())
                    .containsOnlyOnce("Not covered by Maskwire: what " + Foreign.class.getName() + " writes");
            assertThat(app.bean(Foreign.class)).isNotNull();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        HttpMessageConverter<Object> foreign() {
            return new Foreign();
        }
    }

    static final class Foreign extends AbstractHttpMessageConverter<Object> {

        Foreign() {
            super(new MediaType("application", "vnd.example"));
        }

        @Override
        protected boolean supports(Class<?> type) {
            return true;
        }

        @Override
        protected Object readInternal(Class<?> type, HttpInputMessage input) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void writeInternal(Object value, HttpOutputMessage output) {
            throw new UnsupportedOperationException();
        }
    }
}
