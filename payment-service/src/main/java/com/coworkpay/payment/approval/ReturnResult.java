package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.PublicStatus;
import java.util.UUID;

/// Where a payer is redirected after coming back from KakaoPay, and the status that the portal gets.
public record ReturnResult(UUID paymentId, String returnUrl, PublicStatus status) {}
