package com.coworkpay.payment.refund;

import com.coworkpay.payment.support.ReadEvents;
import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.NearMiss;
import com.coworkpay.platform.testkit.SchemaAndReader;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the schema of refund-service allows is read, and anything else is rejected.
class RefundContractTest {
    private static final Set<String> READ = Set.of(
            "paymentId",
            "version",
            "refundedKrw",
            "reservedKrw",
            "refunds",
            "refunds[].refundId",
            "refunds[].status",
            "refunds[].origin",
            "refunds[].amountKrw",
            "refunds[].requestedAt",
            "refunds[].canceledAt",
            "refunds[].failedAt");

    private static final Set<String> OPTIONAL = Set.of("refunds[].canceledAt", "refunds[].failedAt");

    /// A new status means pending, and a new origin means a refund by the location.
    private static final Set<String> OPEN_ENUMS = Set.of("refunds[].status", "refunds[].origin");

    private static final SchemaAndReader REFUNDS = new SchemaAndReader(
            ContractSchema.of("refund-state.v1.json"),
            ReadEvents.refusal("coworkpay.refund.requested.v1", event -> RefundState.read(event.data())),
            RefundContractTest::isOfNoConcern);

    @Property(tries = 300)
    void schemaAndReaderAgree(@ForAll long seed) {
        REFUNDS.check(seed);
    }

    private static boolean isOfNoConcern(NearMiss miss) {
        return !READ.contains(miss.path())
                || (miss.kind() == NearMiss.Kind.MISSING && OPTIONAL.contains(miss.path()))
                || (miss.kind() == NearMiss.Kind.OTHER_TEXT && OPEN_ENUMS.contains(miss.path()));
    }
}
