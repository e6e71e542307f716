package io.maskwire.cli.draft;

/** A file can't be drafted from. */
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String problem;
    private final String remedy;

    UnreadableException(String file, String problem, String remedy) {
        super(file + ": " + problem + "; " + remedy);
        this.file = file;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** The file. */
    public String file() {
        return file;
    }

    /** What is wrong with it; quotes none of its values. */
    public String problem() {
        return problem;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
