package io.maskwire.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Hides a value as {@link RedactMask} does; either a style, or the characters to keep. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface Redact {

    /** The style; at most one. */
    RedactStyle[] style() default {};

    /** How many first characters stay; 0 for none. */
    int keepFirst() default 0;

    /** How many last characters stay; 0 for none. */
    int keepLast() default 0;

    /** Characters that don't count and are never shown. */
    String separators() default "";

    /** The data class of the value, so that an audience can be granted it; empty: nobody ever sees it in clear. */
    String dataClass() default "";
}
