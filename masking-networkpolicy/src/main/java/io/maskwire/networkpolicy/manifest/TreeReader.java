package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.Node.Entry;
import io.maskwire.networkpolicy.manifest.Node.Mapping;
import io.maskwire.networkpolicy.manifest.Node.Scalar;
import io.maskwire.networkpolicy.manifest.Node.ScalarType;
import io.maskwire.networkpolicy.manifest.Node.Sequence;
import io.maskwire.networkpolicy.manifest.Node.Unread;
import io.maskwire.networkpolicy.manifest.RefusedManifestException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the documents of a file one after the other, and the objects in a list one by one, so that memory does not
 * grow with an export. What an object's own data is, such as a Secret's, is passed over.
 */
final class TreeReader {

    private static final int MOST_LEVELS = 100;
    /** How many nodes a document's aliases may stand for. */
    private static final int MOST_ALIASED = 100_000;

    private static final int LEAST_BUFFER = 10;
    private static final int MOST_BUFFER = 20;

    /**
     * By how much is read at once, as a power of two: the parser copies what it has of a scalar each time it reads on, so
     * that a long one in small steps would take the square of its length.
     */
    private static final List<LoadSettings> SETTINGS = IntStream.rangeClosed(LEAST_BUFFER, MOST_BUFFER)
            .mapToObj(power -> LoadSettings.builder()
                    .setUseMarks(true)
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setBufferSize(1 << power)
                    .build())
            .toList();

    private static final String ITEMS = "items";
    private static final Set<String> COLLECTIONS = Set.of("", "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");
    private static final String MERGE_KEY = "<<";
    private static final Set<String> DATA = Set.of("data", "stringData", "binaryData");
    private static final String MANAGED_FIELDS = "managedFields";

    /** What is read next, as far as it matters for what to pass over. */
    private enum Part {
        OBJECT,
        ITEM,
        METADATA,
        OTHER
    }

    /** What a document's structure has against it; told only if somebody reads the document. */
    private final List<Problem> structure = new ArrayList<>();

    private final Map<String, Node> anchors = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Reading reading;
    private final Parser events;
    private final Consumer<Mapping> items;
    private final boolean template;
    private int made;
    private int aliased;
    private int line = 1;
    private int column = 1;

    private TreeReader(String text, Reading reading, Consumer<Mapping> items) {
        this.reading = reading;
        this.items = items;
        int power = Integer.SIZE - Integer.numberOfLeadingZeros(text.length());
        LoadSettings settings = SETTINGS.get(Math.min(Math.max(power, LEAST_BUFFER), MOST_BUFFER) - LEAST_BUFFER);
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
        this.template = text.contains("{{");
    }

    /**
     * Reads a file.
     *
     * @param items takes each object of a list, before the list itself
     * @param documents takes the rest of each document, and what is wrong with its structure
     */
    static void read(String text, Reading reading, Consumer<Mapping> items, Documents documents) {
        TreeReader reader = new TreeReader(text, reading, items);
        try {
            reader.documents(documents);
        } catch (MarkedYamlEngineException e) {
            throw reader.unreadable(e.getProblemMark().or(e::getContextMark));
        } catch (YamlEngineException e) {
            throw reader.unreadable(Optional.empty());
        }
    }

    /** Takes documents. */
    interface Documents {

        void take(Node document, List<Problem> structure);
    }

    private Reading.Abandoned unreadable(Optional<Mark> mark) {
        mark.ifPresent(this::at);
        Place place = reading.place(line, column);
        return template
                ? reading.last(place, "this is a template, not YAML", "render it first, and pass what comes out")
                : reading.last(
                        place, "this is not readable as YAML", "check indentation, quotes and brackets up to here");
    }

    private void documents(Documents documents) {
        for (Event event = next(); event.getEventId() != Event.ID.StreamEnd; event = next()) {
            if (event instanceof DocumentStartEvent) {
                structure.clear();
                anchors.clear();
                sizes.clear();
                aliased = 0;
                Node document = node(next(), 0, Part.OBJECT);
                documents.take(document, List.copyOf(structure));
            }
        }
    }

    private Node node(Event event, int level, Part part) {
        made++;
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        checkLevels(level);
        NodeEvent start = (NodeEvent) event;
        int before = made;
        Node node = event instanceof ScalarEvent scalar
                ? scalar(scalar)
                : collection((CollectionStartEvent) event, level, part);
        if (start.getAnchor().isPresent()) {
            String anchor = start.getAnchor().get().getValue();
            anchors.put(anchor, node);
            sizes.put(anchor, made - before + 1);
        }
        return node;
    }

    private void checkLevels(int level) {
        if (level == MOST_LEVELS) {
            throw reading.last(
                    reading.place(line, column),
                    "more than " + MOST_LEVELS + " levels of nesting",
                    "no object needs them");
        }
    }

