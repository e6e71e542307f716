package io.maskwire.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Cuts an IP address to its network, as {@link TruncateIpMask} does. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface TruncateIp {

    /** How many bits of an IPv4 address stay. */
    int v4Bits() default TruncateIpMask.MOST_V4_BITS;

    /** How many bits of an IPv6 address stay. */
    int v6Bits() default TruncateIpMask.MOST_V6_BITS;

    /** The data class of the value, so that an audience can be granted it; empty: nobody ever sees it in clear. */
    String dataClass() default "";
}
