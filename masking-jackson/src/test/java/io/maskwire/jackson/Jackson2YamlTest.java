package io.maskwire.jackson;

import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

class Jackson2YamlTest extends Jackson2FormatContract {

    @Override
    MapperBuilder<?, ?> formatBuilder() {
        return YAMLMapper.builder();
    }
}
