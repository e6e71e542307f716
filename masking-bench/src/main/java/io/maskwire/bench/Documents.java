package io.maskwire.bench;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Synthetic customers as JSON: of 27 values of each, three are secrets. The same every time. */
final class Documents {

    private static final String[][] FIRST_NAMES = {
        {"Zoe", "Bjorn", "Anna", "Jose", "Maria", "Li"}, {"Zoë", "Bjørn", "Анна", "José", "Мария", "李"}
    };
    private static final String[][] CITIES = {
        {"Dusseldorf", "Tokyo", "Lodz", "Sofia", "Malmo"}, {"Düsseldorf", "東京都", "Łódź", "София", "Malmö"}
    };
    private static final String[][] REMARKS = {
        {
            "prefers to be called in the evening, but never on a day before a holiday; speaks three languages well",
            "asked twice whether the second parcel of last week could be sent to the neighbour, who said \\\"yes\\\"",
            "moved to another town last year\\nand will send the new address of the office as soon as it is known"
        },
        {
            "prefers to be called in the evening (夕方), but never on a day before a holiday; speaks three languages",
            "asked twice whether the second parcel of last week could be sent to the neighbour, who said \\\"да\\\"",
            "moved to another town last year\\nand will send the new adress of the café as soon as it is known"
        }
    };

    private final Random random = new Random(20261123);
    private final int script;

    private Documents(int script) {
        this.script = script;
    }

    /** One array of customers in an object; {@code unicode} with names of several scripts. */
    static String customers(int count, boolean unicode) {
        Documents documents = new Documents(unicode ? 1 : 0);
        return IntStream.range(0, count)
                .mapToObj(documents::customer)
                .collect(Collectors.joining(
                        ",",
                        "{\"requestId\":\"7f1c-22\",\"summary\":{\"count\":" + count
                                + ",\"truncated\":false},\"customers\":[",
                        "]}"));
    }

    private String customer(int id) {
        String first = pick(FIRST_NAMES[script]);
        return "{\"id\":" + (100_000L + id) + ",\"active\":" + random.nextBoolean() + ",\"firstName\":\"" + first
                + "\",\"lastName\":\"Example" + random.nextInt(1000) + "\",\"email\":\"" + "user" + id
                + "@example.com\",\"birthYear\":" + (1940 + random.nextInt(60)) + ",\"score\":"
                + random.nextInt(10_000) / 100.0
                + ",\"cardNumber\":\"4111111111" + (100_000 + random.nextInt(900_000))
                + "\",\"currency\":\"EUR\",\"balance\":"
                + random.nextInt(1_000_000) / 100.0 + ",\"tags\":[\"new\",\"web\",\"" + pick(CITIES[script])
                + "\"],\"contact\":{\"phone\":\"+49 555 " + (1_000_000 + random.nextInt(9_000_000))
                + "\",\"preferred\":\"mail\",\"verified\":" + random.nextBoolean()
                + "},\"address\":{\"street\":\"Main Street "
                + random.nextInt(200) + "\",\"zip\":\"" + (10_000 + random.nextInt(90_000)) + "\",\"city\":\""
                + pick(CITIES[script]) + "\",\"country\":\"DE\",\"lat\":" + random.nextInt(90_000) / 1000.0
                + ",\"lon\":"
                + random.nextInt(180_000) / 1000.0 + "},\"orders\":[" + random.nextInt(1000) + ","
                + random.nextInt(1000)
                + "],\"createdAt\":\"2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10)
                + "T10:15:30Z\",\"remark\":\"" + pick(REMARKS[script]) + "\",\"manager\":null}";
    }

    private String pick(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
