package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.PublicStatus;
import java.util.UUID;

/// Where a payer is sent on to after a visit, and what the portal is told.
public record Visited(UUID paymentId, String returnUrl, PublicStatus status) {}
