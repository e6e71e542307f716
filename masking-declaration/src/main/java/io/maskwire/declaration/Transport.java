package io.maskwire.declaration;

import java.util.Locale;

/** What speaks over an edge. Only {@link #HTTP} is written by Maskwire's outlets; the others say what they carry. */
public enum Transport {
    HTTP,
    JDBC,
    R2DBC,
    KAFKA,
    AMQP,
    REDIS,
    MONGODB,
    GRPC,
    SMTP,
    LDAP,
    OTLP,
    TCP;

    /** The name used in declarations, such as {@code http}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
