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

    /// Where payers' browsers reach the front door: the way back from KakaoPay begins with it.
    URI publicBaseUrl();

    /// The portal's origins (scheme, host, port). Payers are sent on to these and to nowhere else.
    List<URI> portalOrigins();

    /// Whether KakaoPay's test accounts may be used in this installation.
    @WithDefault("false")
    boolean testAccountsAllowed();

    /// HMAC keys of the way back, one base64 line each (at least 32 bytes): the first signs, all verify.
    Path returnKeyFile();

    /// The Tink keyset that seals pg_tokens.
    Path keysetFile();

    Cancellations cancellations();

    Payment payment();

    /// How far a `cancelledAt` may be from what it is compared with. The same in payment-service and refund-service, or
    /// one refuses what the other sets aside.
    interface Cancellations {
        /// So much later than its event's own time: clocks differ.
        @WithDefault("5m")
        Duration maxLater();

        /// So much earlier than its event's own time, or than the beginning of the payment; less than nine hours, so
        /// that a zone's mistake is found.
        @WithDefault("6h")
        Duration maxEarlier();
    }

    interface Payment {
        Initiation initiation();

        Approval approval();

        Settlement settlement();
    }

    interface Initiation {
        /// KakaoPay's TID lives so long from ready.
        @WithDefault("15m")
        Duration payWithin();

        /// A ready call that was claimed longer ago than this has died with its process; must exceed connect and
        /// read time-outs and the credential's together.
        @WithDefault("28s")
        Duration readyLease();
    }

    interface Approval {
        /// An approve that was claimed longer ago than this has died with its process, and settlement looks.
        @WithDefault("28s")
        Duration lease();

        /// How often the recording of an answer is tried while the database is away, before settlement takes over.
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

        /// How often due payments are looked for.
        @WithDefault("1s")
        Duration poll();

        /// Payments in a worker's hands at once, and so its calls of KakaoPay; of one merchant account at most half.
        @WithDefault("16")
        int batch();

        /// While a payment is in a worker's hands, no other takes it; must exceed the time-outs of two calls.
        @WithDefault("45s")
        Duration lease();

        /// The first pause after an approve that was not sent or not answered; it doubles with each look.
        @WithDefault("2s")
        Duration firstPause();

        /// The longest pause between two looks.
        @WithDefault("5m")
        Duration maxPause();

        /// Approve may be repeated when so long passed since the last send and `order` still says AUTH_PASSWORD.
        @WithDefault("30s")
        Duration quietAfter();

        /// From this age after ready KakaoPay takes no approval any more.
        @WithDefault("16m")
        Duration deadAfter();

        /// An unsettled payment is shown to a person from this age.
        @WithDefault("30m")
        Duration manualReviewAfter();

        /// A payment that is over although its approval was once claimed is looked at once more after this.
        @WithDefault("30m")
        Duration lateInquiryAfter();

        /// The same for one that a card company refused: the refusal may be a time-out after which money moved.
        @WithDefault("3m")
        Duration declineInquiryAfter();

        /// Late looks that learn nothing follow each other as other looks do until this age, then with the pause below.
        @WithDefault("1d")
        Duration lateInquiryFor();

        /// The pause between late looks that still learn nothing: the account has no credential, or KakaoPay no answer.
        @WithDefault("1h")
        Duration lateInquiryPause();

        /// How often the gauges are measured.
        @WithDefault("15s")
        Duration measure();
    }
}