    private Node aliased(AliasEvent alias) {
        String anchor = alias.getAlias().getValue();
        Node node = anchors.get(anchor);
        if (node == null) {
            throw reading.last(
                    reading.place(line, column), "an alias (*) names no anchor before it", "correct the name");
        }
        int size = sizes.getOrDefault(anchor, 1);
        aliased += size;
        made += size;
        if (aliased > MOST_ALIASED) {
            throw reading.last(
                    reading.place(line, column),
                    "the aliases (*) of this document stand for more than " + MOST_ALIASED + " values",
                    "write the values themselves");
        }
        return node;
    }

    private Scalar scalar(ScalarEvent event) {
        int atLine = line;
        int atColumn = column;
        return new Scalar(event.getValue(), type(event), atLine, atColumn);
    }

    private ScalarType type(ScalarEvent event) {
        String tag = event.getTag().orElse("");
        return switch (tag) {
            case "" -> event.isPlain() ? ScalarType.ofPlain(event.getValue()) : ScalarType.TEXT;
            case "!", "tag:yaml.org,2002:str" -> ScalarType.TEXT;
            case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float" -> ScalarType.NUMBER;
            case "tag:yaml.org,2002:bool" -> ScalarType.TRUTH;
            case "tag:yaml.org,2002:null" -> ScalarType.NOTHING;
            default -> {
                wrong("a tag (!) of its own can't be read", "remove it");
                yield ScalarType.TEXT;
            }
        };
    }

    private Node collection(CollectionStartEvent event, int level, Part part) {
        if (!COLLECTIONS.contains(event.getTag().orElse(""))) {
            wrong("a tag (!) of its own can't be read", "remove it");
        }
        return event.getEventId() == Event.ID.SequenceStart ? sequence(level + 1, part) : mapping(level + 1, part);
    }

    private Sequence sequence(int level, Part part) {
        int atLine = line;
        int atColumn = column;
        List<Node> nodes = new ArrayList<>();
        for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
            Node node = node(item, level, part);
            if (part == Part.ITEM && node instanceof Mapping object && object.get("kind") != null) {
                items.accept(object);
            } else {
                nodes.add(node);
            }
        }
        return new Sequence(nodes, atLine, atColumn);
    }

    private Mapping mapping(int level, Part part) {
        int atLine = line;
        int atColumn = column;
        List<Entry> entries = new ArrayList<>();
        @Nullable Set<String> keys = null;
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            int keyLine = line;
            int keyColumn = column;
            Node key = node(event, level, Part.OTHER);
            Event value = next();
            if (!(key instanceof Scalar scalar)) {
                if (template && key instanceof Mapping) {
                    throw unreadable(Optional.empty());
                }
                wrong("a key must be text", "write a name");
                node(value, level, Part.OTHER);
                continue;
            }
            String name = scalar.text();
            if (entries.size() == 8) {
                keys = new HashSet<>();
                for (Entry entry : entries) {
                    keys.add(entry.key());
                }
            }
            boolean again = keys == null ? isIn(entries, name) : !keys.add(name);
            if (again) {
                structure.add(new Problem(
                        reading.place(keyLine, keyColumn),
                        "",
                        "the key " + Shown.name(name) + " stands twice",
                        "remove one of the two"));
            }
            if (name.equals(MERGE_KEY)) {
                structure.add(new Problem(
                        reading.place(keyLine, keyColumn),
                        "",
                        "a merge key (<<) isn't read",
                        "write the keys themselves"));
            }
            Node read = isPassedOver(part, name) ? passedOver(value) : node(value, level, inside(part, name, level));
            if (!again) {
                entries.add(new Entry(name, keyLine, keyColumn, read));
            }
        }
        return new Mapping(entries, atLine, atColumn);
    }

    private static boolean isIn(List<Entry> entries, String name) {
        for (Entry entry : entries) {
            if (entry.key().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassedOver(Part part, String key) {
        return switch (part) {
            case OBJECT, ITEM -> DATA.contains(key);
            case METADATA -> key.equals(MANAGED_FIELDS);
            case OTHER -> false;
        };
    }

    private static Part inside(Part part, String key, int level) {
        boolean isObject = part == Part.OBJECT || part == Part.ITEM;
        if (isObject && key.equals("metadata")) {
            return Part.METADATA;
        }
        return part == Part.OBJECT && level == 1 && key.equals(ITEMS) ? Part.ITEM : Part.OTHER;
    }

    /** Passes over a value without looking at it. */
    private Node passedOver(Event first) {
        int atLine = line;
        int atColumn = column;
        int depth = 0;
        for (Event event = first; ; event = next()) {
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                default -> {}
            }
            checkLevels(depth);
            if (depth == 0) {
                return new Unread(atLine, atColumn);
            }
        }
    }

    private void wrong(String problem, String remedy) {
        structure.add(new Problem(reading.place(line, column), "", problem, remedy));
    }

    private Event next() {
        Event event = events.next();
        if (event.getStartMark().isPresent()) {
            at(event.getStartMark().get());
        }
        return event;
    }

    private void at(Mark mark) {
        line = mark.getLine() + 1;
        column = mark.getColumn() + 1;
    }
}
