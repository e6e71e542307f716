package io.maskwire.spring;

import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.DeclarationException.Problem;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the declaration can't be used. */
final class DeclarationFailureAnalyzer extends AbstractFailureAnalyzer<DeclarationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DeclarationException cause) {
        return new FailureAnalysis(
                lines(cause, problem -> problem.place() + ": " + problem.problem()),
                lines(cause, problem -> problem.place() + ": " + problem.remedy()),
                cause);
    }

    private static String lines(DeclarationException cause, Function<Problem, String> line) {
        return cause.problems().stream().map(line).collect(Collectors.joining("\n"));
    }
}
