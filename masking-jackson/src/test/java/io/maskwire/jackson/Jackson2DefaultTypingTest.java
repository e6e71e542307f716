package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import io.maskwire.policy.Audience;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Type ids around nearly everything; they are names of types and stay. */
class Jackson2DefaultTypingTest extends Jackson2Test {

    @Override
    MapperBuilder<?, ?> builder() {
        BasicPolymorphicTypeValidator all = BasicPolymorphicTypeValidator.builder()
                .allowIfBaseType(Object.class)
                .build();
        return super.builder().activateDefaultTyping(all, DefaultTyping.NON_FINAL);
    }

    @Override
    Stream<Case> cases() {
        List<Case> possible = super.cases().filter(this::isPossibleWithTypes).toList();
        assertThat(possible).as("most cases can be written with type ids").hasSizeGreaterThan(120);
        return possible.stream();
    }

    private boolean isPossibleWithTypes(Case each) {
        try {
            write(each, null, Audience.anonymous());
            return true;
        } catch (UncheckedIOException impossible) {
            return false;
        }
    }

    /** What a type id around a value means for paths is said in cases of its own. */
    @Override
    Stream<Case> casesForPaths() {
        return super.casesForPaths().filter(each -> each.name().equals("record"));
    }
}
