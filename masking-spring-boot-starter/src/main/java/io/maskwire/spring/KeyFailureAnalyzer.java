package io.maskwire.spring;

import io.maskwire.key.KeyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when keys can't be read. */
final class KeyFailureAnalyzer extends AbstractFailureAnalyzer<KeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyException cause) {
        return new FailureAnalysis(problem(cause), cause.remedy(), cause);
    }

    private static String problem(KeyException cause) {
        String message = String.valueOf(cause.getMessage());
        String remedy = "; " + cause.remedy();
        return message.endsWith(remedy) ? message.substring(0, message.length() - remedy.length()) : message;
    }
}
