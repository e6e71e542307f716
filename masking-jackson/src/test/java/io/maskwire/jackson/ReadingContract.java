package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonMerge;
import io.maskwire.Masking;
import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Redact;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.WriteBack;
import io.maskwire.reveal.AuditRecord;
import io.maskwire.reveal.Caller;
import io.maskwire.reveal.Reason;
import io.maskwire.scan.TypedRules;
import io.maskwire.spi.DeclaredSender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading promises beside the table of cases, whatever the version of Jackson. */
abstract class ReadingContract {

    private static final Audience DESK = Audience.role("desk");
    private static final Audience ANALYST = Audience.role("analyst");
    private static final Audience OWNER = Audience.role("owner");
    private static final String ORIGINAL = "tango-Zürich-4711";

    /** A mapper of one version of Jackson, with a masking. */
    interface Mapper {
        <T> T read(String json, Class<T> type, Sender sender) throws Exception;

        <T> List<T> readAll(String json, Class<T> elements) throws Exception;

        <T> T update(T into, String json) throws Exception;

        <T> T updateValue(T into, Object overrides) throws Exception;

        <T> T treeToValue(String json, Class<T> type) throws Exception;

        <T> T convert(Object value, Class<T> type);

        String write(Object value, Audience audience) throws Exception;

        /** The deserializers Jackson was left with, by class. */
        Map<Class<?>, Class<?>> deserializers();
    }

    /** Who sends a document, and how it is read. */
    record Sender(
            @Nullable Audience audience,
            @Nullable Caller caller,
            boolean accepts,
            @Nullable Class<?> view,
            @Nullable DeclaredSender over) {

        static final Sender NOBODY = new Sender(null, null, false, null, null);

        static Sender of(Audience audience) {
            return new Sender(audience, null, false, null, null);
        }

        static Sender of(Caller caller) {
            return new Sender(null, caller, false, null, null);
        }

        Sender over(DeclaredSender edge) {
            return new Sender(audience, caller, accepts, view, edge);
        }
    }

    static final Reason REASON = Reason.of("order form");

    abstract Mapper mapper(Masking masking);

    private static final KeyRing RING = KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", key())));

    private static byte[] key() {
        byte[] key = new byte[32];
        IntStream.range(0, key.length).forEach(i -> key[i] = (byte) (3 * i));
        return key;
    }

    private final List<AuditRecord> audit = new ArrayList<>();

    private static MaskingPolicy.Builder policy(WriteBack what) {
        return MaskingPolicy.builder()
                .dataClass("secret", Masks.erase())
                .dataClass("shown", Masks.redact().keepLast(4))
                .dataClass("gone", Masks.nothing())
                .dataClass("fixed", Masks.constant("hidden"))
                .audience(DESK, grant -> grant.mask("secret", Masks.tokenize()).reveal("secret"))
                .audience(ANALYST, grant -> grant.mask("secret", Masks.hash()).mask("gone", Masks.erase()))
                .audience(OWNER, grant -> grant.inClear("secret", "fixed"))
                .writeBack(what);
    }

    private Masking masking(WriteBack what) {
        return Masking.builder(policy(what).build())
                .keys(RING)
                .audit(audit::add)
                .build();
    }

    private Mapper mapper(WriteBack what) {
        return mapper(masking(what));
    }

    record Person(String id, @Sensitive("secret") @Nullable String secret) {}

    private static String person(@Nullable String secret) {
        return "{\"id\":\"p-1\",\"secret\":" + (secret == null ? "null" : "\"" + secret + "\"") + "}";
    }

    private Throwable refusal(Mapper mapper, String json, Class<?> type, Sender sender) {
        return catchThrowable(() -> mapper.read(json, type, sender));
    }

    @Test
    void whatAnybodyIsShownIsKnownWhoeverSendsIt() throws Exception {
        Mapper mapper = mapper(WriteBack.REFUSE);
        for (Audience shown : List.of(Audience.anonymous(), DESK, ANALYST)) {
            String json = mapper.write(new Person("p-1", ORIGINAL), shown);
            for (Sender sender :
                    List.of(Sender.NOBODY, Sender.of(DESK), Sender.of(ANALYST), Sender.of(Audience.anonymous()))) {
                assertThat(refusal(mapper, json, Person.class, sender))
                        .as("%s from %s", json, sender)
                        .hasMessageContaining("a masked value came back here");
            }
        }
    }

