package com.coworkpay.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/// A schema and the reader of a service side by side: what the schema allows is read, what it does not allow is refused
/// with a reason, and whatever comes, nothing else is thrown.
///
/// @param refusal why the bytes of an event's data are refused; empty if they are read
/// @param ofNoConcern a miss that the reader may take: of what it does not read, or of a word that it only hands on
public record SchemaAndReader(
        ContractSchema schema, Function<byte[], Optional<String>> refusal, Predicate<NearMiss> ofNoConcern) {
    private static final int MISSES = 4;

    public void check(long seed) {
        Random random = new Random(seed);
        ObjectNode value = schema.value(random);
        String json = ContractSchema.write(value);
        assertThat(refusal(json)).as("allowed by the schema: " + json).isEmpty();
        String twice = NearMiss.withAMemberTwice(value, random);
        assertThat(refusal(twice)).as(twice).contains("duplicate member");

        ObjectNode missed = value;
        for (int i = 0; i < MISSES; i++) {
            NearMiss miss = NearMiss.of(value, random);
            String missing = ContractSchema.write(miss.value());
            if (!ofNoConcern.test(miss) && !schema.allows(miss.value())) {
                assertThat(refusal(missing))
                        .as(miss.path() + ", not allowed by the schema: " + missing)
                        .isPresent();
            }
            // Further and further from what is allowed: read or refused, but never a failure.
            missed = missed.isEmpty() ? value : NearMiss.of(missed, random).value();
            assertThat(refusal(ContractSchema.write(missed))).isNotNull();
        }
    }

    private Optional<String> refusal(String json) {
        return refusal.apply(json.getBytes(StandardCharsets.UTF_8));
    }
}
