package io.maskwire.jackson;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import io.maskwire.policy.Clear;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.Unclassified;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An object with a value of each kind, of which almost nothing is classified, and what stays of it. */
final class UnclassifiedGraph {

    private UnclassifiedGraph() {}

    static final MaskingPolicy POLICY = MaskingPolicy.builder()
            .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
            .field("$.byPath", Masks.clear())
            .field("$.nested.byPath[*].open", Masks.clear())
            .field("$.number", "pan")
            .unclassified(Unclassified.MASK)
            .build();

    enum Colour {
        RED(255);

        final int red;

        Colour(int red) {
            this.red = red;
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.OBJECT)
    enum Wide {
        ONE;

        public String getLabel() {
            return "label";
        }
    }

    @JsonPropertyOrder(alphabetic = true)
    static class Values {
        public Object nothing = null;
        public String text = "x";
        public char character = 'x';
        public char[] characters = {'x'};
        public byte tiny = 1;
        public short small = 1;
        public int whole = 1;
        public long large = 1;
        public float single = 1.5f;
        public double twice = 1.5;
        public BigInteger big = BigInteger.TEN;
        public BigDecimal exact = BigDecimal.TEN;
        public boolean yes = true;
        public Colour colour = Colour.RED;
        public Wide wide = Wide.ONE;
        public DayOfWeek day = DayOfWeek.MONDAY;
        public Date date = new Date(0);
        public UUID id = new UUID(1, 2);
        public URI uri = URI.create("https://example.com");
        public Locale locale = Locale.ROOT;
        public Class<?> type = String.class;
        public byte[] bytes = {1};
        public Optional<String> optional = Optional.of("x");
        public Optional<String> empty = Optional.empty();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public String leftOut = null;

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        public int asText = 1;
    }

    @JsonPropertyOrder(alphabetic = true)
    static class Containers {
        public int[] ints = {1, 2};
        public boolean[] booleans = {true};
        public String[][] texts = {{"x"}, {}, {null}};
        public List<Object> mixed = new ArrayList<>(Arrays.asList(1, "x", null, true, List.of(1.5)));
        public Map<String, Object> map = new LinkedHashMap<>();
        public Map<Colour, Integer> byColour = Map.of(Colour.RED, 1);
        public Map.Entry<String, Integer> entry = Map.entry("key", 1);

        Containers() {
            map.put("key", "x");
            map.put("none", null);
            map.put("in", Map.of("key", 1));
        }
    }

    @JsonPropertyOrder(alphabetic = true)
    static class Features {
        @JsonRawValue
        public String raw = "{\"a\":[1,\"x\",null,{\"b\":true}]}";

        @JsonRawValue
        public String broken = "{\"a\":";

        @JsonUnwrapped(prefix = "in-")
        public Address unwrapped = new Address();

        @JsonProperty("re-named")
        public String renamed = "x";

        public Amount amount = new Amount();
        public Positional positional = new Positional();
        public List<Typed> typed = List.of(new Typed());
        public Identified first = new Identified();
        public Identified again = first;
        private final Map<String, Object> more = new LinkedHashMap<>(Map.of("extra", 1));

        @JsonAnyGetter
        public Map<String, Object> more() {
            return more;
        }
    }

    @JsonPropertyOrder(alphabetic = true)
    static class Address {
        public String street = "x";

        @Clear
        public String country = "CH";
    }

    static class Amount {
        @JsonValue
        public BigDecimal amount = BigDecimal.ONE;
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"text", "open"})
    static class Positional {
        public String text = "x";

        @Clear
        public String open = "visible";
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
    @JsonTypeName("kind")
    static class Typed {
        public String text = "x";
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class, property = "@id")
    static class Identified {
        public String text = "x";
    }

    @Clear
    @JsonPropertyOrder(alphabetic = true)
    static class Exempt {
        public String text = "visible";
        public Address address = new Address();

        @Sensitive("pan")
        public String card = "4111111111111111";
    }

    @JsonPropertyOrder(alphabetic = true)
    static class Exemptions {
        @Clear
        public int member = 7;

        @Clear
        public Map<String, Object> tree = new LinkedHashMap<>(Map.of("in", List.of(1, "x")));

        public List<@Clear String> elements = List.of("visible");
        public Exempt exempt = new Exempt();

        @Sensitive("pan")
        @Clear
        public String both = "4111111111111111";

        public String other = "x";
    }

    @JsonPropertyOrder(alphabetic = true)
    static class ByPath {
        public List<Object> byPath = List.of(1, Map.of("a", "x"));
        public Map<String, Object> nested =
                Map.of("byPath", List.of(new LinkedHashMap<>(Map.of("open", "visible")), Map.of("shut", "x")));
        public long number = 4111111111111111L;
        public String text = "x";
    }

    static final Map<Object, String> EXPECTED = expected();

    private static Map<Object, String> expected() {
        String m = "\"" + Masks.MARKER + "\"";
        Map<Object, String> expected = new LinkedHashMap<>();
        expected.put(
                new Values(),
                "{'asText':M,'big':M,'bytes':M,'character':M,'characters':M,'colour':M,'date':M,'day':M,'empty':null,"
                        + "'exact':M,'id':M,'large':M,'locale':M,'nothing':null,'optional':M,'single':M,'small':M,"
                        + "'text':M,'tiny':M,'twice':M,'type':M,'uri':M,'whole':M,'wide':{'label':M},'yes':M}");
        expected.put(
                new Containers(),
                "{'booleans':[M],'byColour':{'RED':M},'entry':{'key':M},'ints':[M,M],"
                        + "'map':{'key':M,'none':null,'in':{'key':M}},'mixed':[M,M,null,M,[M]],"
                        + "'texts':[[M],[],[null]]}");
        expected.put(
                new Exemptions(),
                "{'both':'411111******1111','elements':['visible'],"
                        + "'exempt':{'address':{'country':'CH','street':'x'},'card':'411111******1111','text':'visible'},"
                        + "'member':7,'other':M,'tree':{'in':[1,'x']}}");
        expected.put(
                new ByPath(),
                "{'byPath':[1,{'a':'x'}],'nested':{'byPath':[{'open':'visible'},{'shut':M}]},"
                        + "'number':'411111******1111','text':M}");
        expected.put(
                new Features(),
                "{'again':{'@id':M,'text':M},'amount':M,'broken':M,'first':M,'positional':[M,'visible'],"
                        + "'raw':{'a':[M,M,null,{'b':M}]},'re-named':M,'typed':[{'@type':'kind','text':M}],"
                        + "'in-country':'CH','in-street':M,'extra':M}");
        expected.replaceAll((value, json) -> json.replace("'", "\"").replaceAll("\\bM\\b", m));
        return expected;
    }
}
