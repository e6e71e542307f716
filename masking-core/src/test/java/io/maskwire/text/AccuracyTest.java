package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.text.Label.Line;
import io.maskwire.text.Label.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much of what is labelled is found, and how much of what is found is labelled. */
class AccuracyTest {

    private static final long SEED = 20261123;
    private static final double LOWEST_RECALL = 0.85;
    private static final double LOWEST_PRECISION = 0.98;

    /** One in ten of any numbers has the check digit of a card. */
    private static final double LOWEST_PRECISION_OF_CARDS = 0.85;

    private static final Path DOCS = Path.of(System.getProperty("basedir", "."), "../docs/text-detectors.md");
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";

    private final List<Line> lines = LabelledLines.of(SEED);
    private final Map<Label, Score> scores = new EnumMap<>(Label.class);

    private static final class Score {
        private int labelled;
        private int whole;
        private int reported;
        private int right;

        double recall() {
            return (double) whole / labelled;
        }

        double precision() {
            return (double) right / reported;
        }
    }

    private void measure() {
        for (Label label : Label.values()) {
            scores.put(label, new Score());
        }
        TextMasker masker = Masking.of(MaskingPolicy.builder().build()).text();
        for (Line line : lines) {
            TextRun run = new TextRun(masker, Audience.log());
            score(line, Overlaps.resolve(run.scan(line.text()).findings()));
        }
    }

    private void score(Line line, List<Finding> found) {
        for (Piece piece : line.pieces()) {
            Score score = scores.get(piece.label());
            score.labelled++;
            score.whole += found.stream().anyMatch(f -> f.start() <= piece.start() && piece.end() <= f.end()) ? 1 : 0;
        }
        for (Finding finding : found) {
            Score score = scores.get(Label.of(finding.rank()));
            score.reported++;
            score.right += line.pieces().stream().anyMatch(p -> p.start() < finding.end() && finding.start() < p.end())
                    ? 1
                    : 0;
        }
    }

    @Test
    void theSetHasTwoThousandLinesInFiveLanguages() {
        assertThat(lines.stream().map(Line::text).distinct()).hasSizeGreaterThanOrEqualTo(2000);
        assertThat(lines.stream().map(Line::language).distinct()).hasSize(5);
        assertThat(lines).isEqualTo(LabelledLines.of(SEED));
    }

    @Test
    void everyDetectorFindsEnoughAndReportsLittleElse() {
        measure();
        scores.forEach((label, score) -> {
            assertThat(score.labelled).as("lines with %s", label).isGreaterThan(50);
            assertThat(score.recall()).as("recall of %s", label).isGreaterThanOrEqualTo(LOWEST_RECALL);
            double lowest = label == Label.PAN ? LOWEST_PRECISION_OF_CARDS : LOWEST_PRECISION;
            assertThat(score.precision()).as("precision of %s", label).isGreaterThanOrEqualTo(lowest);
        });
    }

    /** With {@code -Dtext.docs=write} the table is written anew. */
    @Test
    void theDocsHaveWhatIsMeasured() throws IOException {
        measure();
        String docs = Files.readString(DOCS);
        int begin = docs.indexOf(BEGIN) + BEGIN.length();
        int end = docs.indexOf(END);
        if (System.getProperty("text.docs", "").equals("write")) {
            Files.writeString(DOCS, docs.substring(0, begin) + table() + docs.substring(end));
            return;
        }
        assertThat(docs.substring(begin, end))
                .as("the table in docs/text-detectors.md; write it anew with -Dtext.docs=write")
                .isEqualTo(table());
    }

    private String table() {
        StringBuilder table = new StringBuilder("| detector | labelled | found whole | recall | reported | right |")
                .append(" precision |\n| --- | --: | --: | --: | --: | --: | --: |\n");
        scores.forEach((label, score) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.3f | %d | %d | %.3f |%n",
                label.title(),
                score.labelled,
                score.whole,
                score.recall(),
                score.reported,
                score.right,
                score.precision())));
        long plain = lines.stream().filter(line -> line.pieces().isEmpty()).count();
        return table.append(String.format(
                        Locale.ROOT, "%n%d lines, %d of them with nothing sensitive in them.%n", lines.size(), plain))
                .toString()
                .replace("\r", "");
    }
}
