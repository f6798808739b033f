package com.coworkpay.refund.ledger.messaging;

import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.NearMiss;
import com.coworkpay.platform.testkit.SchemaAndReader;
import com.coworkpay.refund.support.ReadEvents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever payment-service may say by its schema is read, and what it may not say is refused.
class PaymentContractTest {
    /// Of no concern to a refund.
    private static final Set<String> UNREAD = Set.of(
            "reason",
            "ownerId",
            "payable.eventId",
            "supplyKrw",
            "quantity",
            "device",
            "method",
            "cardCompany",
            "createdAt",
            "initiatedAt",
            "canceledAt",
            "failedAt",
            "unsettledSince");

    /// Null and absent are the same.
    private static final Set<String> OPTIONAL =
            Set.of("policy", "payable.resourceType", "payable.resourceId", "payable.startAt", "payable.day");

    /// A status that is new says that it is not paid, and nothing more is read. Others are stored as they are, also
    /// where they are longer than payment-service makes them.
    private static final Set<String> WORDS = Set.of(
            "status",
            "payable.resourceType",
            "payable.resourceId",
            "payable.id",
            "payerId",
            "merchantAccountId",
            "cid",
            "tid");

    private static final SchemaAndReader PAYMENTS = new SchemaAndReader(
            ContractSchema.of("payment-state.v1.json").fitting(PaymentContractTest::paid),
            ReadEvents.refusal("coworkpay.payment.paid.v1", PaymentEventConsumer::paid),
            PaymentContractTest::isOfNoConcern);

    @Property(tries = 300)
    void schemaAndReaderAgree(@ForAll long seed) {
        PAYMENTS.check(seed);
    }

    /// What a schema cannot say: the sum, and that what is paid has its transaction.
    private static void paid(ObjectNode state) {
        state.put("status", "SUCCEEDED").put("tid", "T1").put("approvedAt", "2026-11-29T00:00:00Z");
        long vat = state.path("vatKrw").asLong() % 1_000_000;
        long taxFree = state.path("taxFreeKrw").asLong() % 1_000_000;
        state.put("vatKrw", vat).put("taxFreeKrw", taxFree);
        state.put("totalKrw", state.path("supplyKrw").asLong() % 1_000_000 + vat + taxFree + 1);
    }

    private static boolean isOfNoConcern(NearMiss miss) {
        return UNREAD.contains(miss.path())
                || (miss.kind() == NearMiss.Kind.MISSING && OPTIONAL.contains(miss.path()))
                || (miss.kind() == NearMiss.Kind.OTHER_TEXT && WORDS.contains(miss.path()));
    }
}
