package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.Role;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.sql.Parameters;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What a machine caller vouches for, validated field by field: what is to be paid, by whom, and under which policy.
///
/// @param policy the refund policy as shown to the payer; absent where no cancellation refunds the type
public record PaymentTerms(
        String locationId,
        String payerId,
        String ownerId,
        Role ownerRole,
        PaymentStateV1.Payable payable,
        HumanText description,
        Amounts amounts,
        int quantity,
        String returnUrl,
        @Nullable RefundPolicy policy) {

    /// For a statement that stores them.
    public Parameters values() {
        Instant startAt = payable.startAt();
        return Parameters.with("locationId", locationId)
                .and("payerId", payerId)
                .and("ownerId", ownerId)
                .and("ownerRole", ownerRole.name())
                .and("payableType", payable.type())
                .and("payableId", payable.id())
                .and("resourceType", payable.resourceType())
                .and("resourceId", payable.resourceId())
                .and("eventId", payable.eventId())
                .and("startAt", startAt == null ? (Object) null : startAt.atOffset(ZoneOffset.UTC))
                .and("day", payable.day())
                .and("description", description.text())
                .and("total", amounts.totalKrw())
                .and("supply", amounts.supplyKrw())
                .and("vat", amounts.vatKrw())
                .and("taxFree", amounts.taxFreeKrw())
                .and("quantity", quantity)
                .and("returnUrl", returnUrl)
                .and(
                        "policy",
                        policy == null
                                ? (Object) null
                                : new JsonObject(policy.json().toString()));
    }
}
