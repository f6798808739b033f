package com.coworkpay.reporting.projection.messaging;

import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.NearMiss;
import com.coworkpay.platform.testkit.SchemaAndReader;
import com.coworkpay.reporting.support.ReadEvents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the services may say by their schemas is read, and what they may not say is refused.
class ReportContractTest {
    private static final SchemaAndReader PAYMENTS = new SchemaAndReader(
            ContractSchema.of("payment-state.v1.json").fitting(ReportContractTest::sum),
            ReadEvents.refusal("coworkpay.payment.paid.v1", EventMapper::payment),
            missesOf(
                    Set.of(
                            "paymentId",
                            "version",
                            "locationId",
                            "live",
                            "status",
                            "payable",
                            "payable.type",
                            "payable.id",
                            "payerId",
                            "description",
                            "totalKrw",
                            "supplyKrw",
                            "vatKrw",
                            "taxFreeKrw",
                            "overpaidKrw",
                            "method",
                            "cardCompany",
                            "tid",
                            "createdAt",
                            "approvedAt",
                            "canceledAt",
                            "failedAt",
                            "reason"),
                    Set.of("method", "cardCompany", "tid", "approvedAt", "canceledAt", "failedAt", "reason"),
                    Set.of("method", "cardCompany", "tid", "reason", "payerId", "payable.id")));

    private static final SchemaAndReader REFUNDS = new SchemaAndReader(
            ContractSchema.of("refund-state.v1.json"),
            ReadEvents.refusal("coworkpay.refund.requested.v1", EventMapper::refunds),
            missesOf(
                    Set.of(
                            "paymentId",
                            "version",
                            "locationId",
                            "live",
                            "refundedKrw",
                            "refundedVatKrw",
                            "refundedTaxFreeKrw",
                            "reservedKrw",
                            "refunds",
                            "refunds[].refundId",
                            "refunds[].status",
                            "refunds[].origin",
                            "refunds[].reason",
                            "refunds[].amountKrw",
                            "refunds[].vatKrw",
                            "refunds[].taxFreeKrw",
                            "refunds[].cancellationId",
                            "refunds[].failure",
                            "refunds[].aid",
                            "refunds[].requestedAt",
                            "refunds[].canceledAt"),
                    Set.of("refunds[].cancellationId", "refunds[].failure", "refunds[].aid", "refunds[].canceledAt"),
                    Set.of(
                            "refunds[].status",
                            "refunds[].origin",
                            "refunds[].reason",
                            "refunds[].failure",
                            "refunds[].cancellationId",
                            "refunds[].aid")));

    private static final SchemaAndReader LOCATIONS = new SchemaAndReader(
            ContractSchema.of("location-state.v1.json").fitting(state -> state.put("timezone", "Asia/Seoul")),
            ReadEvents.refusal("coworkpay.location.changed.v1", EventMapper::location),
            missesOf(
                    Set.of("locationId", "version", "title", "timezone", "locale"),
                    Set.of(),
                    Set.of("locale", "title", "timezone")));

    @Property(tries = 200)
    void ofPayments(@ForAll long seed) {
        PAYMENTS.check(seed);
    }

    @Property(tries = 200)
    void ofRefunds(@ForAll long seed) {
        REFUNDS.check(seed);
    }

    @Property(tries = 200)
    void ofLocations(@ForAll long seed) {
        LOCATIONS.check(seed);
    }

    /// What a schema cannot say.
    private static void sum(ObjectNode state) {
        long supply = state.path("supplyKrw").asLong() % 1_000_000 + 1;
        long vat = state.path("vatKrw").asLong() % 1_000_000;
        long taxFree = state.path("taxFreeKrw").asLong() % 1_000_000;
        state.put("supplyKrw", supply).put("vatKrw", vat).put("taxFreeKrw", taxFree);
        state.put("totalKrw", supply + vat + taxFree);
    }

    /// @param read by the report
    /// @param optional of them: null and absent are the same
    /// @param words of them: handed on as they come, and may be new
    private static Predicate<NearMiss> missesOf(Set<String> read, Set<String> optional, Set<String> words) {
        return miss -> !read.contains(miss.path())
                || (miss.kind() == NearMiss.Kind.MISSING && optional.contains(miss.path()))
                || (miss.kind() == NearMiss.Kind.OTHER_TEXT && words.contains(miss.path()));
    }
}
