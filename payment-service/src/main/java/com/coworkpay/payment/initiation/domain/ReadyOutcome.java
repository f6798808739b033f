package com.coworkpay.payment.initiation.domain;

import org.jspecify.annotations.Nullable;

/// The outcome of one call of ready.
public sealed interface ReadyOutcome {

    record Ready(
            String tid,
            String redirectPcUrl,
            String redirectMobileUrl,
            String redirectAppUrl,
            @Nullable String androidAppScheme,
            @Nullable String iosAppScheme)
            implements ReadyOutcome {}

    /// KakaoPay does not take this payment.
    record Refused(String why) implements ReadyOutcome {}

    /// Nothing was begun; the account, or the way to KakaoPay, needs somebody.
    record NotSent(GatewayIssue issue, String why) implements ReadyOutcome {}

    /// Perhaps a TID was made. Nobody got its URL, so it harms nobody.
    record Unknown(String why) implements ReadyOutcome {}

    /// What to tell the caller to do about it.
    enum GatewayIssue {
        /// The credential or the CID is refused: connect again.
        CREDENTIAL,
        /// The site domain is not registered at KakaoPay.
        DOMAIN,
        /// Online payment is not enabled for the app, or the server's address is not allowed.
        NOT_ENABLED,
        /// The day's quota is used up.
        QUOTA,
        /// KakaoPay, or the credential's keeper, cannot be reached now.
        UNREACHABLE
    }
}
