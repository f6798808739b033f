package com.coworkpay.payment.domain;

import org.jspecify.annotations.Nullable;

/// KakaoPay's answer to ready: its ID of the transaction (TID), and where to send the payer.
public record Ready(
        String tid,
        String redirectPcUrl,
        String redirectMobileUrl,
        String redirectAppUrl,
        @Nullable String androidAppScheme,
        @Nullable String iosAppScheme) {

    public static Ready of(com.coworkpay.kakaopay.connector.Ready ready) {
        return new Ready(
                ready.tid(),
                ready.redirectPcUrl(),
                ready.redirectMobileUrl(),
                ready.redirectAppUrl(),
                ready.androidAppScheme(),
                ready.iosAppScheme());
    }

    public String redirectUrl(Device device) {
        return switch (device) {
            case PC -> redirectPcUrl;
            case MOBILE -> redirectMobileUrl;
            case APP -> redirectAppUrl;
        };
    }
}
