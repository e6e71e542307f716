package io.maskwire.jackson;

import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.module.kotlin.KotlinModule;
import java.util.stream.Stream;

/** Classes of Kotlin by their own module. */
class Jackson2KotlinModuleTest extends Jackson2Test {

    @Override
    MapperBuilder<?, ?> builder() {
        return super.builder().addModule(new KotlinModule.Builder().build());
    }

    @Override
    Stream<Case> cases() {
        return KotlinCases.casesForItsModule();
    }

    @Override
    Stream<Case> casesForPaths() {
        return KotlinCases.casesForPaths();
    }
}
