package io.maskwire.cli.draft;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads the settings of an {@code application.properties}. */
final class PropertiesFile {

    private PropertiesFile() {}

    static List<Property> read(String file, String text) {
        List<Property> properties = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int start = i;
            StringBuilder logical = new StringBuilder(lines.get(i));
            while (isContinued(logical) && i + 1 < lines.size()) {
                i++;
                logical.setLength(logical.length() - 1);
                logical.append(lines.get(i).stripLeading());
            }
            one(file, start + 1, logical.toString(), properties);
        }
        return List.copyOf(properties);
    }

    private static boolean isContinued(StringBuilder line) {
        String stripped = line.toString().stripLeading();
        boolean comment = stripped.startsWith("#") || stripped.startsWith("!");
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return !comment && (line.length() - end) % 2 == 1;
    }

    private static void one(String file, int line, String text, List<Property> properties) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException(
                    file, "can't be read as properties at line " + line, "check it as your application does");
        }
        read.stringPropertyNames()
                .forEach(key -> properties.add(new Property(key, read.getProperty(key), new Source(file, line, key))));
    }
}
