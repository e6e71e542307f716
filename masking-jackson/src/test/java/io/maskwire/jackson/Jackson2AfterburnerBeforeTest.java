package io.maskwire.jackson;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.module.afterburner.AfterburnerModule;

/** Generated accessors, from a module that came first. */
class Jackson2AfterburnerBeforeTest extends Jackson2Test {

    @Override
    void addModules(MapperBuilder<?, ?> builder, Module... masking) {
        builder.addModule(new AfterburnerModule()).addModules(masking);
    }
}
