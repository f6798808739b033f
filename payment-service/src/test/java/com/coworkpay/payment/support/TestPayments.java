package com.coworkpay.payment.support;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.RefundDeadline;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.payment.domain.CheckTimes;
import com.coworkpay.payment.domain.Device;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentBuilder;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Created;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Ready;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Payments for tests of the rules, with the default settings.
public final class TestPayments {

    public static final CheckTimes.Settings SETTINGS = new CheckTimes.Settings(
            Duration.ofMinutes(15),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(16),
            Duration.ofMinutes(30),
            Duration.ofMinutes(3),
            Duration.ofDays(1),
            Duration.ofHours(1));

    private TestPayments() {}

    public static CheckTimes at(Instant at) {
        return new CheckTimes(at, SETTINGS);
    }

    /// As the claim of ready leaves it.
    public static Created created(Instant at) {
        return new Created(PaymentBuilder.builder()
                .id(UUID.randomUUID())
                .version(1)
                .status(PaymentStatus.CREATED)
                .locationId("seoul-1")
                .payerId("payer-1")
                .ownerId("owner-1")
                .ownerRole("LOCATION_MEMBER")
                .payableType("BOOKING")
                .payableId("booking-1")
                .description("회의실")
                .amounts(new Amounts(22_000, 2_000, 0))
                .quantity(1)
                .device(Device.PC)
                .returnUrl("https://portal.example.com/paid")
                .policy(new RefundPolicy.BeforeStart(RefundDeadline.P1D))
                .merchantAccountId("account-1")
                .cid("TC0ONETIME")
                .requestHash(new byte[] {1})
                .readyAttempts(1)
                .readyClaimedAt(at)
                .createdAt(at)
                .nextCheckAt(at.plus(SETTINGS.payWithin()))
                .build());
    }

    public static Waiting waiting(Instant at) {
        String tid = "T" + UUID.randomUUID().toString().substring(0, 19);
        String url = "https://online-pay.kakaopay.com/" + tid;
        return created(at).ready(new Ready(tid, url, url, url, null, null), "partner-user-1", at(at));
    }

    /// As the claim of an approval does it (a statement of the database).
    public static Approving claimed(Waiting waiting, Instant at) {
        Payment before = waiting.payment();
        return new Approving(before.change()
                .version(before.version() + 1)
                .status(PaymentStatus.APPROVING)
                .pgToken(new byte[] {2})
                .approveClaimedAt(before.wasClaimed() ? before.approveClaimedAt() : at)
                .approveSentAt(at)
                .unsettledSince(at)
                .nextCheckAt(at.plusSeconds(28))
                .checkAttempts(0)
                .build());
    }

    /// As the claim of a repeated approve does it.
    public static Unknown repeated(Payment before, Instant at) {
        return new Unknown(before.change()
                .version(before.version() + 1)
                .status(PaymentStatus.UNKNOWN)
                .approveSentAt(at)
                .nextCheckAt(at.plusSeconds(28))
                .build());
    }
}
