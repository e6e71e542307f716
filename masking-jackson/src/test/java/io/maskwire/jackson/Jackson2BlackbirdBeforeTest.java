package io.maskwire.jackson;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;

/** Generated accessors, from a module that came first. */
class Jackson2BlackbirdBeforeTest extends Jackson2Test {

    @Override
    void addModules(MapperBuilder<?, ?> builder, Module... masking) {
        builder.addModule(new BlackbirdModule()).addModules(masking);
    }
}
