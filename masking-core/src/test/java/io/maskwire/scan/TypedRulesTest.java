package io.maskwire.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Erase;
import io.maskwire.policy.FieldRule;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TypedRulesTest {

    record Card(@Sensitive("pan") String number, String brand) {}

    record Customer(@Sensitive("name") String fullName, Optional<Card> card, Map<String, Card> others) {}

    record Order(
            String id,
            Customer customer,
            List<Card> cards,
            Card[] old,
            @Erase List<List<String>> notes) {}

    @Test
    void eachMarkedMemberHasAPath() {
        assertThat(paths(Order.class))
                .containsExactlyInAnyOrder(
                        "$.customer.fullName [name]",
                        "$.customer.card.number [pan]",
                        "$.customer.others[*].number [pan]",
                        "$.cards[*].number [pan]",
                        "$.old[*].number [pan]",
                        "$.notes [erase()]");
        assertThat(TypedRules.of("$", Order.class).notCovered()).isEmpty();
    }

    @Test
    void theRootCanBeAnywhere() {
        assertThat(TypedRules.of("$.page.items[*]", Card.class).rules())
                .extracting(rule -> rule.path().toString())
                .containsExactly("$.page.items[*].number");
        assertThatThrownBy(() -> TypedRules.of("items", Card.class)).hasMessageContaining("a path begins with $");
    }

    record Node(@Sensitive("name") String label, Node parent, List<Node> children) {}

    @Test
    void aTypeInsideItselfIsCoveredAtAnyDepth() {
        MaskingPolicy policy = policy().with(TypedRules.of("$", Node.class).rules());

        assertThat(masked(
                        policy, "{'label':'Zoë','children':[{'children':[{'parent':{'label':'Ann'}}],'label':'Bo'}]}"))
                .isEqualTo(
                        "{'label':'[masked]','children':[{'children':[{'parent':{'label':'[masked]'}}],'label':'[masked]'}]}");
    }

    record Family(Family parent, Customer head, Map<String, House> houses) {}

    record House(Family owner, List<House> beside, Card safe) {}

    @Test
    void whatATypeInsideItselfHoldsIsCoveredAtAnyDepthToo() {
        MaskingPolicy policy = policy().with(TypedRules.of("$", Family.class).rules());

        assertThat(masked(
                        policy,
                        "{'parent':{'parent':{'head':{'fullName':'Zoë','id':1}}},'houses':{'a':{'safe':{'number':4},"
                                + "'beside':[{'owner':{'houses':{'b':{'safe':{'number':5,'brand':'v'}}}}}]}}}"))
                .isEqualTo(
                        "{'parent':{'parent':{'head':{'fullName':'[masked]','id':1}}},'houses':{'a':{'safe':{'number':'[masked]'},"
                                + "'beside':[{'owner':{'houses':{'b':{'safe':{'number':'[masked]','brand':'v'}}}}}]}}}");
    }

    record Odd<T>(T value, Odd<List<T>> next) {}

    record Odds(Odd<Card> odd) {}

    @Test
    void aTypeInsideItselfWithEverOtherArgumentsComesToAnEnd() {
        assertThat(paths(Odds.class)).contains("$.odd..value.number [pan]", "$.odd..value[*].number [pan]");
        assertThat(TypedRules.of("$", Odds.class).notCovered())
                .containsExactly(Odd.class.getName() + "#next: a Odd inside itself with ever other types");
    }

    static class Base<T> {
        public List<Optional<T>> payload = List.of();
    }

    static class OfCards extends Base<Card> {}

    static class CardList extends ArrayList<Card> {}

    static class CardsByName extends HashMap<String, Card> {}

    static class Names extends HashMap<String, @Sensitive("name") String> {}

    record Wrapped(
            OfCards cards,
            CardList list,
            CardsByName map,
            Names names,
            Map.Entry<String, Card> entry,
            AtomicReference<Card> reference,
            Iterator<Card> iterator,
            List<? super Card> lower) {}

    @Test
    void typeArgumentsOfSuperclassesAndOfTheJdkAreFollowed() {
        assertThat(paths(Wrapped.class))
                .containsExactlyInAnyOrder(
                        "$.cards.payload[*].number [pan]",
                        "$.list[*].number [pan]",
                        "$.map[*].number [pan]",
                        "$.names [name]",
                        "$.entry[*].number [pan]",
                        "$.reference.number [pan]",
                        "$.iterator[*].number [pan]",
                        "$.lower[*].number [pan]");
    }

    @Sensitive("health")
    enum BloodGroup {
        A,
        B
    }

    record Patient(BloodGroup group, List<BloodGroup> others) {}

    @Test
    void aMarkedEnumIsCovered() {
        assertThat(paths(Patient.class)).containsExactlyInAnyOrder("$.group [health]", "$.others[*] [health]");
    }

    sealed interface Result<T> permits Good, Bad {}

    record Good<V>(V value) implements Result<V> {}

    record Bad<V>(String because) implements Result<V> {}

    record Answer(Result<Card> result) {}

    @Test
    void whatASealedTypePermitsKnowsItsArguments() {
        assertThat(paths(Answer.class)).containsExactly("$.result.value.number [pan]");
    }

    interface Open {
        Card getCard();
    }

    record Opened(Open open, CompletableFuture<Card> later, Path path) {}

    @Test
    void whatMayHoldMoreThanItSaysIsNamed() {
        assertThat(paths(Opened.class)).containsExactly("$.open.Card.number [pan]");
        assertThat(TypedRules.of("$", Opened.class).notCovered())
                .containsExactly(
                        Opened.class.getName() + "#later: what a CompletableFuture holds",
                        Opened.class.getName() + "#open: what else than Open says a value of it holds");
    }

    record Page<T>(List<T> items, @Sensitive("name") String owner) {}

    record Pages(Page<Card> cards, Page<Page<Order>> orders) {}

    @Test
    void typeArgumentsAreFollowed() {
        assertThat(paths(Pages.class))
                .contains(
                        "$.cards.items[*].number [pan]",
                        "$.cards.owner [name]",
                        "$.orders.items[*].items[*].customer.fullName [name]");
    }

    sealed interface Payment permits ByCard, ByTransfer {}

    record ByCard(@Sensitive("pan") String number) implements Payment {}

    record ByTransfer(@Sensitive("iban") String account) implements Payment {}

    record Checkout(Payment payment) {}

    @Test
    void whatASealedTypePermitsIsCovered() {
        assertThat(paths(Checkout.class))
                .containsExactlyInAnyOrder("$.payment.number [pan]", "$.payment.account [iban]");
    }

    @SuppressWarnings("unused")
    static class Bean {
        private String mail;
        private boolean isActive;
        private Card card;

        @Sensitive("email")
        public String getMailAddress() {
            return mail;
        }

        public Card getCard() {
            return card;
        }

        @Erase
        public boolean isActive() {
            return isActive;
        }
    }

    @Test
    void gettersCountUnderThePropertyTheyGive() {
        assertThat(paths(Bean.class))
                .contains("$.MailAddress [email]", "$.card.number [pan]", "$.Active [erase()]")
                .noneMatch(path -> path.contains("getMail"));
    }

    @Sensitive("secret")
    record Whole(String a) {}

    record Holder(Whole whole, Map<@Sensitive("name") String, String> byName, Object any, List<?> raw) {}

    @Test
    void whatNoPathCanSayIsNamed() {
        TypedRules typed = TypedRules.of("$", Holder.class);

        assertThat(paths(Holder.class)).containsExactly("$.whole [secret]");
        assertThat(typed.notCovered())
                .containsExactly(
                        Holder.class.getName() + "#any: a value of any type",
                        Holder.class.getName() + "#byName: marked keys of a map",
                        Holder.class.getName() + "#raw: a value of any type");
    }

    @Test
    void rulesOfTheTypeAndOfThePolicyHoldTogether() {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("pan", Masks.redact().keepLast(4))
                .dataClass("name", Masks.erase())
                .dataClass("tag", Masks.constant("x"))
                .field("$.brand", "tag")
                .audience(Audience.role("desk"), grant -> grant.inClear("pan"))
                .build()
                .with(TypedRules.of("$", Card.class).rules());
        String json = "{'number':'4111111111111111','brand':'v'}";

        assertThat(masked(policy, json)).isEqualTo("{'number':'****1111','brand':'x'}");
        assertThat(masked(policy, json, Audience.role("desk"))).isEqualTo("{'number':'4111111111111111','brand':'x'}");
    }

    private static List<String> paths(Class<?> type) {
        return TypedRules.of("$", type).rules().stream()
                .map(TypedRulesTest::text)
                .toList();
    }

    private static String text(FieldRule rule) {
        return rule.path() + " " + rule.classification();
    }

    private static MaskingPolicy policy() {
        return MaskingPolicy.builder()
                .dataClass("name", Masks.erase())
                .dataClass("pan", Masks.erase())
                .build();
    }

    private static String masked(MaskingPolicy policy, String json) {
        return masked(policy, json, Audience.anonymous());
    }

    private static String masked(MaskingPolicy policy, String json, Audience audience) {
        return Masking.of(policy).json().mask(json.replace('\'', '"'), audience).replace('"', '\'');
    }
}
