package io.maskwire.declaration;

import java.util.List;

/**
 * Says in our own words what the YAML library found, because its messages may quote the text.
 *
 * @param libraryWords what the library's message contains
 * @param atBeginning whether the place is where the unfinished part begins, not where its end was missed
 * @param problem what is wrong
 * @param remedy what to do
 */
record YamlSyntax(String libraryWords, boolean atBeginning, String problem, String remedy) {

    private static final YamlSyntax UNREADABLE = at("", "this is not readable as YAML", "check quotes and brackets");

    private static final List<YamlSyntax> KNOWN = List.of(
            at("(TAB)", "a tab can't indent YAML", "use spaces"),
            at("cannot start any token", "no text can begin with this character", "put it in quotes"),
            at("unknown escape character", "there is no such escape in double quotes", "use single quotes, or \\\\"),
            from("could not find expected ':'", "a key has no : behind it", "write KEY: VALUE"),
            at("mapping values are not allowed", "a : stands where none can be", "check indentation, or use quotes"),
            at("expected ',' or ']'", "a list in brackets isn't closed", "add , or ]"),
            at("expected ',' or '}'", "a mapping in braces isn't closed", "add , or }"),
            at("expected <block end>", "this doesn't fit the lines above", "check the indentation"),
            from("found unexpected end of stream", "a text in quotes isn't closed", "add the closing quote"));

    private static YamlSyntax at(String libraryWords, String problem, String remedy) {
        return new YamlSyntax(libraryWords, false, problem, remedy);
    }

    private static YamlSyntax from(String libraryWords, String problem, String remedy) {
        return new YamlSyntax(libraryWords, true, problem, remedy);
    }

    static YamlSyntax of(String message) {
        return KNOWN.stream()
                .filter(known -> message.contains(known.libraryWords()))
                .findFirst()
                .orElse(UNREADABLE);
    }
}
