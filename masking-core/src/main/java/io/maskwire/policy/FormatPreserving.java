package io.maskwire.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Replaces a value by another one of the same length and alphabet, as {@link FormatPreservingMask} does. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface FormatPreserving {

    /** The domain in which masked values are comparable; empty: the data class's name. */
    String domain() default "";

    /** The characters of a value, in their order, such as {@link Alphabet#ALPHANUMERIC_UPPER}. */
    String alphabet() default Alphabet.DIGITS;

    /** Characters that stay where they are and count for nothing. */
    String separators() default " -.";

    /** How many first characters stay; 0 for none. */
    int keepFirst() default 0;

    /** How many last characters stay; 0 for none. */
    int keepLast() default 0;

    /** What becomes of a check digit at the end; for cards {@link Luhn#INVALID}. */
    Luhn luhn() default Luhn.NONE;

    /** The data class of the value, so that an audience can be granted it; empty: nobody ever sees it in clear. */
    String dataClass() default "";
}
