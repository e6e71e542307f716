package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The walk itself, through the open shop. */
@ExtendWith(ShopExtension.class)
class WalkIT {

    private final OpenShop open;

    WalkIT(OpenShop open) {
        this.open = open;
    }

    @Test
    void theWalkFindsNothingInClearWhereItIsNotDeclared() throws IOException, GeneralSecurityException {
        Recorder recorder = new Recorder();

        int exit = new Walk(recorder.console()).visit(journey(), OpenShop.purchases());

        assertThat(recorder.out()).contains("nowhere else").doesNotContain("FOUND");
        assertThat(exit).isZero();
    }

    @Test
    void noLogHoldsAnyOriginal() throws IOException, GeneralSecurityException {
        List<Purchase> purchases = OpenShop.purchases();
        for (Purchase purchase : purchases) {
            journey().walk(purchase);
        }

        try (Stream<Path> logs = Files.list(open.shop().run().log("any").getParent())) {
            for (Path log : logs.toList()) {
                String text = Files.readString(log);
                assertThat(text).contains("Started ");
                assertThat(purchases)
                        .allSatisfy(
                                purchase -> assertThat(purchase.clearIn(text)).isEmpty());
            }
        }
    }

    private Journey journey() {
        return new Journey(open.shop(), open.client());
    }
}
