package com.coworkpay.payment.initiation.domain;

import com.coworkpay.payment.domain.Ready;

/// The outcome of one call of ready.
public sealed interface ReadyOutcome {

    record Done(Ready ready) implements ReadyOutcome {}

    /// KakaoPay does not take this payment.
    record Declined(String why) implements ReadyOutcome {}

    /// Nothing was begun; the merchant account or the connection needs to be put right.
    record NotSent(GatewayIssue issue, String why) implements ReadyOutcome {}

    /// Perhaps a TID was issued. Nobody received its URL, so nobody can pay by it.
    record Unknown(String why) implements ReadyOutcome {}

    /// What the caller has to do about it.
    enum GatewayIssue {
        /// The credential or the CID is refused: connect again.
        CREDENTIAL,
        /// The site domain is not registered at KakaoPay.
        DOMAIN,
        /// Online payment is not enabled for the app, or the server's address is not allowed.
        NOT_ENABLED,
        /// The day's quota is used up.
        QUOTA,
        /// KakaoPay or integration-service is unavailable.
        UNREACHABLE
    }
}
