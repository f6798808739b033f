package com.coworkpay.payment.domain;

/// KakaoPay declined: its reason by the connector's name (`METHOD_REFUSED`, `LIMIT_EXCEEDED`, …), never its text,
/// which may hold personal data.
public record Decline(String code) {

    /// What the card company said is opaque: among its codes are time-outs, after which it may have taken the money all
    /// the same. Such a payment is over at once, so that the payer can pay again, but order is inquired soon.
    public boolean mayBeATimeOut() {
        return code.equals("METHOD_REFUSED");
    }
}
