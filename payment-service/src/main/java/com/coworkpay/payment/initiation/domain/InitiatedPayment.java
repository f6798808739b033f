package com.coworkpay.payment.initiation.domain;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.payment.domain.Device;
import com.coworkpay.payment.initiation.domain.ReadyOutcome.Ready;
import java.time.Instant;
import java.util.UUID;

/// An initiated payment. Everything in it is fixed with the TID, so that the same key always gets the same response.
public record InitiatedPayment(
        UUID id, String locationId, Device device, Ready ready, Instant expiresAt, Amounts amounts, boolean live) {

    public String redirectUrl() {
        return switch (device) {
            case PC -> ready.redirectPcUrl();
            case MOBILE -> ready.redirectMobileUrl();
            case APP -> ready.redirectAppUrl();
        };
    }
}
