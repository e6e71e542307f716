package io.maskwire.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what kind of data a value is; the policy says how it looks, and to whom.
 *
 * <p>On a field, getter, record component, type, type use ({@code List<@Sensitive("email") String>}) or another
 * annotation, which then means the same. Not on parameters: a Kotlin compiler would put it there only, where it is not
 * seen. A class the policy doesn't know hides the value as a whole.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface Sensitive {

    /** The data class, such as {@code email}. */
    String value();
}
