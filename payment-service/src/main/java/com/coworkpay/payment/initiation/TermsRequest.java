package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.Role;
import com.coworkpay.payment.initiation.PaymentRequest.PayableRequest;
import com.coworkpay.platform.problem.HumanText;
import org.jspecify.annotations.Nullable;

/// What is to be paid, as a caller sends it: to begin a payment, or to make a checkout.
public interface TermsRequest {

    /// A subject of OpenID Connect: up to 255 ASCII characters. A blank is neither its first nor its last.
    String SUBJECT = "[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?";

    String payerId();

    String ownerId();

    Role ownerRole();

    PayableRequest payable();

    HumanText description();

    Long totalKrw();

    @Nullable
    Long taxFreeKrw();

    @Nullable
    Long vatKrw();

    @Nullable
    Integer quantity();

    String returnUrl();

    @Nullable
    PolicyRequest policy();

    /// Until when it may be paid, where that is for the caller to say.
    default @Nullable String expiresAt() {
        return null;
    }
}
