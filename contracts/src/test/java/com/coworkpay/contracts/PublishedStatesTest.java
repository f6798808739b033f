package com.coworkpay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.RecordReader;
import com.coworkpay.platform.outbox.UnreadableEventException;
import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.NearMiss;
import com.coworkpay.platform.testkit.SchemaAndReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The records of the states that our services publish, held to their schemas in both directions: what a schema allows
/// is read, and what is read is written with the same members and values; what a schema forbids is refused, but for
/// coded values, which may be new.
class PublishedStatesTest {
    private static final RecordReader READER = new RecordReader(4_000_000);

    private static final Published PAYMENTS = new Published(
            ContractSchema.of("payment-state.v1.json").fitting(PublishedStatesTest::paid),
            PaymentStateV1::read,
            Set.of("status", "reason", "ownerRole", "payable.type", "payable.resourceType", "device", "method"),
            Set.of(
                    "reason",
                    "payable.resourceType",
                    "payable.resourceId",
                    "payable.eventId",
                    "payable.startAt",
                    "payable.day",
                    "policy",
                    "tid",
                    "approvedAt",
                    "method",
                    "cardCompany",
                    "initiatedAt",
                    "canceledAt",
                    "failedAt",
                    "unsettledSince"));

    private static final Published REFUNDS = new Published(
            ContractSchema.of("refund-state.v1.json"),
            RefundStateV1::read,
            Set.of(
                    "payable.type",
                    "refunds[].status",
                    "refunds[].origin",
                    "refunds[].reason",
                    "refunds[].failure",
                    "refunds[].manualReviewReason",
                    "decisions[].outcome",
                    "decisions[].reason"),
            Set.of(
                    "refunds[].decisionId",
                    "refunds[].cancellationId",
                    "refunds[].failure",
                    "refunds[].aid",
                    "refunds[].canceledAt",
                    "refunds[].failedAt",
                    "refunds[].manualReviewSince",
                    "refunds[].manualReviewReason",
                    "refunds[].approval",
                    "refunds[].batchId",
                    "decisions[].cancellationId",
                    "decisions[].refundId",
                    "decisions[].deadlineAt"));

    private static final Published LOCATIONS = new Published(
            ContractSchema.of("location-state.v1.json").fitting(PublishedStatesTest::accountIsThere),
            LocationStateV1::read,
            Set.of(
                    "locale",
                    "seller.businessNumber",
                    "kakaopay.status",
                    "kakaopay.lastCheck.result",
                    "kakaopay.accounts[].status",
                    "kakaopay.accounts[].credentialKind",
                    "kakaopay.accounts[].cid"),
            Set.of(
                    "seller",
                    "seller.name",
                    "seller.businessNumber",
                    "seller.representative",
                    "seller.address",
                    "seller.phone",
                    "kakaopay.accountId",
                    "kakaopay.lastCheck"));

    /// @param coded may be new: kept as they come
    /// @param nullable may be absent, too
    private record Published(
            ContractSchema schema, Function<JsonNode, Record> read, Set<String> coded, Set<String> nullable) {

        void check(long seed, Predicate<NearMiss> tolerated) {
            new SchemaAndReader(
                            schema, this::refusal, miss -> tolerated.test(miss) || isCoded(miss) || isOptional(miss))
                    .check(seed);
            ObjectNode value = schema.value(new Random(seed));
            JsonNode written = ContractSchema.read(EventJson.write(read.apply(value)));
            assertThat(schema.allows(written)).as(written.toString()).isTrue();
            assertThat(normal(written)).isEqualTo(normal(value));
        }

        private boolean isCoded(NearMiss miss) {
            return miss.kind() == NearMiss.Kind.OTHER_TEXT && coded.contains(miss.path());
        }

        private boolean isOptional(NearMiss miss) {
            return miss.kind() == NearMiss.Kind.MISSING && nullable.contains(miss.path());
        }

        private Optional<String> refusal(byte[] json) {
            var raw = new ConsumerRecord<byte[], byte[]>("topic", 0, 0, null, json);
            raw.headers().add("ce_id", bytes("1")).add("ce_type", bytes("type"));
            try {
                assertThat(read.apply(READER.read(raw).data())).isNotNull();
                return Optional.empty();
            } catch (UnreadableEventException unreadable) {
                return Optional.of(unreadable.reason());
            }
        }
    }

    @Property(tries = 300)
    void ofPayments(@ForAll long seed) {
        // A policy that is not understood is kept, and is no reason to lose a payment.
        PAYMENTS.check(seed, miss -> miss.path().startsWith("policy"));
    }

    @Property(tries = 200)
    void ofRefunds(@ForAll long seed) {
        REFUNDS.check(seed, miss -> false);
    }

    @Property(tries = 200)
    void ofLocations(@ForAll long seed) {
        LOCATIONS.check(seed, miss -> namesNoPayable(miss) || isAbsent(miss) || hasMembersLeftOut(miss));
    }

