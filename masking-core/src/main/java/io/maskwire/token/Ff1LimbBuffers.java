package io.maskwire.token;

/** The numbers and bytes of a long text's rounds, grown when needed. */
final class Ff1LimbBuffers {

    int[] left = {};
    int[] right = {};
    /** The round function's number, and a limb above it for shifting. */
    int[] f = {};
    /** The blocks of Q that change from round to round. */
    byte[] q = {};
    /** The round function's blocks, and what they are encrypted from. */
    byte[] counted = {};

    byte[] output = {};

    void prepare(int limbs, int bytes, int outputBytes) {
        if (left.length < limbs) {
            left = new int[limbs];
            right = new int[limbs];
            f = new int[limbs + 1];
        }
        if (q.length < bytes) {
            q = new byte[bytes];
        }
        if (output.length < outputBytes) {
            counted = new byte[outputBytes];
            output = new byte[outputBytes];
        }
    }
}
