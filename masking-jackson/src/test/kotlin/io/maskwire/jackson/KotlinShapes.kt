package io.maskwire.jackson

import com.fasterxml.jackson.annotation.JsonProperty
import com.fasterxml.jackson.annotation.JsonValue
import io.maskwire.policy.Sensitive

/** Marks as Kotlin authors write them: the compiler decides where each ends up. */
data class KotlinData(val id: String, @Sensitive("secret") val secret: String)

data class KotlinIs(val id: String, @Sensitive("secret") val isSecret: String)

data class KotlinOnField(val id: String, @field:Sensitive("secret") var secret: String?)

/** For path rules. */
data class KotlinPlain(val id: String, val secret: String)

data class KotlinOnGetter(val id: String, @get:Sensitive("secret") val secret: String)

data class KotlinRenamed(val id: String, @JsonProperty("other") @Sensitive("secret") val secret: String)

data class KotlinElements(val id: String, val secrets: List<@Sensitive("secret") String>, val byId: Map<String, @Sensitive("secret") String?>)

data class KotlinGeneric<T>(val id: String, @Sensitive("secret") val secret: T, val more: List<KotlinData>)

@Sensitive("secret")
@JvmInline
value class KotlinInline(val text: String)

data class KotlinWithInline(val id: String, val secret: KotlinInline)

@JvmInline
value class KotlinValue(@get:JsonValue val text: String)

data class KotlinWithValue(val id: String, @Sensitive("secret") val secret: KotlinValue)

open class KotlinBase(val id: String) {
    @Sensitive("secret")
    open val secret: String = "tango-Zürich-4711"
}

class KotlinDerived : KotlinBase("visible") {
    override val secret: String
        get() = super.secret
}

class KotlinDelegated(val id: String) {
    @get:Sensitive("secret")
    val secret: String by lazy { "tango-Zürich-4711" }
}

sealed interface KotlinSealed

data class KotlinOne(val id: String, @Sensitive("secret") val secret: String) : KotlinSealed

data object KotlinObject : KotlinSealed {
    val id = "visible"

    @Sensitive("secret")
    val secret = "tango-Zürich-4711"
}

/** Java can't make value classes. */
fun withInline(): Any = KotlinWithInline("visible", KotlinInline("tango-Zürich-4711"))

fun withValue(): Any = KotlinWithValue("visible", KotlinValue("tango-Zürich-4711"))
