package io.maskwire.declaration;

import java.util.Map;

/**
 * Says in our own words what the YAML library found, because its messages may quote the text.
 *
 * @param problem what is wrong
 * @param remedy what to do
 */
record YamlSyntax(String problem, String remedy) {

    private static final YamlSyntax UNREADABLE =
            new YamlSyntax("this is not readable as YAML", "check indentation, quotes and brackets here and above");

    private static final Map<String, YamlSyntax> BY_LIBRARY_WORDS = Map.of(
            "(TAB)", new YamlSyntax("a tab can't indent YAML", "use spaces"),
            "could not find expected ':'", new YamlSyntax("a key has no : behind it", "write KEY: VALUE"),
            "mapping values are not allowed", new YamlSyntax("a : stands where none can be", "put the text in quotes"),
            "but found '<block mapping start>'",
                    new YamlSyntax("the indentation doesn't fit the lines above", "align it with its neighbours"),
            "expected <block end>",
                    new YamlSyntax("the indentation doesn't fit the lines above", "align it with its neighbours"),
            "expected ',' or ']'", new YamlSyntax("a list in brackets isn't closed", "add , or ]"),
            "expected ',' or '}'", new YamlSyntax("a mapping in braces isn't closed", "add , or }"),
            "unexpected end of stream", new YamlSyntax("a quoted text isn't closed", "add the closing quote"));

    static YamlSyntax of(String libraryWords) {
        return BY_LIBRARY_WORDS.entrySet().stream()
                .filter(entry -> libraryWords.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNREADABLE);
    }
}
