/**
 * The policy applied while Jackson writes and reads. {@link io.maskwire.jackson.MaskingModule} is the door for Jackson 3.1 or newer,
 * {@link io.maskwire.jackson.Jackson2MaskingModule} for Jackson 2.19 or newer. An application needs one of them, and both
 * write the same masked values.
 *
 * <h2>What is masked</h2>
 *
 * <ul>
 *   <li>A marked property, however Jackson finds, names, formats, filters, unwraps or orders it: every scalar in its
 *       value becomes the masked text, as a JSON string, or null where the mask is {@code nothing}. Structure, names, null and type ids stay.
 *   <li>A value of a marked class, and every value a path of the policy selects. Paths see the names in the document,
 *       after renaming.
 *   <li>A place inside a marked place has the marks of both. If these disagree for the audience, it is erased.
 *   <li>Map keys are names and stay, also in a marked map. If the <em>key type</em> is marked, as in {@code
 *       Map<@Sensitive("email") String, Order>}, or the class of the keys is, they are masked; of a second equal one the
 *       text is {@code [masked]#2}. A map in such a map has its keys masked too. So are the names in an object at a path the
 *       policy says of that its keys are data; there a map in the map needs a path of its own.
 *   <li>A mark on an argument of a type that is no {@link java.util.Map} holds for the whole value: {@code Pair<@Erase
 *       String, Integer>}, {@code Map.Entry<@Erase String, Integer>}.
 *   <li>A class with marked members that a serializer of the application writes, or a converter turns into something
 *       else: a name the class knows has that member's marks, all else has the marks of all members. So nothing comes out
 *       under a new name, but more than the marked members may be masked.
 *   <li>A string at a path of which the policy says that it holds JSON ({@link
 *       io.maskwire.policy.MaskingPolicy.Builder#embedded(String) embedded}) is masked inside, as in bytes: however it is
 *       written, binary data by its Base64 text. One that holds no JSON is erased.
 *   <li>Raw JSON ({@code @JsonRawValue}) is read and masked value by value; what can't be read is erased.
 * </ul>
 *
 * <h2>What is refused, before a value is written</h2>
 *
 * <ul>
 *   <li>A class with a marked field, setter, getter or creator parameter that no property is named after: its value may
 *       come out under another name. The message names member and remedy.
 *   <li>A marked property that is the object id or the type id, and object ids that a generator of the application makes
 *       for a class with marked members.
 *   <li>A class that {@code @JsonSerialize(as = ...)} writes as a supertype without the marks.
 *   <li>{@code writeRaw} of anything but white space in a marked place, or anywhere if the policy has paths.
 *   <li>A mapper with serialization contexts of its own (in Jackson 2, a serializer provider), as those for XML have: when
 *       the module is added.
 *   <li>A second masking for one mapper of Jackson 2: when its module is added. In Jackson 3 the last one counts.
 * </ul>
 *
 * <p>In report mode these are counted and written. There all is written as without masking.
 *
 * <p>Whatever goes wrong while a marked property is written, the error quotes nothing: it names class, property and the
 * class of what was thrown. On the way to any failure keys of maps print as {@code *}.
 *
 * <h2>What is read</h2>
 *
 * <p>A masked value that comes back at a marked property is refused, or whatever {@link io.maskwire.policy.WriteBack} the
 * policy says: one of a marked member, class or type argument, a marked map key, or a property that a path of the policy
 * selects. Known are the forms that masks recognise as their own; of the others, only a comparison with what is stored
 * tells ({@link io.maskwire.Masking#unchanged}). Whatever goes wrong while such a property is read, the error quotes neither
 * the value nor its source. Deserializers of classes with nothing marked stay Jackson's own.
 *
 * <h2>What is not seen</h2>
 *
 * <table>
 * <caption>Known blind spots</caption>
 * <tr><th>what</th><th>instead</th></tr>
 * <tr><td>a getter derived from a marked member that has a property too, such as {@code getSsnLast4()} beside {@code
 *     getSsn()}</td><td>mark it as well</td></tr>
 * <tr><td>that a value is there: null, an empty list, a number of elements, a property that {@code @JsonInclude} left
 *     out</td><td>leave such properties out of the class</td></tr>
 * <tr><td>any structure inside a text, but for JSON at a path the policy says so of</td><td>mark the whole text</td></tr>
 * <tr><td>a mark inside a type reference: {@code writerFor(new TypeReference<List<@Erase String>>() {})}</td><td>a class
 *     with a marked member, or a path</td></tr>
 * <tr><td>a property appended by {@code @JsonAppend}, a plain map, a tree: they carry no annotation</td><td>a
 *     path</td></tr>
 * <tr><td>by paths: values without a name, as {@code @JsonFormat(shape = ARRAY)} writes them</td><td>an
 *     annotation</td></tr>
 * <tr><td>an object of a marked class that a serializer or filter of the application, called for something else, writes
 *     by hand or as text</td><td>let it call {@code writePOJO}</td></tr>
 * <tr><td>Kotlin: a mark on a type argument, as in {@code List<@Erase String>}, which the compiler leaves out unless told
 *     {@code -Xemit-jvm-type-annotations}; without Kotlin's module, a mark on a value class, whose value Java sees as what
 *     is in it</td><td>mark the property</td></tr>
 * <tr><td>in a native image of GraalVM: a mark on a field or method that is not registered for reflection</td><td>register
 *     fields and methods of what is written, as Spring does</td></tr>
 * <tr><td>{@code convertValue}, {@code updateValue} and other writing to a {@code TokenBuffer}: it stays in the process
 *     and keeps the originals, unless an audience is given. {@code valueToTree} is masked</td><td>don't write what {@code
 *     convertValue} made of a marked class</td></tr>
 * <tr><td>{@code JsonNode.toString()}, another mapper, what is written by hand to a generator</td><td>write with the
 *     mapper that has the module</td></tr>
 * <tr><td>a mapper of Jackson 2 whose serializer provider is set after the module was added: marked classes are refused,
 *     paths are lost</td><td>set it before, and see it refused; {@link
 *     io.maskwire.jackson.Jackson2MaskingModule#writer(com.fasterxml.jackson.databind.ObjectMapper, io.maskwire.policy.Audience)
 *     writer(mapper, audience)} refuses such a mapper</td></tr>
 * <tr><td>a writer taken from a mapper of Jackson 2 before the module, or a mix-in with marks, was added; a mix-in that takes
 *     the place of another one after its class was written</td><td>take it afterwards; add mix-ins first</td></tr>
 * <tr><td>Jackson 2: marks that a {@code MixInResolver} set after the module brings to a class that {@code
 *     @JsonSerialize} on the class gives a serializer or converter</td><td>set it before</td></tr>
 * <tr><td>a type id or a name that the application makes from a value: by a {@code TypeIdResolver}, or as the key of a map
 *     that {@code @JsonValue} returns</td><td>make them from the type</td></tr>
 * <tr><td>what the exception of an unmarked property's getter says, though it may quote a marked field; with Jackson 2 an
 *     {@code IOException} of a serializer, which looks like one of the target</td><td>don't quote values in
 *     exceptions</td></tr>
 * <tr><td>reading: masked values in a {@code Map}, a tree or a {@code TokenBuffer}, as in {@code convertValue}; a path that
 *     selects a member of a map, or its keys; JSON in a string</td><td>read a class; name an audience</td></tr>
 * <tr><td>reading with Jackson 2: types the mapper had read before the module was added; a deserializer or converter that
 *     an annotation of a marked class names, if an introspector is set afterwards</td><td>add the module
 *     after introspectors and before reading</td></tr>
 * </table>
 */
@NullMarked
package io.maskwire.jackson;

import org.jspecify.annotations.NullMarked;
