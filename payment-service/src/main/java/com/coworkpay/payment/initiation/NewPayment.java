package com.coworkpay.payment.initiation;

import com.coworkpay.payment.domain.Device;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment to begin.
///
/// @param checkoutId the checkout that the payer pays; null where the caller begins the payment itself
public record NewPayment(
        PaymentTerms terms, Device device, @Nullable UUID checkoutId) {}
