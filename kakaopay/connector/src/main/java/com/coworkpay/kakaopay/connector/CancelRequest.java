package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.Nullable;

/// Gives money back, all or a part. KakaoPay has no idempotency key: `availableKrw` makes the call compare-and-set,
/// and what is available only falls, so at most one of several equal requests takes effect.
///
/// @param orderId as in `ready`; not sent, compared with the answer
/// @param amountKrw how much goes back
/// @param taxFreeKrw the tax-free part of it; must fit the payment's own split
/// @param vatKrw if absent KakaoPay takes round((amount − taxFree) / 11), half up
/// @param availableKrw what the caller believes can be cancelled, this cancel included; otherwise KakaoPay refuses
/// @param payload our refund id, by which `order` shows this cancel; at most 200 characters
public record CancelRequest(
        String tid,
        String orderId,
        long amountKrw,
        long taxFreeKrw,
        @Nullable Long vatKrw,
        long availableKrw,
        String payload) {

    /// @throws InvalidFieldException naming the component
    public CancelRequest {
        Tid.check(tid);
        InvalidFieldException.checkText("orderId", orderId, ReadyRequest.MAX_ORDER_ID);
        InvalidFieldException.checkKrw("amountKrw", amountKrw, 1);
        InvalidFieldException.checkKrw("taxFreeKrw", taxFreeKrw, 0);
        InvalidFieldException.unless(taxFreeKrw <= amountKrw, "taxFreeKrw", "must not exceed the amount");
        if (vatKrw != null) {
            InvalidFieldException.checkKrw("vatKrw", vatKrw, 0);
            InvalidFieldException.unless(taxFreeKrw + vatKrw <= amountKrw, "vatKrw", "must fit into the amount");
        }
        InvalidFieldException.checkKrw("availableKrw", availableKrw, 1);
        InvalidFieldException.unless(amountKrw <= availableKrw, "amountKrw", "must not exceed what is available");
        InvalidFieldException.checkText("payload", payload, ApproveRequest.MAX_PAYLOAD);
    }
}
