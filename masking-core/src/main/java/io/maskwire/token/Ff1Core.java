package io.maskwire.token;

/** The ten rounds of FF1 for texts of one shape. For many threads, each with a state. */
sealed interface Ff1Core permits Ff1Longs, Ff1Limbs {

    int ROUNDS = 10;

    /** With longs where the halves fit, else with limbs. */
    static Ff1Core of(Ff1Shape shape) {
        return shape.powerV.bitLength() < Long.SIZE ? new Ff1Longs(shape) : new Ff1Limbs(shape);
    }

    Ff1Shape shape();

    /** Encrypts in place; the state has begun with this input. */
    void encrypt(Ff1State state, Ff1Input input);

    /** Decrypts in place; the state has begun with this input. */
    void decrypt(Ff1State state, Ff1Input input);
}
