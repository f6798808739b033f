package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.PaymentState;
import java.util.UUID;

/// The stored intention to approve: its holder makes one call, and may record the answer as long as the version is
/// unchanged.
///
/// @param state `Approving` for a claim from waiting, `Unknown` for a repeat that an order inquiry allows
/// @param partnerUserId as sent to KakaoPay at ready
/// @param sealedToken the pg_token as it is stored
/// @param returnUrl where the payer is redirected to
public record ApproveClaim(
        UUID id,
        long version,
        PaymentState state,
        String merchantAccountId,
        String cid,
        String tid,
        String partnerUserId,
        long totalKrw,
        byte[] sealedToken,
        String returnUrl) {}
