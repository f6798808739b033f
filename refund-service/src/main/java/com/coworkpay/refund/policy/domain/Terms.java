package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.Role;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a cancellation of a payment is decided by, as the payment was stored: values that this process does not know
/// are kept as they came.
public record Terms(
        String payableType, String ownerRole, @Nullable RefundPolicy policy) {

    /// Whether this process knows all of them. By others it decides no cancellation.
    public boolean areKnown() {
        return PayableType.find(payableType).isPresent()
                && Arrays.stream(Role.values()).map(Role::name).anyMatch(ownerRole::equals)
                && !(policy instanceof RefundPolicy.Unknown);
    }

    boolean isRefundedByCancellation() {
        return PayableType.find(payableType)
                .filter(PayableType::isRefundedByCancellation)
                .isPresent();
    }
}
