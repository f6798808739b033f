package com.coworkpay.payment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The installation's settings that payment-service reads. Every wait, batch, cache and retry has its bound here.
@ConfigMapping(prefix = "coworkpay")
public interface PaymentConfig {

    /// Where payers' browsers reach the gateway: the return URLs for KakaoPay begin with it.
    URI publicBaseUrl();

    /// The portal's origins (scheme, host, port). Payers are redirected to these only.
    List<URI> portalOrigins();

    /// Whether KakaoPay's test accounts may be used in this installation.
    @WithDefault("false")
    boolean testAccountsAllowed();

    /// Tink keyset (JSON) that signs the return URLs; a mounted Secret. Read again when it changes.
    Path returnKeysetFile();

    /// Tink keyset (JSON) that seals the pg_tokens; a mounted Secret. Read again when it changes.
    Path keysetFile();

    Cancellations cancellations();

    Payment payment();

    /// How far a `cancelledAt` may be from what it is compared with. The same in payment-service and refund-service, or
    /// one refuses what the other sets aside.
    interface Cancellations {
        /// At most so much later than its event's own time: clocks differ.
        @WithDefault("5m")
        Duration maxLater();

        /// At most so much earlier than its event's own time, or than the beginning of the payment; less than nine
        /// hours, so that a wrong time zone is found.
        @WithDefault("6h")
        Duration maxEarlier();
    }

    interface Payment {
        Initiation initiation();

        Approval approval();

        Settlement settlement();
    }

    interface Initiation {
        /// How long the payer may pay, from ready: at most the life of KakaoPay's TID.
        @WithDefault("15m")
        Duration payWithin();

        /// A ready call that was claimed longer ago than this has died with its process; must exceed connect and
        /// read time-outs and the credential's together.
        @WithDefault("28s")
        Duration readyLease();
    }

    interface Approval {
        /// An approve that was claimed longer ago than this has died with its process, and settlement inquires.
        @WithDefault("28s")
        Duration lease();

        /// How often the recording of an answer is tried while the database is unavailable, before settlement takes
        /// over.
        @WithDefault("6")
        int recordAttempts();

        /// The first pause between two of those tries; it doubles.
        @WithDefault("200ms")
        Duration recordPause();
    }

    interface Settlement {
        /// Off only in tests that drive the worker by hand.
        @WithDefault("true")
        boolean enabled();

        /// How often due payments are taken.
        @WithDefault("1s")
        Duration poll();

        /// Payments that a worker has in flight, and so its calls of KakaoPay; of one merchant account at most half.
        @WithDefault("16")
        int batch();

        /// How long a worker holds a payment before another may take it; must exceed the time-outs of two calls.
        @WithDefault("45s")
        Duration lease();

        /// The first pause after an approve that was not sent or not answered; it doubles with each inquiry.
        @WithDefault("2s")
        Duration firstPause();

        /// The longest pause between two inquiries.
        @WithDefault("5m")
        Duration maxPause();

        /// Approve may be repeated when so long passed since the last send and `order` still says AUTH_PASSWORD.
        @WithDefault("30s")
        Duration quietAfter();

        /// From this age after ready KakaoPay accepts no approval.
        @WithDefault("16m")
        Duration deadAfter();

        /// An unsettled payment enters manual review at this age.
        @WithDefault("30m")
        Duration manualReviewAfter();

        /// A payment that is over although its approval was once claimed gets a late inquiry after this.
        @WithDefault("30m")
        Duration lateInquiryAfter();

        /// The same for one that a card company declined: the decline may be a time-out after which money moved.
        @WithDefault("3m")
        Duration declineInquiryAfter();

        /// Late inquiries that learn nothing are repeated like others until this age, then with the pause below.
        @WithDefault("1d")
        Duration lateInquiryFor();

        /// The pause between late inquiries that still learn nothing: the account has no credential, or KakaoPay no
        /// answer.
        @WithDefault("1h")
        Duration lateInquiryPause();

        /// How often the gauges are measured.
        @WithDefault("15s")
        Duration measure();
    }
}
