package io.maskwire.key;

/** Keys can't be read or used; the message says where and what to do, and holds no key. */
public final class KeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /** Says what is wrong and what to do about it. */
    public KeyException(String problem, String remedy) {
        super(problem + "; " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
