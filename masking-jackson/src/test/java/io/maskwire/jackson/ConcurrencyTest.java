package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.json.JsonMapper;

/** Many threads build the same serializers for different audiences at once. */
class ConcurrencyTest {

    private static final int THREADS = 200;

    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("secret", Masks.erase())
            .field("$..byPath", "secret")
            .audience(Audience.role("reader"), grant -> grant.inClear("secret"))
            .build();

    @RepeatedTest(5)
    void everyThreadWritesForItsOwnAudience() throws Exception {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(MaskingModule.of(Masking.of(policy)))
                .build();
        List<Object> values = new ArrayList<>();
        AnnotatedPlaces.cases().map(Case::value).limit(12).forEach(values::add);
        JsonMapper plain = new JsonMapper();
        String inClear = plain.writeValueAsString(values);
        String masked = inClear.replace(Case.SECRET, Masks.MARKER);

        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch together = new CountDownLatch(THREADS);
            List<Future<String>> written = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Audience audience = i % 2 == 0 ? Audience.role("reader") : Audience.anonymous();
                written.add(pool.submit(() -> {
                    together.countDown();
                    together.await();
                    return MaskingModule.writer(mapper, audience).writeValueAsString(values);
                }));
            }
            for (int i = 0; i < THREADS; i++) {
                assertThat(written.get(i).get()).isEqualTo(i % 2 == 0 ? inClear : masked);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @RepeatedTest(3)
    void twoMappersWithTwoPoliciesStayApart() throws Exception {
        MaskingPolicy other = MaskingPolicy.builder()
                .dataClass("secret", Masks.constant("other"))
                .build();
        List<JsonMapper> mappers = List.of(
                JsonMapper.builder()
                        .addModule(MaskingModule.of(Masking.of(policy)))
                        .build(),
                JsonMapper.builder()
                        .addModule(MaskingModule.of(Masking.of(other)))
                        .build());
        List<Object> values = new ArrayList<>();
        AnnotatedPlaces.cases().map(Case::value).limit(12).forEach(values::add);
        String inClear = new JsonMapper().writeValueAsString(values);

        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch together = new CountDownLatch(THREADS);
            List<Future<String>> written = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                JsonMapper mapper = mappers.get(i % 2);
                written.add(pool.submit(() -> {
                    together.countDown();
                    together.await();
                    return mapper.writeValueAsString(values);
                }));
            }
            for (int i = 0; i < THREADS; i++) {
                assertThat(written.get(i).get())
                        .isEqualTo(inClear.replace(Case.SECRET, i % 2 == 0 ? Masks.MARKER : "other"));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
