package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever comes back, what is not named in the table is unknown: never paid, refused or "surely not sent".
class DefaultIsUnknownProperties {

    private static final Set<Integer> NAMED =
            OutcomeTable.ROWS.stream().map(OutcomeTable.Row::code).collect(Collectors.toSet());

    @Property
    void a5xxIsUnknownWhateverItSays(
            @ForAll Operation operation,
            @ForAll Generation generation,
            @ForAll @IntRange(min = 500, max = 599) int status,
            @ForAll("bodies") String body) {
        assertUnknown(operation, generation, status, body);
    }

    @Property
    void aCodeNobodyNamedIsUnknown(
            @ForAll Operation operation,
            @ForAll Generation generation,
            @ForAll @IntRange(min = 100, max = 599) int status,
            @ForAll @IntRange(min = -10_000, max = 10_000) int code,
            @ForAll("words") String word) {
        if (!NAMED.contains(code)) {
            assertUnknown(operation, generation, status, Samples.error(generation, code, word));
        }
    }

    @Property
    void garbageIsUnknownUnlessTheStatusAloneTurnsAway(
            @ForAll Operation operation,
            @ForAll Generation generation,
            @ForAll @IntRange(min = 100, max = 599) int status,
            @ForAll @Size(max = 300) byte[] garbage) {
        if (status != 401 && status != 403 && status != 429) {
            Outcome<?> outcome = Samples.reportStatus(operation, generation, status, Buffer.buffer(garbage));
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        }
    }

    /// Truncation, a flipped bit, a lost member: still JSON sometimes, and then only what was asked for is believed.
    @Property
    void aDamagedSuccessIsUnknownOrStillTheSuccess(
            @ForAll @IntRange(min = 0, max = 2000) int at, @ForAll @IntRange(min = 1, max = 255) int flip) {
        byte[] bytes = Buffer.buffer(Samples.APPROVE_MONEY).getBytes();
        int index = at % bytes.length;
        bytes[index] = (byte) (bytes[index] ^ flip);
        Outcome<?> outcome = Samples.reportStatus(Operation.APPROVE, Generation.CURRENT, 200, Buffer.buffer(bytes));
        if (outcome instanceof Outcome.Done<?>(Approval approval)) {
            assertThat(approval.tid()).isEqualTo(Samples.TID);
            assertThat(approval.orderId()).isEqualTo(Samples.ORDER);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Property
    void aTruncatedSuccessIsUnknown(@ForAll Operation operation, @ForAll @IntRange(min = 0, max = 600) int length) {
        String whole =
                switch (operation) {
                    case READY -> Samples.READY_ANSWER;
                    case APPROVE -> Samples.APPROVE_CARD_LEGACY;
                    case ORDER -> Samples.ORDER_ANSWER;
                    case CANCEL -> Samples.CANCEL_ANSWER;
                };
        assertUnknown(operation, Generation.LEGACY, 200, whole.strip().substring(0, length));
    }

    private static void assertUnknown(Operation operation, Generation generation, int status, String body) {
        assertThat(Samples.reportStatus(operation, generation, status, Buffer.buffer(body)))
                .as("%s %s %d %s", operation, generation, status, body)
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("USER_LOCKED", "BANK_FIRM_UNKNOWN", "6019", "2005", "0000", "X");
    }

    /// Error bodies with named and unnamed codes, whole successes, and noise.
    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> errors = Arbitraries.of(NAMED)
                .flatMap(code -> words().map(word -> Samples.error(Generation.CURRENT, code, word)));
        Arbitrary<String> successes = Arbitraries.of(
                Samples.READY_ANSWER, Samples.APPROVE_MONEY, Samples.ORDER_ANSWER, Samples.CANCEL_ANSWER);
        return Arbitraries.oneOf(errors, successes, Arbitraries.strings().ofMaxLength(100));
    }
}
