package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An order and its customer as they were seeded: every original of it is a canary. It prints without them.
 *
 * @param order the order's id
 * @param customer the customer's id
 * @param originals what would be a leak where it is not declared
 */
record Purchase(String order, String customer, Map<Kind, String> originals) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    /** Reads the seeds that customers and orders load as well. */
    static List<Purchase> readAll(Path shop) throws IOException {
        List<String[]> people = rows(shop.resolve("shared/people.csv"));
        List<Purchase> purchases = new ArrayList<>();
        for (String[] order : rows(shop.resolve("shared/orders.csv"))) {
            String[] person = people.stream()
                    .filter(each -> each[0].equals(order[1]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("people.csv has no " + order[1]));
            purchases.add(new Purchase(order[0], order[1], originals(person, order[4])));
        }
        return purchases;
    }

    /** Which kinds of this purchase can be read in {@code text}. */
    Set<Kind> clearIn(String text) {
        String plain =
                ESCAPE.matcher(text).replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
        Set<Kind> clear = EnumSet.noneOf(Kind.class);
        originals.forEach((kind, original) -> {
            if (kind.shows(original, plain)) {
                clear.add(kind);
            }
        });
        return clear;
    }

    private static Map<Kind, String> originals(String[] person, String card) {
        return Map.of(
                Kind.NAME,
                person[1],
                Kind.EMAIL,
                person[2],
                Kind.PHONE,
                person[3],
                Kind.IBAN,
                person[4],
                Kind.PAN,
                card);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    @Override
    public String toString() {
        return order;
    }
}
