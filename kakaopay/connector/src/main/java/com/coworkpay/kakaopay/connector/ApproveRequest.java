package com.coworkpay.kakaopay.connector;

import com.coworkpay.platform.secret.SecretText;
import org.jspecify.annotations.Nullable;

/// Takes the money of a payment that its payer has confirmed.
///
/// @param orderId as in `ready`
/// @param userId as in `ready`
/// @param pgToken what the payer's browser brought; a stranger can put any text there, so check its length first
/// @param totalKrw as in `ready`: sent as a second lock, and compared with the answer
/// @param payload at most 200 characters, echoed by KakaoPay
public record ApproveRequest(
        String tid,
        String orderId,
        String userId,
        SecretText pgToken,
        long totalKrw,
        @Nullable String payload) {

    public static final int MAX_PG_TOKEN = 255;
    public static final int MAX_PAYLOAD = 200;

    /// @throws InvalidFieldException naming the component
    public ApproveRequest {
        Tid.check(tid);
        InvalidFieldException.checkText("orderId", orderId, ReadyRequest.MAX_ORDER_ID);
        InvalidFieldException.checkText("userId", userId, ReadyRequest.MAX_USER_ID);
        InvalidFieldException.checkText("pgToken", pgToken.reveal(), MAX_PG_TOKEN);
        InvalidFieldException.checkKrw("totalKrw", totalKrw, 1);
        if (payload != null) {
            InvalidFieldException.checkText("payload", payload, MAX_PAYLOAD);
        }
    }
}
