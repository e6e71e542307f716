package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which ways a name and its value may stand together. */
class NameFormsTest {

    private static final TextMasker MASKER = Masking.of(MaskingPolicy.builder()
                    .field("$..taxId", Masks.constant("***"))
                    .build())
            .text();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "user[password]=hunter2&b=1        | user[password]=[masked]&b=1",
                "?user[password]=hunter2&b=1       | ?user[password]=[masked]&b=1",
                "a[b][tax-id]=4711 rest            | a[b][tax-id]=*** rest",
                "$_POST['password'] = 'hunter2';   | $_POST['password'] = '[masked]';",
                "x?user%5Bpassword%5D=hunter2&b=1  | x?user%5Bpassword%5D=[masked]&b=1",
                "{\"user[password]\": \"hunter2\"} | {\"user[password]\": \"[masked]\"}",
                "password_hash=5f4dcc3b next       | password_hash=[masked] next",
                "{\"passwordHash\":\"5f4dcc3b\"}   | {\"passwordHash\":\"[masked]\"}",
                "db.password_old=hunter2 x         | db.password_old=[masked] x",
                "password1=hunter2 x               | password1=[masked] x",
                "new_password_confirmation=hunter2 | new_password_confirmation=[masked]",
                "r=https%3A%2F%2Fa.b%2F%3Fpassword%3Dhunter2%26b%3D1 x | r=https%3A%2F%2Fa.b%2F%3Fpassword%3D[masked]%26b%3D1 x",
                "u%5BtaxId%5D%3D4711&b=1           | u%5BtaxId%5D%3D***&b=1",
                "password -> hunter2 x             | password -> [masked] x",
                "\"tax_id\" -> \"4711\", next      | \"tax_id\" -> \"***\", next",
                "password＝hunter2 x               | password＝[masked] x",
                "password[]=hunter2&b=1            | password[]=[masked]&b=1",
                "a[password][0][12]=hunter2&b=1    | a[password][0][12]=[masked]&b=1",
                "password%5B%5D%3Dhunter2%26b      | password%5B%5D%3D[masked]%26b",
                "p%61ssword%3Dhunter2%26b          | p%61ssword%3D[masked]%26b",
                "a%26passwor%64%3Dhunter2          | a%26passwor%64%3D[masked]",
                "passwor%64=hunter2 x              | passwor%64=[masked] x",
                "ключ[ключ][password]=hunter2&b=1  | ключ[ключ][password]=[masked]&b=1",
                "パスワード password：hunter2       | パスワード password：[masked]"
            })
    void valueIsFound(String text, String expected) {
        assertThat(MASKER.mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[password]: no value follows a name in brackets",
                "list[0]=1 map[key]=2 a[]=3",
                "this.token->next() and $user->password->length",
                "a -> b, x->y, tokens -> none of them",
                "password_length=12 token_type=x secret_santa=Zoe cookie_consent=yes",
                "password12=x is a name of its own, and so is passwords=y",
                "password:\nnothing of the next line",
                "q=100%3D and %3D%3D%3D alone, a%3Db",
                "]=x and [=y and ->z",
                "x[ключ]=1 a[１]=2 {\"tag[☃]\": 3}"
            })
    void whatOnlyLooksLikeANameStays(String text) {
        assertThat(MASKER.mask(text)).isSameAs(text);
    }

    @Test
    void valuesOfOneLineAreFoundWhateverFormEachHas() {
        assertThat(MASKER.mask("u[password]=a b%5Btoken%5D=c&d secret -> e password2=f passwd%3Dg%26h"))
                .isEqualTo("u[password]=[masked] b%5Btoken%5D=[masked] secret -> [masked] password2=[masked]"
                        + " passwd%3D[masked]%26h");
    }
}
