package io.maskwire.jackson;

import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;

class Jackson2SmileTest extends Jackson2FormatContract {

    @Override
    MapperBuilder<?, ?> formatBuilder() {
        return SmileMapper.builder();
    }
}
