package io.maskwire.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads declarations: {@code maskwire.yml} and {@code fleet.yml}.
 *
 * <p>The text is YAML 1.2 in UTF-8, at most 1 MiB and 16 levels deep, without anchors, aliases, merge keys, tags and
 * directives. An unknown key is an error, as is everything that can't be kept: a wrong name, an unknown class, a path
 * that can't be read. A {@link DeclarationException} tells up to 50 problems at once, each with file, line, column and
 * what to do; it quotes names of the declaration and nothing else.
 *
 * <p>{@code include} names files with classes and fields: {@code classpath:NAME}, looked up beside the file that
 * includes it and then on the class path, or a path relative to that file. Each file is read once; an included class or
 * field can't be redefined.
 *
 * <p>Each call reads its files anew. Safe for use by many threads.
 */
public final class Declarations {

    private static final Fleet ALONE = new Fleet("", Map.of());

    private Declarations() {}

    /**
     * Reads a source with one declaration.
     *
     * @throws DeclarationException if it can't be read or used, or holds several documents
     */
    public static Declaration read(DeclarationSource source) {
        Problems problems = new Problems();
        Node root = single(Includes.documents(source.origin(), problems), problems);
        return read(root, source, ALONE, problems).orElseThrow(problems::exception);
    }

    /**
     * Reads a source with one declaration in each of its documents, which are parted by {@code ---}.
     *
     * @throws DeclarationException if one of them can't be read or used
     */
    public static List<Declaration> readAll(DeclarationSource source) {
        return readAll(source, ALONE);
    }

    /**
     * Reads a source with one declaration in each of its documents, as part of a fleet: they know its classes and fields,
     * and namespaces are called as in its environment, everywhere in them.
     *
     * @throws DeclarationException if one of them can't be read or used
     */
    public static List<Declaration> readAll(DeclarationSource source, Fleet fleet) {
        Problems problems = new Problems();
        List<Declaration> declarations = new ArrayList<>();
        for (Node root : Includes.documents(source.origin(), problems)) {
            read(root, source, fleet, problems).ifPresent(declarations::add);
        }
        problems.throwIfAny();
        return List.copyOf(declarations);
    }

    private static Optional<Declaration> read(Node root, DeclarationSource source, Fleet fleet, Problems problems) {
        Includes includes =
                new Includes(problems, source.origin(), fleet.shared().files());
        return new DeclarationReader(problems, includes, fleet.environment(), fleet.shared()).read(root);
    }

    /**
     * Reads a fleet document, {@code fleet.yml}, which may include classes and fields.
     *
     * @throws DeclarationException if it can't be read or used
     */
    public static Fleet readFleet(DeclarationSource source) {
        return readFleet(source, EnvironmentReader.Read.NOTHING, new Problems());
    }

    /**
     * Reads a fleet document as it is in an environment: namespaces are called as there, and platform peers, mesh and
     * the addresses of hosts are those of the environment where it has any.
     *
     * @throws DeclarationException if one of them can't be read or used
     */
    public static Fleet readFleet(DeclarationSource source, DeclarationSource environment) {
        Problems problems = new Problems();
        Node root = single(Includes.documents(environment.origin(), problems), problems);
        return readFleet(source, new EnvironmentReader(problems).read(root), problems);
    }

    private static Fleet readFleet(DeclarationSource source, EnvironmentReader.Read environment, Problems problems) {
        Node root = single(Includes.documents(source.origin(), problems), problems);
        return new FleetReader(problems, new Includes(problems, source.origin()), environment)
                .read(root)
                .orElseThrow(problems::exception);
    }

    private static Node single(List<Node> documents, Problems problems) {
        if (documents.size() > 1) {
            throw problems.and(
                    documents.get(1).place(),
                    "the file has " + documents.size() + " documents, but one is expected",
                    "remove the others, or put each in a file of its own");
        }
        return documents.get(0);
    }
}
