package io.maskwire.bench;

import io.maskwire.bench.Turns.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What {@link Pairs} compares. The first way of each case is what the others are divided by. */
enum Comparison {

    /** Writing by Jackson with and without masking; a case is a major version and how many objects. */
    JACKSON("plain Jackson's") {
        @Override
        List<List<String>> cases() {
            return product(List.of("3", "2"), List.of("4", "150", "9600"));
        }

        @Override
        List<Way> ways(List<String> parameters) {
            int items = Integer.parseInt(parameters.get(1));
            return parameters.get(0).equals("3") ? jackson3(items) : jackson2(items);
        }
    },

    /**
     * JSON without a tree, beside json-masker, and a thousand rules that match nothing beside one; a case is a form, how
     * many customers, and their script.
     */
    JSON("ours") {
        @Override
        List<List<String>> cases() {
            List<String> forms = List.of("names", "paths", "string", "stream", "rules");
            return product(forms, List.of("1", "49", "3200"), List.of("unicode", "ascii"));
        }

        @Override
        List<Way> ways(List<String> parameters) {
            JsonBenchmark rows = new JsonBenchmark(Integer.parseInt(parameters.get(1)), parameters.get(2));
            rows.setup();
            return switch (parameters.get(0)) {
                case "names" -> ways(rows::bytesByKeyMaskwire, rows::bytesByKeyJsonMasker);
                case "paths" -> ways(rows::bytesByPathMaskwire, rows::bytesByPathJsonMasker);
                case "string" -> ways(rows::stringByKeyMaskwire, rows::stringByKeyJsonMasker);
                case "stream" -> ways(rows::streamByKeyMaskwire, rows::streamByKeyJsonMasker);
                case "rules" ->
                    List.of(
                            new Way("one rule", rows::noneOfOneRuleMaskwire),
                            new Way("a thousand rules", rows::noneOfManyRulesMaskwire));
                default -> throw new IllegalArgumentException("The forms are names, paths, string, stream and rules");
            };
        }

        private List<Way> ways(Callable<?> ours, Callable<?> peer) {
            return List.of(new Way("ours", ours), new Way("json-masker", peer));
        }
    };

    private final String divisor;

    Comparison(String divisor) {
        this.divisor = divisor;
    }

    static Comparison of(String argument) {
        return Arrays.stream(values())
                .filter(each -> each.argument().equals(argument))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("What can be compared is "
                        + Arrays.stream(values()).map(Comparison::argument).collect(Collectors.joining(" and "))));
    }

    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }

    String divisor() {
        return divisor;
    }

    /** The parameters of each case. */
    abstract List<List<String>> cases();

    abstract List<Way> ways(List<String> parameters);

    private static List<Way> jackson3(int items) {
        JacksonBenchmark rows = new JacksonBenchmark(items);
        rows.setup();
        return jackson(rows::floorPlain, rows::handWritten, rows::maskwireWithoutRules, rows::maskwireAnnotated);
    }

    private static List<Way> jackson2(int items) {
        Jackson2Benchmark rows = new Jackson2Benchmark(items);
        rows.setup();
        return jackson(rows::floorPlain, rows::handWritten, rows::maskwireWithoutRules, rows::maskwireAnnotated);
    }

    private static List<Way> jackson(
            Callable<?> plain, Callable<?> byHand, Callable<?> withoutMarks, Callable<?> marked) {
        return List.of(
                new Way("plain Jackson", plain),
                new Way("a serializer by hand", byHand),
                new Way("ours, no marks", withoutMarks),
                new Way("ours, marked", marked));
    }

    @SafeVarargs
    private static List<List<String>> product(List<String>... parameters) {
        List<List<String>> all = List.of(List.of());
        for (List<String> each : parameters) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> before : all) {
                for (String one : each) {
                    List<String> with = new ArrayList<>(before);
                    with.add(one);
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all;
    }
}
