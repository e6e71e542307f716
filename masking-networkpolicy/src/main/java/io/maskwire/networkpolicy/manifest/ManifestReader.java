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
        // Files are read side by side; what they hold is put together in their order.
        List<OneFile> files = sources.parallelStream().map(ManifestReader::read).toList();
        Gathered all = new Gathered();
        List<Problem> problems = new ArrayList<>();
        for (OneFile file : files) {
            problems.addAll(file.reading().problems());
            file.gathered().addTo(all);
            all.addFindings(file.reading().findings());
        }
        problems.addAll(all.repeated());
        if (!problems.isEmpty()) {
            throw new RefusedManifestException(problems);
        }
        return all.resources();
    }

    /** What a file holds, and what is wrong with it. */
    private record OneFile(Reading reading, Gathered gathered) {}

    private static OneFile read(ManifestSource source) {
        OneFile file = new OneFile(new Reading(source.toString()), new Gathered());
        try {
            new DocumentReader(file.reading(), file.gathered()).read(text(source, file.reading()));
        } catch (Reading.Abandoned nothingMoreToRead) {
            file.gathered().abandoned();
        }
        return file;
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
