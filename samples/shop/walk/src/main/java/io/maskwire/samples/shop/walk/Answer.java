package io.maskwire.samples.shop.walk;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All that came back: status, headers, body. */
record Answer(int status, String headers, String body) {

    /** Keeps a price as it was written, 129.90 and not 129.9. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    boolean ok() {
        return status == 200;
    }

    /** The members of the body, which is one flat JSON object, as text. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        JSON.readTree(body)
                .properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().asString()));
        return members;
    }

    String member(String name) {
        return JSON.readTree(body).required(name).asString();
    }

    /** Every place a value could be in, including a body that is not JSON. */
    String everything() {
        return headers + "\n" + body;
    }
}