    @Example
    void aPaymentWithAPolicyThatIsNotUnderstoodIsRead() {
        ObjectNode state = PAYMENTS.schema().value(new Random(1));
        state.set("policy", ContractSchema.read("{\"kind\":\"BEFORE_START\",\"before\":\"P3D\"}"));
        PaymentStateV1 read = PaymentStateV1.read(state);
        assertThat(read.policy()).isInstanceOf(RefundPolicy.Unknown.class);
        assertThat(ContractSchema.read(EventJson.write(read)).path("policy")).isEqualTo(state.path("policy"));
    }

    @Example
    void moneyThatWasTakenHasItsTransaction() {
        ObjectNode state = PAYMENTS.schema().value(new Random(1));
        state.put("status", "SUCCEEDED");
        for (String member : List.of("tid", "approvedAt")) {
            ObjectNode without = state.deepCopy().putNull(member);
            assertThat(PAYMENTS.refusal(bytes(without.toString())).orElseThrow())
                    .contains(member);
        }
    }

    @Example
    void anAmountBeyondTheBoundIsRefused() {
        ObjectNode state = PAYMENTS.schema().value(new Random(1));
        state.put("totalKrw", Amounts.MAX_KRW + 1).put("supplyKrw", Amounts.MAX_KRW + 1);
        state.put("vatKrw", 0).put("taxFreeKrw", 0);
        assertThat(PAYMENTS.schema().allows(state)).isFalse();
        assertThat(PAYMENTS.refusal(bytes(state.toString())).orElseThrow()).contains("totalKrw");
    }

    /// Payments are pinned to accounts: a list that lost them all is not believed.
    @Example
    void oneAccountIsThereOnceConnected() {
        String state = """
                {"locationId": "pangyo", "version": 2, "title": "판교", "timezone": "Asia/Seoul", "locale": "ko",
                 "refundApprovalLimitKrw": 0,
                 "kakaopay": {"status": "DISCONNECTED", "accountId": null, "accounts": [], "automaticRefunds": true,
                   "payables": {}, "lastCheck": null}}""";
        assertThat(LOCATIONS.refusal(bytes(state)).orElseThrow()).contains("accounts", "at least one");
    }

    /// What a schema cannot say: the sum, and that money that was taken has its transaction.
    private static void paid(ObjectNode state) {
        long supply = state.path("supplyKrw").asLong() % 1_000_000 + 1;
        long vat = state.path("vatKrw").asLong() % 1_000_000;
        long taxFree = state.path("taxFreeKrw").asLong() % 1_000_000;
        state.put("supplyKrw", supply).put("vatKrw", vat).put("taxFreeKrw", taxFree);
        state.put("totalKrw", supply + vat + taxFree);
        state.put("tid", "T1").put("approvedAt", "2026-11-29T00:00:00Z");
        ObjectNode payable = (ObjectNode) state.path("payable");
        if (!payable.path("day").isNull()) {
            payable.putNull("startAt");
        }
    }

    /// A payable type that is not named is off.
    private static boolean namesNoPayable(NearMiss miss) {
        return miss.path().startsWith("kakaopay.payables.")
                || miss.path().equals("kakaopay.payables")
                        && miss.value().at("/kakaopay/payables").isObject();
    }

    /// Each member of a seller may be missing, so that all may.
    private static boolean hasMembersLeftOut(NearMiss miss) {
        return miss.path().equals("seller") && miss.value().path("seller").isObject();
    }

    /// What a connected location has and a disconnected one has not: the reader takes both as they come.
    private static boolean isAbsent(NearMiss miss) {
        return Set.of("kakaopay.accountId", "kakaopay.lastCheck").contains(miss.path())
                && miss.kind() == NearMiss.Kind.NULL;
    }

    private static void accountIsThere(ObjectNode state) {
        if (state.path("kakaopay") instanceof ObjectNode kakaopay
                && kakaopay.path("accountId").isTextual()) {
            kakaopay.set("accountId", kakaopay.path("accounts").path(0).path("accountId"));
        }
    }

    /// Numbers by their value, instants to the millisecond, UUIDs in small letters.
    private static JsonNode normal(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = ContractSchema.JSON.createObjectNode();
                object.properties().forEach(each -> copy.set(each.getKey(), normal(each.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = ContractSchema.JSON.createArrayNode();
                array.forEach(each -> copy.add(normal(each)));
                yield copy;
            }
            case NumericNode number ->
                TextNode.valueOf(number.decimalValue().stripTrailingZeros().toPlainString());
            case TextNode text
            when EventData.INSTANT.matcher(text.textValue()).matches() ->
                TextNode.valueOf(Instant.parse(text.textValue().toUpperCase(Locale.ROOT))
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
            case TextNode text
            when text.textValue().matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}") ->
                TextNode.valueOf(text.textValue().toLowerCase(Locale.ROOT));
            default -> node;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
