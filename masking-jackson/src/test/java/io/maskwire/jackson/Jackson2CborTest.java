package io.maskwire.jackson;

import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;

class Jackson2CborTest extends Jackson2FormatContract {

    @Override
    MapperBuilder<?, ?> formatBuilder() {
        return CBORMapper.builder();
    }
}