    @Test
    void whoSeesOriginalsMayMeanWhatLooksMaskedButForTokensAndHashes() throws Exception {
        Mapper mapper = mapper(WriteBack.REFUSE);

        assertThat(mapper.read(person("[masked]"), Person.class, Sender.of(OWNER))
                        .secret())
                .isEqualTo("[masked]");
        for (Audience shown : List.of(DESK, ANALYST)) {
            String json = mapper.write(new Person("p-1", ORIGINAL), shown);
            assertThat(refusal(mapper, json, Person.class, Sender.of(OWNER)))
                    .hasMessageContaining("a masked value came back here");
        }
    }

    @Test
    void whatOnlyLooksLikeATokenIsRead() throws Exception {
        assertThat(mapper(WriteBack.REFUSE)
                        .read(person("mw1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), Person.class, Sender.NOBODY)
                        .secret())
                .startsWith("mw1.k1.");
    }

    @Test
    void anAnswerOfAnotherServiceIsReadAsItIs() throws Exception {
        Sender accepting = new Sender(null, null, true, null, null);

        assertThat(mapper(WriteBack.REFUSE)
                        .read(person("[masked]"), Person.class, accepting)
                        .secret())
                .isEqualTo("[masked]");
        assertThat(mapper(WriteBack.DROP)
                        .read(person("[masked]"), Person.class, accepting)
                        .secret())
                .isEqualTo("[masked]");
    }

    // resolve

    private Caller caller(Audience audience) {
        return new Caller("anna@example.com", audience);
    }

    @Test
    void aTokenIsResolvedForWhoMayRevealIt() throws Exception {
        Mapper mapper = mapper(WriteBack.RESOLVE);
        String json = mapper.write(new Person("p-1", ORIGINAL), DESK);

        assertThat(mapper.read(json, Person.class, Sender.of(caller(DESK)))).isEqualTo(new Person("p-1", ORIGINAL));
        assertThat(audit).hasSize(1);
        assertThat(audit.get(0).reason()).isEqualTo("order form");
    }

    @Test
    void aTokenIsRefusedForEverybodyElse() throws Exception {
        Mapper mapper = mapper(WriteBack.RESOLVE);
        String token = mapper.write(new Person("p-1", ORIGINAL), DESK);
        String hash = mapper.write(new Person("p-1", ORIGINAL), ANALYST);

        for (Sender sender : List.of(Sender.NOBODY, Sender.of(DESK), Sender.of(caller(ANALYST)))) {
            assertThat(refusal(mapper, token, Person.class, sender))
                    .hasMessageContaining("a masked value came back here")
                    .hasMessageContaining("[\"secret\"]")
                    .hasNoCause();
        }
        for (String json : List.of(hash, person("[masked]"))) {
            assertThat(refusal(mapper, json, Person.class, Sender.of(caller(DESK))))
                    .hasMessageContaining("a masked value came back here");
        }
    }

    record Amounts(String id, @Sensitive("secret") int secret) {}

    record Many(String id, @Sensitive("secret") @Nullable List<String> secret) {}

    record Raw(String id, @Sensitive("secret") byte[] secret) {}

    @Test
    void aResolvedTokenIsReadAsItsType() throws Exception {
        Mapper mapper = mapper(WriteBack.RESOLVE);
        Sender sender = Sender.of(caller(DESK));

        assertThat(mapper.read(mapper.write(new Amounts("p-1", 4711), DESK), Amounts.class, sender))
                .isEqualTo(new Amounts("p-1", 4711));
        assertThat(mapper.read(mapper.write(new Many("p-1", List.of("a", ORIGINAL)), DESK), Many.class, sender))
                .isEqualTo(new Many("p-1", List.of("a", ORIGINAL)));
        assertThat(mapper.read(mapper.write(new Raw("p-1", new byte[] {1, 2, 3}), DESK), Raw.class, sender)
                        .secret())
                .containsExactly(1, 2, 3);
    }

    @Test
    void anOriginalThatDoesNotFitTheTypeIsNotQuoted() throws Exception {
        Mapper mapper = mapper(WriteBack.RESOLVE);
        String json = mapper.write(new Person("p-1", ORIGINAL), DESK);

        Throwable error = refusal(mapper, json, Amounts.class, Sender.of(caller(DESK)));

        assertThat(error).isNotNull();
        assertThat(ReadErrorsContract.everythingIn(error)).doesNotContain("tango", "mw1.");
    }

    // drop

    static class Order {
        public String id = "";

        @Sensitive("secret")
        public @Nullable String secret;

        @Sensitive("secret")
        public int amount;

        @Sensitive("secret")
        public List<String> phones = new ArrayList<>();

        @JsonMerge
        public Customer customer = new Customer();
    }

    static class Customer {
        public String city = "";

        @Sensitive("secret")
        public @Nullable String name;
    }

    private static Order stored() {
        Order order = new Order();
        order.id = "o-1";
        order.secret = ORIGINAL;
        order.amount = 4711;
        order.phones = List.of("+49 30 123456", "+49 30 654321");
        order.customer.city = "Zürich";
        order.customer.name = "Zoë";
        return order;
    }

    @Test
    void gettingEditingAndPuttingKeepsWhatTheCallerCouldNotSee() throws Exception {
        Mapper mapper = mapper(WriteBack.DROP);
        for (Audience audience : List.of(Audience.anonymous(), DESK, ANALYST)) {
            String edited = mapper.write(stored(), audience).replace("Zürich", "Köln");
            assertThat(edited).doesNotContain(ORIGINAL, "4711", "123456", "Zoë");

            Order updated = mapper.update(stored(), edited);

            assertThat(updated)
                    .usingRecursiveComparison()
                    .ignoringFields("customer.city")
                    .isEqualTo(stored());
            assertThat(updated.customer.city).isEqualTo("Köln");
        }
    }

    @Test
    void aNewValueIsStored() throws Exception {
        Order updated =
                mapper(WriteBack.DROP).update(stored(), "{\"secret\":\"new\",\"amount\":5,\"phones\":[\"[masked]\"]}");

        assertThat(updated.secret).isEqualTo("new");
        assertThat(updated.amount).isEqualTo(5);
        assertThat(updated.phones).hasSize(2);
    }

    @Test
    void maskedAndNewValuesSideBySideAreRefused() {
        assertThatThrownBy(() -> mapper(WriteBack.DROP).update(stored(), "{\"phones\":[\"[masked]\",\"+49 30 1\"]}"))
                .hasMessageContaining("masked and real values came back here side by side")
                .hasMessageContaining("[\"phones\"]")
                .hasMessageNotContaining("+49");
    }

    @Test
    void nullIsANewValueUnlessItIsWhatIsShown() throws Exception {
        assertThat(mapper(WriteBack.DROP).update(stored(), "{\"secret\":null}").secret)
                .isNull();
        assertThat(mapper(WriteBack.DROP).read("{\"id\":\"x\",\"secret\":null}", Person.class, Sender.NOBODY))
                .isEqualTo(new Person("x", null));
    }

    static class WithGone {
        @Sensitive("gone")
        public @Nullable String gone = "stored";

        @Sensitive("fixed")
        public @Nullable String fixed = "stored";
    }

    @Test
    void nullAndConstantsAreKnownWhereTheyAreTheMask() throws Exception {
        WithGone updated = mapper(WriteBack.DROP).update(new WithGone(), "{\"gone\":null,\"fixed\":\"hidden\"}");

        assertThat(updated.gone).isEqualTo("stored");
        assertThat(updated.fixed).isEqualTo("stored");
        assertThat(refusal(mapper(WriteBack.REFUSE), "{\"gone\":null}", WithGone.class, Sender.NOBODY))
                .hasMessageContaining("[\"gone\"]");
        assertThat(mapper(WriteBack.REFUSE).read("{\"fixed\":\"hidden\"}", WithGone.class, Sender.of(OWNER)).fixed)
                .isEqualTo("hidden");
    }

    // Over a declared edge

    /** A service on an edge that accepts some classes in clear. */
    private record Edge(Set<String> accepts, boolean mayLeaveOut, List<String> told) implements DeclaredSender {

        static Edge accepting(String... classes) {
            return new Edge(Set.of(classes), true, new ArrayList<>());
        }

        @Override
        public boolean sendsClear(Classification classification) {
            return classification.canBeGranted() && accepts.containsAll(classification.dataClasses());
        }

        @Override
        public void leftOut(Classification classification) {
            told.add(classification.toString());
        }
    }

    @Test
    void whatAnEdgeSendsMaskedIsLeftOutEvenWhereMaskedValuesAreRefused() throws Exception {
        for (WriteBack what : WriteBack.values()) {
            Mapper mapper = mapper(what);
            for (Audience shown : List.of(Audience.anonymous(), DESK, ANALYST)) {
                Edge edge = Edge.accepting("shown");
                String json = mapper.write(new Person("p-1", ORIGINAL), shown);

                assertThat(mapper.read(json, Person.class, Sender.NOBODY.over(edge)))
                        .isEqualTo(new Person("p-1", null));
                assertThat(edge.told()).containsExactly("[secret]");
            }
        }
    }

    @Test
    void whoSeesAClassInClearButIsDeclaredToSendItMaskedDoesNotMeanTheMarker() throws Exception {
        assertThat(mapper(WriteBack.REFUSE)
                        .read(person("[masked]"), Person.class, Sender.of(OWNER).over(Edge.accepting()))
                        .secret())
                .isNull();
    }

    @Test
    void whatAnEdgeAcceptsInClearIsRefusedWhenItIsMasked() {
        assertThat(refusal(
                        mapper(WriteBack.REFUSE),
                        person("[masked]"),
                        Person.class,
                        Sender.NOBODY.over(Edge.accepting("secret"))))
                .hasMessageContaining("a masked value came back here");
    }

    @Test
    void whereAbsentMeansRemovedAMaskedValueIsRefused() {
        Edge replacing = new Edge(Set.of(), false, new ArrayList<>());

        assertThat(refusal(mapper(WriteBack.REFUSE), person("[masked]"), Person.class, Sender.NOBODY.over(replacing)))
                .hasMessageContaining("a masked value came back here");
        assertThat(replacing.told()).isEmpty();
    }

    @Test
    void aRealValueIsReadWhateverAnEdgeAccepts() throws Exception {
        Edge edge = Edge.accepting();

        assertThat(mapper(WriteBack.REFUSE)
                        .read(person(ORIGINAL), Person.class, Sender.NOBODY.over(edge))
                        .secret())
                .isEqualTo(ORIGINAL);
        assertThat(edge.told()).isEmpty();
    }

    record Redacted(
            String id,
            @Sensitive("shown") @Nullable String shown,
            @Redact(keepFirst = 1) @Nullable String mine) {}

    @Test
    void whatShowsAPartIsKnownByItsForm() throws Exception {
        Mapper mapper = mapper(WriteBack.REFUSE);
        String json = mapper.write(new Redacted("r-1", ORIGINAL, "Zürich"), Audience.anonymous());
        assertThat(json).contains("****4711", "Z****");

        assertThat(refusal(mapper, json, Redacted.class, Sender.NOBODY)).hasMessageContaining("[\"shown\"]");
        assertThat(mapper.read(json, Redacted.class, Sender.NOBODY.over(Edge.accepting())))
                .isEqualTo(new Redacted("r-1", null, null));
    }

    @Test
    void aMaskWithoutAClassIsNeverAcceptedInClear() throws Exception {
        Mapper mapper = mapper(WriteBack.REFUSE);
        String json = "{\"id\":\"r-1\",\"mine\":\"Z****\"}";

        assertThat(mapper.read(json, Redacted.class, Sender.NOBODY.over(Edge.accepting("secret", "shown"))))
                .isEqualTo(new Redacted("r-1", null, null));
    }

    @Test
    void overAnEdgeMaskedAndRealValuesSideBySideAreRefused() {
        assertThat(refusal(
                        mapper(WriteBack.REFUSE),
                        "{\"id\":\"x\",\"secret\":[\"[masked]\",\"real\"]}",
                        Many.class,
                        Sender.NOBODY.over(Edge.accepting())))
                .hasMessageContaining("masked and real values came back here side by side")
                .hasMessageNotContaining("real\"");
    }

    @Test
    void overAnEdgeATokenIsResolvedOnceForWhoMayRevealItAndLeftOutForOthers() throws Exception {
        Mapper mapper = mapper(WriteBack.RESOLVE);
        String json = mapper.write(new Many("p-1", List.of(ORIGINAL, ORIGINAL)), DESK);

        assertThat(mapper.read(json, Many.class, Sender.of(caller(DESK)).over(Edge.accepting())))
                .isEqualTo(new Many("p-1", List.of(ORIGINAL, ORIGINAL)));
        assertThat(audit).hasSize(1);
        assertThat(mapper.read(json, Many.class, Sender.of(caller(ANALYST)).over(Edge.accepting())))
                .isEqualTo(new Many("p-1", null));
    }

    // Names

    record Counts(String id, Map<@Sensitive("secret") String, Integer> counts) {}

    @ParameterizedTest
    @ValueSource(strings = {"[masked]", "[masked]#2"})
    void aMaskedMapKeyIsRefused(String key) {
        String json = "{\"counts\":{\"a\":1,\"" + key + "\":2}}";

        assertThat(refusal(mapper(WriteBack.REFUSE), json, Counts.class, Sender.NOBODY))
                .hasMessageContaining("a masked value came back here")
                .hasMessageContaining("[\"counts\"]");
    }

    @Test
    void realMapKeysAreRead() throws Exception {
        assertThat(mapper(WriteBack.REFUSE)
                        .read("{\"id\":\"x\",\"counts\":{\"a\":1,\"b\":2}}", Counts.class, Sender.NOBODY)
                        .counts())
                .isEqualTo(Map.of("a", 1, "b", 2));
    }

    // What is not stored is not refused

    @Test
    void whatJacksonIgnoresIsNotRefused() throws Exception {
        Mapper mapper = mapper(WriteBack.REFUSE);

        assertThat(mapper.read(person("[masked]"), ReadTypes.ReadOnly.class, Sender.NOBODY).secret)
                .isEmpty();
        assertThat(mapper.read(
                                person("[masked]"),
                                ReadTypes.InAView.class,
                                new Sender(null, null, false, ReadTypes.Shown.class, null))
                        .secret)
                .isEmpty();
    }

    // Paths

    record Contact(String mail, @Nullable Contact next) {}

    @Test
    void aPathIsKnownWhereAPropertyIsReached() throws Exception {
        MaskingPolicy byPath = MaskingPolicy.builder()
                .dataClass("email", Masks.erase())
                .field("$.next.mail", "email")
                .build();
        Mapper mapper = mapper(Masking.of(byPath));

        assertThat(mapper.read(
                        "{\"mail\":\"[masked]\",\"next\":{\"mail\":\"a@example.com\"}}", Contact.class, Sender.NOBODY))
                .isEqualTo(new Contact("[masked]", new Contact("a@example.com", null)));
        assertThat(refusal(
                        mapper,
                        "{\"mail\":\"a@example.com\",\"next\":{\"mail\":\"[masked]\"}}",
                        Contact.class,
                        Sender.NOBODY))
                .hasMessageContaining("[\"next\"]")
                .hasMessageContaining("[\"mail\"]");
    }

    @Test
    void theExportOfATypeIsKnownAsItsAnnotationsAre() {
        MaskingPolicy exported = policy(WriteBack.REFUSE)
                .build()
                .with(TypedRules.of("$", Person.class).rules());
        Masking masking = Masking.builder(exported).keys(RING).build();

        assertThat(refusal(mapper(masking), person("[masked]"), Person.class, Sender.NOBODY))
                .hasMessageContaining("[\"secret\"]");
    }

    // In process

    record Other(String id, @Sensitive("secret") @Nullable String secret) {}

    @Test
    void aConversionIsNotChecked() throws Exception {
        Mapper mapper = mapper(WriteBack.REFUSE);
        Map<String, Object> values = new LinkedHashMap<>(Map.of("id", "p-1", "secret", "[masked]"));

        assertThat(mapper.convert(new Person("p-1", "[masked]"), Other.class)).isEqualTo(new Other("p-1", "[masked]"));
        assertThat(mapper.convert(values, Other.class)).isEqualTo(new Other("p-1", "[masked]"));
        assertThat(mapper.updateValue(stored(), Map.of("secret", "[masked]")).secret)
                .isEqualTo("[masked]");
    }

    @Test
    void aTreeIsChecked() {
        assertThatThrownBy(() -> mapper(WriteBack.REFUSE).treeToValue(person("[masked]"), Person.class))
                .hasMessageContaining("a masked value came back here");
    }

    @Test
    void everyElementOfARootIsChecked() {
        assertThatThrownBy(() -> mapper(WriteBack.REFUSE)
                        .readAll("[" + person("a") + "," + person("[masked]") + "]", Person.class))
                .hasMessageContaining("[\"secret\"]");
    }

    // Everything else

    record Unmarked(String id, Optional<String> name, List<Unmarked> more) {}

    @Test
    void classesWithoutClassifiedPropertiesKeepJacksonsDeserializers() throws Exception {
        Mapper mapper = mapper(WriteBack.REFUSE);
        mapper.read("{\"id\":\"a\",\"more\":[]}", Unmarked.class, Sender.NOBODY);
        mapper.read(person("a"), Person.class, Sender.NOBODY);

        assertThat(mapper.deserializers().get(Unmarked.class).getName()).contains("jackson.databind.deser.");
        assertThat(mapper.deserializers().get(Person.class).getName()).startsWith("io.maskwire.");
    }

    @Test
    void aDocumentAfterARefusedOneIsRead() throws Exception {
        Mapper mapper = mapper(WriteBack.REFUSE);
        for (int i = 0; i < 3; i++) {
            assertThat(refusal(mapper, person("[masked]"), Person.class, Sender.NOBODY))
                    .isNotNull();
            assertThat(mapper.read(person("real"), Person.class, Sender.NOBODY).secret())
                    .isEqualTo("real");
        }
    }
}
