package io.maskwire.cli;

import io.maskwire.declaration.DeclarationException;
import io.maskwire.networkpolicy.ManifestException;
import io.maskwire.networkpolicy.manifest.RefusedManifestException;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import picocli.CommandLine.Option;

/** The option {@code --output}, and how a refusal is told in it. */
final class Output {

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "How results are written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    boolean isJson() {
        return format == OutputFormat.JSON;
    }

    /** Runs a command's work; tells why if it was refused. */
    int tell(Console console, IntSupplier work) {
        return tell(console, isJson(), work);
    }

    /** Runs a command's work; tells why if it was refused, in JSON too if that is asked for. */
    static int tell(Console console, boolean json, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (DeclarationException e) {
            return refused(
                    console, json, e.problems().stream().map(Refusal.Reason::of).toList());
        } catch (ManifestException e) {
            return refused(
                    console, json, e.problems().stream().map(Refusal.Reason::of).toList());
        } catch (RefusedManifestException e) {
            return refused(
                    console, json, e.problems().stream().map(Refusal.Reason::of).toList());
        } catch (Refusal e) {
            return refused(console, json, e.reasons());
        }
    }

    private static int refused(Console console, boolean json, List<Refusal.Reason> reasons) {
        reasons.forEach(reason -> console.message(reason.toString()));
        if (json) {
            console.result(Json.of(
                    Map.of("errors", reasons.stream().map(Refusal.Reason::json).toList())));
        }
        return ExitCode.REFUSED;
    }
}
