package io.maskwire.bench;

import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.text.TextMasker;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * 32,768 characters of text: prose, lines of a log, and lines of a log of which each third holds something. The floor looks
 * at each character once. The expression knows less than the detectors: it checks no digits and knows fewer keys.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextBenchmark {

    /** The length of each text. */
    static final int LENGTH = 1 << 15;

    private static final List<String> PROSE = List.of(
            "The customer asked whether the parcel could be left with a neighbour; the driver agreed and left a note at "
                    + "the door.");
    private static final List<String> LOG = List.of(
            "2026-11-23 09:16:30.123 INFO  [http-nio-8080-exec-7] i.m.orders.OrderService - order o-48213 accepted, 3 items",
            "2026-11-23 09:16:30.131 DEBUG [scheduling-1] i.m.catalog.PriceFeed - refreshed 1204 prices in 38 ms",
            "2026-11-23 09:16:30.140 INFO  [http-nio-8080-exec-2] i.m.web.AccessLog - GET /api/orders/48213?page=2 200 12ms",
            "2026-11-23 09:16:30.152 WARN  [kafka-consumer-3] i.m.stock.StockListener - attempt=2 backoff=500ms partition=7",
            "    at io.maskwire.orders.OrderService.place(OrderService.java:118) ~[orders-1.4.2.jar:1.4.2]",
            "2026-11-23 09:16:30.177 INFO  [main] i.m.boot.Banner - Started OrdersApplication in 3.418 seconds");
    private static final List<String> FOUND = List.of(
            LOG.get(0),
            LOG.get(1),
            "2026-11-23 09:16:30.200 WARN  [main] i.m.pay.Gateway - card 4111 1111 1111 1111 declined",
            LOG.get(3),
            LOG.get(4),
            "2026-11-23 09:16:30.210 INFO  [main] i.m.mail.Sender - sent to zoe@example.com from 203.0.113.7");

    private static final Pattern EXPRESSION = Pattern.compile("\\b(?:\\d[ -]?){12,18}\\d\\b"
            + "|\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b"
            + "|(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++"
            + "|\\+\\d[\\d ()/-]{6,18}\\d"
            + "|\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"
            + "|\\b\\d{3}-\\d{2}-\\d{4}\\b"
            + "|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"
            + "|\\b(?:AKIA[A-Z0-9]{16}|gh[pousr]_\\w{36}|glpat-[\\w-]{20}|xox[abprs]-[\\w-]{10,})"
            + "|(?i:password|secret|token|api_?key)[\"']?\\s*[=:]\\s*[\"']?[^\\s\"',;&]+");

    private final TextMasker masker = Masking.of(MaskingPolicy.builder()
                    .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                    .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                    .dataClass("ip", Masks.redact().style(RedactStyle.IP))
                    .dataClass("name", Masks.redact().style(RedactStyle.NAME))
                    .field("$.customer.name", "name")
                    .field("$..cardNumber", "pan")
                    .build())
            .text();

    /** Which text. */
    @Param({"prose", "log", "found"})
    private String kind = "prose";

    private String text = "";

    /** For the harness, which sets the kind. */
    public TextBenchmark() {}

    TextBenchmark(String kind) {
        this.kind = kind;
    }

    /** Makes the text. */
    @Setup
    public void text() {
        text = of(kind);
    }

    static String of(String kind) {
        List<String> lines = kind.equals("prose") ? PROSE : kind.equals("log") ? LOG : FOUND;
        StringBuilder all = new StringBuilder();
        for (int i = 0; all.length() < LENGTH; i++) {
            all.append(lines.get(i % lines.size())).append('\n');
        }
        all.setLength(LENGTH);
        return all.toString();
    }

    /** A loop that looks for one character. */
    @Benchmark
    public int floorOneLook() {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            found += text.charAt(i) == '@' ? 1 : 0;
        }
        return found;
    }

    /** Ours. */
    @Benchmark
    public String maskwire() {
        return masker.mask(text);
    }

    /** What is usually written. */
    @Benchmark
    public String expression() {
        return EXPRESSION.matcher(text).replaceAll("[masked]");
    }
}
