package io.maskwire.jackson;

import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.dataformat.yaml.YAMLMapper;

class YamlTest extends FormatContract {

    @Override
    MapperBuilder<?, ?> builder() {
        return YAMLMapper.builder();
    }
}
