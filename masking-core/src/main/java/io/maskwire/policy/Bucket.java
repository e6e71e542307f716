package io.maskwire.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Replaces a number by the range it lies in, as {@link Masks#bucket} does. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface Bucket {

    /** How wide a range is; 2 or more. */
    long size();

    /** The data class of the value, so that an audience can be granted it; empty: nobody ever sees it in clear. */
    String dataClass() default "";
}
