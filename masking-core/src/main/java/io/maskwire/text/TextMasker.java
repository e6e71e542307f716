package io.maskwire.text;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Unclassified;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Masks what is sensitive in free text, such as the message of a log: a second net, for what no rule reaches.
 *
 * <p><b>Finds</b> card numbers ({@code pan}), {@code iban}, {@code email}, {@code phone} with a {@code +}, {@code ip}
 * addresses, US social security numbers ({@code ssn}), keys, tokens and passwords in URLs ({@code secret}), and the values
 * behind names: those of the policy's paths, whose last name counts wherever it stands, and those of secrets, such as
 * {@code password}. Own {@link Detector detectors} are added {@link #with with}. What is found is of the data class in
 * brackets: the policy's mask for the audience decides, a class the policy doesn't know is erased, and only a grant shows
 * it in clear.
 *
 * <p><b>Doesn't find</b> names, addresses and numbers that stand there without saying what they are, nor what is written
 * so that it is not recognised: see {@code docs/text-detectors.md} for each detector, its limits, and its precision and
 * recall. Where a path is known, mask JSON and not its text.
 *
 * <p>Time is linear in the length of the text. Nothing is thrown for what a text holds. Immutable and safe for use by many
 * threads.
 */
public final class TextMasker {

    private final MaskingEngine engine;
    private final NameIndex names;
    private final List<Detector> detectors;

    private TextMasker(MaskingEngine engine, NameIndex names, List<Detector> detectors) {
        this.engine = engine;
        this.names = names;
        this.detectors = detectors;
    }

    /** For {@code Masking.text()}. */
    public static TextMasker of(MaskingEngine engine) {
        boolean masksOthers = engine.policy().unclassified() == Unclassified.MASK;
        return new TextMasker(engine, new NameIndex(engine.policy().fields(), masksOthers), List.of());
    }

    /** The data classes of what is found without a rule and without an own detector. */
    public static Set<String> dataClasses() {
        return Rank.dataClasses();
    }

    /** The same with one more detector. */
    public TextMasker with(Detector detector) {
        List<Detector> more = new ArrayList<>(detectors);
        more.add(Objects.requireNonNull(detector, "detector"));
        return new TextMasker(engine, names, List.copyOf(more));
    }

    /** The text as whoever reads the log may see it. */
    public String mask(String text) {
        return mask(text, Audience.log());
    }

    /**
     * The text as an audience may see it.
     *
     * @return the same instance if nothing in it is masked
     */
    public String mask(String text, Audience audience) {
        return new TextRun(this, audience).mask(text);
    }

    /**
     * Masks what a reader gives, for whoever reads the log; see {@link #mask(Reader, Writer, Audience)}.
     *
     * @throws IOException as the other says
     */
    public void mask(Reader in, Writer out) throws IOException {
        mask(in, out, Audience.log());
    }

    /**
     * Masks what a reader gives, block by block of whole lines, as if it were one text. Own detectors see the blocks. At
     * most a few MiB are held: a line over {@value MaskingSession#LONGEST_VALUE} chars is erased. Neither reader nor
     * writer is closed; the writer isn't flushed.
     *
     * @throws TextException if an object, array or string behind a known name goes on over several lines for more than
     *     {@value MaskingSession#LONGEST_VALUE} chars
     * @throws IOException if reading or writing fails
     */
    public void mask(Reader in, Writer out, Audience audience) throws IOException {
        new TextStream(in, out, new TextRun(this, audience)).run();
    }

    MaskingSession open(Audience audience) {
        return engine.open(Outlet.TEXT, audience);
    }

    NameIndex names() {
        return names;
    }

    /** Lets own detectors look; false if one failed. */
    boolean detect(TextScan scan) {
        for (Detector detector : detectors) {
            Classification classification = Classification.ofClass(detector.dataClass());
            try {
                detector.detect(scan.text(), (start, end) -> {
                    Objects.checkFromToIndex(start, end, scan.length());
                    Objects.checkIndex(start, end);
                    scan.found(Rank.OWN, start, end, classification, Finding.Form.PLAIN);
                });
            } catch (Throwable failed) {
                if (failed instanceof VirtualMachineError error && !(failed instanceof StackOverflowError)) {
                    throw error;
                }
                // Not passed on: its message may quote the text.
                return false;
            }
        }
        return true;
    }

    /** Prints no name of the policy's. */
    @Override
    public String toString() {
        return "TextMasker[" + detectors.size() + " own detectors]";
    }
}
