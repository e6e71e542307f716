package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Audience;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Type ids around nearly everything; they are names of types and stay. */
class DefaultTypingTest extends Jackson3Test {

    @Override
    MapperBuilder<?, ?> builder() {
        BasicPolymorphicTypeValidator all = BasicPolymorphicTypeValidator.builder()
                .allowIfBaseType(Object.class)
                .build();
        return JsonMapper.builder().activateDefaultTyping(all, DefaultTyping.NON_FINAL);
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
        } catch (JacksonException impossible) {
            return false;
        }
    }

    /** What a type id around a value means for paths is said in cases of its own. */
    @Override
    Stream<Case> casesForPaths() {
        return super.casesForPaths().filter(each -> each.name().equals("record"));
    }
}
