package io.maskwire.networkpolicy.report;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Service;
import io.maskwire.policy.Inventory;
import io.maskwire.policy.Inventory.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the services of a fleet classify, how each class looks and who sees it in clear, for people or programs. The same
 * declarations give the same bytes in any order. Annotated types are not in it: no declaration knows them.
 *
 * @param declarations those about a service; others are left out
 */
public record InventoryReport(List<Declaration> declarations) {

    /** Sorts the declarations by service. */
    public InventoryReport {
        declarations = declarations.stream()
                .filter(declaration -> declaration.service().isPresent())
                .sorted(Comparator.comparing(declaration -> service(declaration).name()))
                .toList();
    }

    private static Service service(Declaration declaration) {
        return declaration.service().orElseThrow();
    }

    /** Lines for people: a service with its place, and its classes below it. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        for (Declaration declaration : declarations) {
            lines.add(service(declaration).name() + " (" + service(declaration).place() + ")");
            Inventory inventory = declaration.policy().inventory();
            inventory.classes().forEach(entry -> lines.addAll(lines(entry)));
            row(lines, "  masks of their own at", inventory.fields());
        }
        return List.copyOf(lines);
    }

    private static List<String> lines(Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + entry.name() + ": " + entry.mask());
        row(lines, "    at", entry.paths());
        entry.only().ifPresent(only -> lines.add("    only " + (only.isEmpty() ? "nobody" : String.join(", ", only))));
        row(lines, "    in clear for", entry.inClear());
        entry.otherwise().forEach((member, mask) -> lines.add("    for " + member + " " + mask));
        row(lines, "    revealed to", entry.canReveal());
        return lines;
    }

    private static void row(List<String> lines, String name, List<String> items) {
        if (!items.isEmpty()) {
            lines.add(name + " " + String.join(", ", items));
        }
    }

    /** For programs: one object with the services. A class without {@code only} may be granted to everybody. */
    public String json() {
        return Json.of(Map.of(
                "services", declarations.stream().map(InventoryReport::json).toList()));
    }

    private static Map<String, Object> json(Declaration declaration) {
        Inventory inventory = declaration.policy().inventory();
        return Json.object(
                "service", service(declaration).name().toString(),
                "file", service(declaration).place().file(),
                "line", service(declaration).place().line(),
                "classes",
                        inventory.classes().stream().map(InventoryReport::json).toList(),
                "fields", inventory.fields());
    }

    private static Map<String, Object> json(Entry entry) {
        Map<String, Object> json = Json.object("name", entry.name(), "mask", entry.mask(), "paths", entry.paths());
        entry.only().ifPresent(only -> json.put("only", only));
        json.put("inClear", entry.inClear());
        json.put("otherwise", entry.otherwise());
        json.put("canReveal", entry.canReveal());
        return json;
    }
}
