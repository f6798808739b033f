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

    /// Public address of the front door or Ingress, without a path: return URLs begin with it.
    URI publicBaseUrl();

    /// The portals' origins (scheme, host, port). Payers are redirected to these only.
    List<URI> portalOrigins();

    /// Allow KakaoPay's test accounts; off where members pay.
    @WithDefault("false")
    boolean testAccountsAllowed();

    /// Tink keyset (JSON) that signs the return URLs; a mounted Secret, read again when it changes.
    Path returnKeysetFile();

    /// Tink keyset (JSON) that seals stored secrets; a mounted Secret, read again when it changes.
    Path keysetFile();

    Cancellations cancellations();

    Payment payment();

    /// How far a `cancelledAt` may be from what it is compared with. The same in payment-service and refund-service, or
    /// one refuses what the other sets aside.
    interface Cancellations {
        /// How much later than its event a cancellation may be.
        @WithDefault("5m")
        Duration maxLater();

        /// How much earlier than its event or its payment it may be; below nine hours, to detect a wrong time zone.
        @WithDefault("6h")
        Duration maxEarlier();
    }

    interface Payment {
        Initiation initiation();

        Checkout checkout();

        Approval approval();

        Settlement settlement();

        Streams streams();
    }

    interface Initiation {
        /// How long the payer may pay, from ready; at most the life of KakaoPay's TID.
        @WithDefault("15m")
        Duration payWithin();

        /// Lease of a ready call; after it the process is taken to have died.
        @WithDefault("28s")
        Duration readyLease();
    }

    interface Checkout {
        /// Where payers' browsers find the pages of checkouts: `/checkout/{id}/{signature}` below it.
        @WithDefault("${coworkpay.public-base-url}")
        URI publicUrl();

        /// How long a checkout may be paid whose caller does not say until when: at most seven days.
        @WithDefault("1d")
        Duration validFor();
    }

    interface Approval {
        /// Lease of an approve call; after it the process is taken to have died, and settlement inquires.
        @WithDefault("28s")
        Duration lease();

        /// Attempts to record an answer while the database is unavailable; then settlement takes over.
        @WithDefault("6")
        int recordAttempts();

        /// First pause between these; it doubles.
        @WithDefault("200ms")
        Duration recordPause();
    }

    interface Settlement {
        /// Off only in tests.
        @WithDefault("true")
        boolean enabled();

        /// How often due payments are taken.
        @WithDefault("1s")
        Duration poll();

        /// Payments in flight per worker, at most half of one merchant account.
        @WithDefault("16")
        int batch();

        /// Lease of a payment that a worker has taken.
        @WithDefault("45s")
        Duration lease();

        /// First pause after an approve that was not sent or not answered; it doubles with each inquiry.
        @WithDefault("2s")
        Duration firstPause();

        /// Longest pause between two inquiries.
        @WithDefault("5m")
        Duration maxPause();

        /// Approve may be repeated this long after the last send if `order` still says AUTH_PASSWORD.
        @WithDefault("30s")
        Duration quietAfter();

        /// Age after ready from which KakaoPay accepts no approval.
        @WithDefault("16m")
        Duration deadAfter();

        /// Age at which an unsettled payment enters manual review.
        @WithDefault("30m")
        Duration manualReviewAfter();

        /// Time until the late inquiry of an ended payment whose approval was claimed.
        @WithDefault("30m")
        Duration lateInquiryAfter();

        /// The same after a card company's decline, which may be a time-out.
        @WithDefault("3m")
        Duration declineInquiryAfter();

        /// Age until which inconclusive late inquiries are repeated like others; then with the next pause.
        @WithDefault("1d")
        Duration lateInquiryFor();

        /// Pause between inconclusive late inquiries after that.
        @WithDefault("1h")
        Duration lateInquiryPause();

        /// How often the gauges are measured.
        @WithDefault("15s")
        Duration measure();
    }

    interface Streams {
        /// Streams of payments and checkouts that a process holds open; who comes then is told to come again.
        @WithDefault("1000")
        int maxOpen();

        /// How often the versions of all that is streamed are read, by one statement.
        @WithDefault("500ms")
        Duration poll();

        /// A comment is sent when nothing was for so long: less than the idle limit of every proxy.
        @WithDefault("15s")
        Duration heartbeat();

        /// How long a stream stays open; its client comes again.
        @WithDefault("10m")
        Duration lasts();
    }
}
