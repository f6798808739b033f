package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.Role;
import com.coworkpay.payment.domain.Device;
import com.coworkpay.platform.problem.HumanText;
import org.jspecify.annotations.Nullable;

/// What a machine caller requests and vouches for, validated field by field.
///
/// @param policy the refund policy as shown to the payer; absent for credit packages and invoices
record NewPayment(
        String locationId,
        String payerId,
        String ownerId,
        Role ownerRole,
        PaymentStateV1.Payable payable,
        HumanText description,
        Amounts amounts,
        int quantity,
        Device device,
        String returnUrl,
        @Nullable RefundPolicy policy) {}
