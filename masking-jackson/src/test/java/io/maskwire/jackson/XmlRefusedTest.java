package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import org.junit.jupiter.api.Test;

/** XML has attributes and text beside names and nesting: its mappers are refused as a whole. */
class XmlRefusedTest {

    private final Masking masking = Masking.of(MaskingPolicy.builder().build());

    @Test
    void aMapperOfJackson2IsRefused() {
        var mapper = new com.fasterxml.jackson.dataformat.xml.XmlMapper();

        assertThatThrownBy(() -> mapper.registerModule(Jackson2MaskingModule.of(masking)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("XmlSerializerProvider");
    }

    @Test
    void aMapperOfJackson3IsRefused() {
        var builder = tools.jackson.dataformat.xml.XmlMapper.builder().addModule(MaskingModule.of(masking));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("XmlSerializationContexts");
    }
}
