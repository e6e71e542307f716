package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.RefusedManifestException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads manifests in YAML or JSON: documents, lists of objects, as written by people or exported from a cluster.
 *
 * <p><b>Gives:</b> every NetworkPolicy, Namespace, Service and workload with its place, checked as strictly as the API
 * server checks policies: unknown fields, wrong types, names, selectors, blocks and ports. What a server adds to an
 * export is taken as it is.
 *
 * <p><b>Doesn't give:</b> objects of other kinds, which are counted and not looked into: what a Secret or a ConfigMap
 * holds is never kept nor told; checks of what in a Service or workload has no meaning for policies.
 *
 * <p>Limits: {@value ManifestSource#MOST_BYTES} bytes a file, 100 levels of nesting. Stateless and safe for use by many
 * threads.
 */
public final class ManifestReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ManifestReader() {}

    /**
     * Reads all sources.
     *
     * @throws RefusedManifestException if one can't be used; names every problem of all of them
     */
    public static Resources read(Collection<ManifestSource> sources) {
        Gathered gathered = new Gathered();
        List<Problem> problems = new ArrayList<>();
        for (ManifestSource source : sources) {
            Reading reading = new Reading(source.toString());
            try {
                new DocumentReader(reading, gathered).read(text(source, reading));
            } catch (Reading.Abandoned nothingMoreToRead) {
                gathered.abandoned();
            }
            problems.addAll(reading.problems());
            gathered.addFindings(reading.findings());
        }
        problems.addAll(gathered.repeated());
        if (!problems.isEmpty()) {
            throw new RefusedManifestException(problems);
        }
        return gathered.resources();
    }

    private static String text(ManifestSource source, Reading reading) {
        Place start = reading.place(1, 1);
        try {
            byte[] bytes = source.read();
            if (bytes.length > ManifestSource.MOST_BYTES) {
                throw reading.last(start, "the file is larger than 256 MiB", "split it by namespace");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw reading.last(start, "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw reading.last(
                    start,
                    "the file can't be read (" + e.getClass().getSimpleName() + ")",
                    "check that it exists and may be read");
        }
    }
}
