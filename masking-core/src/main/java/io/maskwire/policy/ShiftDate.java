package io.maskwire.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Moves a date by the same number of days for all dates of one subject, as {@link ShiftDateMask} does. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface ShiftDate {

    /**
     * The largest number of days in either direction, from {@value ShiftDateMask#LEAST_DAYS} to {@value
     * ShiftDateMask#MOST_DAYS}.
     */
    int days();

    /** The domain in which dates of one subject are moved alike; empty: the data class's name. */
    String domain() default "";

    /** The data class of the value, so that an audience can be granted it; empty: nobody ever sees it in clear. */
    String dataClass() default "";
}
