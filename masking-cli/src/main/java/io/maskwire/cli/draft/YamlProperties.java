package io.maskwire.cli.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the settings of an {@code application.yml}, of all its documents. */
final class YamlProperties {

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_PROPERTIES = 10_000;
    private static final int MOST_LEVELS = 40;

    private final String file;
    private final List<Property> properties = new ArrayList<>();

    private YamlProperties(String file) {
        this.file = file;
    }

    static List<Property> read(String file, String text) {
        YamlProperties yaml = new YamlProperties(file);
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try {
            new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
                    .forEachRemaining(root -> yaml.node("", root, 0));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> " at line " + (mark.getLine() + 1))
                    .orElse("");
            throw new UnreadableException(file, "can't be read as YAML" + line, "check it as your application does");
        } catch (YamlEngineException e) {
            throw new UnreadableException(file, "can't be read as YAML", "check it as your application does");
        }
        return List.copyOf(yaml.properties);
    }

    private void node(String key, Node node, int level) {
        if (level > MOST_LEVELS || properties.size() > MOST_PROPERTIES) {
            throw new UnreadableException(
                    file,
                    "has more than " + MOST_PROPERTIES + " settings or " + MOST_LEVELS + " levels",
                    "pass the file of one application");
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name) {
                    node(
                            key.isEmpty() ? name.getValue() : key + "." + name.getValue(),
                            entry.getValueNode(),
                            level + 1);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                node(key + "[" + i + "]", sequence.getValue().get(i), level + 1);
            }
        } else if (node instanceof ScalarNode scalar) {
            Optional<Mark> mark = node.getStartMark();
            int line = mark.map(Mark::getLine).orElse(0) + 1;
            properties.add(new Property(key, scalar.getValue(), new Source(file, line, key)));
        }
    }
}
