package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.Outlet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkplaceTest {

    private static final MaskingPolicy POLICY =
            MaskingPolicy.builder().field("$..b", Masks.constant("*")).build();

    private final MaskingEngine engine = Masking.of(POLICY).engine();
    private final JsonRules rules = new JsonRules(POLICY, Settings.DEFAULT);

    @ParameterizedTest
    @CsvSource({"1, 10", "1, 8100", "1, 8180", "1, 8192", "1, 40000", "300, 10", "300, 500", "5, 8192"})
    void nothingOfAStreamIsKept(int values, int length) throws IOException {
        Workplace workplace = new Workplace(rules, null);
        byte[] window = workplace.window(Workplace.WINDOW);
        byte[] json = ("[" + "\"" + "x".repeat(length) + "\"" + (",\"" + "y".repeat(length) + "\"").repeat(values - 1)
                        + "]")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(mask(workplace, json)).isEqualTo(json);

        assertThat(window).containsOnly(0);
        assertThat(workplace.room()).containsOnly(0);
    }

    private byte[] mask(Workplace workplace, byte[] json) throws IOException {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        StreamOutput output = new StreamOutput(masked, JsonMasker.DEFAULT_HOLD_BACK, workplace.room());
        Scanner scanner = workplace.scanner;
        scanner.begin(engine.open(Outlet.JSON, Audience.anonymous()), output, null);
        scanner.open(new ByteArrayInputStream(json), output, workplace.window(Workplace.WINDOW));
        new Texts(scanner, rules.root(), output).read(scanner.start(), JsonForm.DOCUMENT);
        output.copy(scanner.buf, scanner.end);
        output.finish();
        workplace.keepRoom(output);
        workplace.clear();
        return masked.toByteArray();
    }
}
