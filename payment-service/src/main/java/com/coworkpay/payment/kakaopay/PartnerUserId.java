package com.coworkpay.payment.kakaopay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What is sent to KakaoPay as `partner_user_id`: the same for the same payer at every location, 43 characters of its
/// hundred, and nothing of the payer's subject, which is an e-mail address at some issuers.
///
/// It is stored with the payment when ready is answered and read from there afterwards: approve must send what ready
/// sent, even if this function changes.
public final class PartnerUserId {

    /// Never changed: another one would make another user of every payer.
    private static final String SALT = "coworkpay/partner-user/1\n";

    private PartnerUserId() {}

    public static String of(String payerId) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((SALT + payerId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
