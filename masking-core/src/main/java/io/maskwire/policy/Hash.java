package io.maskwire.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Replaces a value by its keyed hash, as {@link HashMask} does. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface Hash {

    /** The domain in which hashes are comparable; empty: the data class's name. */
    String domain() default "";

    /** How equal values are brought to one form. */
    Normalizer normalize() default Normalizer.NONE;

    /** The data class of the value, so that an audience can be granted it; empty: nobody ever sees it in clear. */
    String dataClass() default "";
}
