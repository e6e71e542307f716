package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    @Test
    void thisRuntimePasses() {
        assertThatCode(SelfTest::ask).doesNotThrowAnyException();
        assertThatCode(SelfTest::pass).doesNotThrowAnyException();
    }

    @Test
    void aWrongAnswerStopsAndNamesTheAlgorithm() {
        SelfTest.check("FF1", "0102", new byte[] {1, 2});

        assertThatThrownBy(() -> SelfTest.check("FF1", "0102", new byte[] {1, 3}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("computes FF1 otherwise than its standard");
    }

    @Test
    void aSecurityProviderThatHashesWronglyIsNoticed() throws NoSuchAlgorithmException {
        Provider wrong = new WrongProvider(MessageDigest.getInstance("SHA-256").getProvider());
        Security.insertProviderAt(wrong, 1);
        try {
            assertThatThrownBy(SelfTest::ask)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("computes HMAC-SHA-256 otherwise than its standard");
        } finally {
            Security.removeProvider(wrong.getName());
        }
    }

    private static final class WrongProvider extends Provider {

        private static final long serialVersionUID = 1L;

        private WrongProvider(Provider right) {
            super("Wrong", "1", "for a test");
            putService(new Service(this, "MessageDigest", "SHA-256", WrongDigest.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    return new WrongDigest(MessageDigest.getInstance("SHA-256", right));
                }
            });
        }
    }

    /** SHA-256 with one bit of each digest turned over. */
    private static final class WrongDigest extends MessageDigestSpi implements Cloneable {

        private final MessageDigest right;

        private WrongDigest(MessageDigest right) {
            this.right = right;
        }

        @Override
        protected void engineUpdate(byte input) {
            right.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            right.update(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            byte[] digest = right.digest();
            digest[0] ^= 1;
            return digest;
        }

        @Override
        protected int engineGetDigestLength() {
            return right.getDigestLength();
        }

        @Override
        protected void engineReset() {
            right.reset();
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            return new WrongDigest((MessageDigest) right.clone());
        }
    }
}
