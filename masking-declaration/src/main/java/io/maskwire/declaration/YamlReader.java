package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Mapping;
import io.maskwire.declaration.Node.Scalar;
import io.maskwire.declaration.Node.ScalarType;
import io.maskwire.declaration.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
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
 * Reads the YAML 1.2 of a declaration. Anchors, aliases, merge keys, tags and directives are refused, so a document is
 * what it looks like and never larger than its text.
 */
final class YamlReader {

    private static final int MOST_LEVELS = 16;
    private static final String MERGE_KEY = "<<";

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(SourceText.MOST_BYTES)
            .build();

    private final String file;
    private final Problems problems;
    private final Parser events;
    private Optional<Mark> last = Optional.empty();

    private YamlReader(String text, String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    }

    /** The documents of a file, at least one. */
    static List<Node> documents(String text, String file, Problems problems) {
        YamlReader reader = new YamlReader(text, file, problems);
        try {
            return reader.documents();
        } catch (MarkedYamlEngineException e) {
            YamlSyntax wrong = YamlSyntax.of(e.getProblem());
            Optional<Mark> mark = wrong.atBeginning() ? e.getContextMark() : e.getProblemMark();
            throw problems.and(reader.place(mark.or(() -> reader.last)), wrong.problem(), wrong.remedy());
        } catch (YamlEngineException e) {
            YamlSyntax wrong = YamlSyntax.of("");
            throw problems.and(reader.place(reader.last), wrong.problem(), wrong.remedy());
        }
    }

    private List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.StreamEnd; event = next()) {
            if (event instanceof DocumentStartEvent start) {
                checkDirectives(start);
                documents.add(node(next(), 0));
            }
        }
        if (documents.isEmpty()) {
            throw problems.and(new Place(file, 1, 1), "the file is empty", "write keys with values");
        }
        return documents;
    }

    private void checkDirectives(DocumentStartEvent start) {
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
            problems.add(place(start), "a directive (%) has no meaning in a declaration", "remove the line");
        }
    }

    /** The node that an event begins, in a collection of this level. */
    private Node node(Event event, int level) {
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> sequence((CollectionStartEvent) event, deeper(event, level));
            case MappingStart -> mapping((CollectionStartEvent) event, deeper(event, level));
            default ->
                throw problems.and(
                        place(event), "an alias (*) can't be used in a declaration", "write the value itself");
        };
    }

    private int deeper(Event event, int level) {
        if (level == MOST_LEVELS) {
            throw problems.and(
                    place(event), "more than " + MOST_LEVELS + " levels of nesting", "no declaration needs them");
        }
        return level + 1;
    }

    private Scalar scalar(ScalarEvent event) {
        checkPlain(event, event.getTag());
        ScalarType type = event.isPlain() ? ScalarType.ofPlain(event.getValue()) : ScalarType.TEXT;
        return new Scalar(event.getValue(), type, place(event));
    }

    private Sequence sequence(CollectionStartEvent event, int level) {
        checkPlain(event, event.getTag());
        List<Node> items = new ArrayList<>();
        for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
            items.add(node(item, level));
        }
        return new Sequence(List.copyOf(items), place(event));
    }

    private Mapping mapping(CollectionStartEvent event, int level) {
        checkPlain(event, event.getTag());
        List<Entry> entries = new ArrayList<>();
        Map<String, Place> keys = new HashMap<>();
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
            Node name = node(key, level);
            Node value = node(next(), level);
            if (name instanceof Scalar scalar && isUsable(scalar, keys)) {
                entries.add(new Entry(scalar.text(), scalar.place(), value));
            } else if (!(name instanceof Scalar)) {
                problems.add(name.place(), "a key must be text, but this is " + name.kind(), "write a name");
            }
        }
        return new Mapping(List.copyOf(entries), place(event));
    }

    private boolean isUsable(Scalar key, Map<String, Place> keys) {
        if (key.text().equals(MERGE_KEY)) {
            problems.add(key.place(), "a merge key (<<) can't be used in a declaration", "write the keys themselves");
            return false;
        }
        if (Value.isNothing(key) || key.text().isBlank()) {
            problems.add(key.place(), "a key is empty", "write a name");
            return false;
        }
        Place before = keys.putIfAbsent(key.text(), key.place());
        if (before != null) {
            problems.add(
                    key.place(),
                    "the key " + Shown.quoted(key.text()) + " stands twice, first in line " + before.line(),
                    "remove one of the two");
        }
        return before == null;
    }

    private void checkPlain(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isPresent()) {
            problems.add(place(event), "an anchor (&) can't be used in a declaration", "remove it");
        }
        if (tag.isPresent()) {
            problems.add(place(event), "a tag (!) can't be used in a declaration", "remove it; put text in quotes");
        }
    }

    private Event next() {
        Event event = events.next();
        if (event.getStartMark().isPresent()) {
            last = event.getStartMark();
        }
        return event;
    }

    private Place place(Event event) {
        return place(event.getStartMark().isPresent() ? event.getStartMark() : last);
    }

    private Place place(Optional<Mark> mark) {
        return mark.isPresent()
                ? new Place(file, mark.get().getLine() + 1, mark.get().getColumn() + 1)
                : new Place(file, 1, 1);
    }
}
