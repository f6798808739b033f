package com.coworkpay.payment.domain;

import java.time.Instant;

/// A payment's states. Each holds the payment's row and has only its legal changes, so that one that does not exist
/// does not compile; a change makes the row as it is afterwards, which the store writes on the version
/// of the one before. The database has the same table as a trigger; a test compares the two.
///
/// The claim of an approval (`WAITING` to `APPROVING`, together with the slot) is a statement that finds the row
/// itself.
///
/// ```
///              ready            claim (takes the slot)       approved
///  CREATED ───────────▶ WAITING ───────────────▶ APPROVING ──────────────▶ PAID
///     │                  │ │ ▲    not sent, soft      │ │ no answer          ▲
///     │ cancel / decline │ │ └────── decline ─────────┘ ▼                    │ order says paid
///     ▼                  │ │                          UNKNOWN ──────────────┘
///  CANCELED, FAILED ◀────┘ └─────────┐                  │ order says not paid
///     │       ▲ ▲                    │                  │
///     │       │ └────────────────────┼──────────────────┘
///     │ money found                  │ money found (no slot)
///     └──────────────▶ OVERPAID ◀─────┘
/// ```
///
/// The slot of the payable is held in `APPROVING`, `UNKNOWN` and `PAID`. Approve is sent only from
/// `APPROVING`, and again from `UNKNOWN` only after an order inquiry that allows it.
public sealed interface PaymentState {

    /// Soft declines (wrong token, not yet authenticated, payer busy) until a payment fails.
    int MAX_SOFT_DECLINES = 5;

    Payment payment();

    static PaymentState of(Payment payment) {
        return switch (payment.status()) {
            case CREATED -> new Created(payment);
            case WAITING -> new Waiting(payment);
            case APPROVING -> new Approving(payment);
            case UNKNOWN -> new Unknown(payment);
            case PAID -> new Paid(payment);
            case CANCELED -> new Canceled(payment);
            case FAILED -> new Failed(payment);
            case OVERPAID -> new Overpaid(payment);
        };
    }

    /// Claimed by a caller's idempotency key; KakaoPay's TID is not known yet.
    record Created(Payment payment) implements PaymentState {

        /// The death of the TID is counted from the moment its answer is stored: never earlier than KakaoPay's own.
        ///
        /// @param partnerUserId as it was sent: approve sends it again
        public Waiting ready(Ready ready, String partnerUserId, CheckTimes times) {
            Instant expiresAt = times.expiry(Payment.required(payment.readyClaimedAt()));
            return new Waiting(payment.next()
                    .status(PaymentStatus.WAITING)
                    .ready(ready)
                    .partnerUserId(partnerUserId)
                    .readyClaimedAt(null)
                    .initiatedAt(times.at())
                    .expiresAt(expiresAt)
                    .nextCheckAt(expiresAt)
                    .build());
        }

        /// It does not count as an attempt, and the same key may try again at once.
        public Created readyNotSent() {
            return new Created(payment.next()
                    .readyClaimedAt(null)
                    .readyAttempts(payment.readyAttempts() - 1)
                    .build());
        }

        /// It was perhaps received: it counts.
        public Created readyUnknown() {
            return new Created(payment.next().readyClaimedAt(null).build());
        }

        public Canceled cancel(Reason reason, CheckTimes times) {
            return payment.canceled(reason, times);
        }

        public Failed decline(Decline decline, CheckTimes times) {
            return payment.failed(Reason.READY_DECLINED, decline, times);
        }
    }

    /// The payer may pay. Every approve so far, if there was one, surely moved no money.
    record Waiting(Payment payment) implements PaymentState {

        public Canceled cancel(Reason reason, CheckTimes times) {
            return payment.canceled(reason, times);
        }

        /// Paid without an approve of ours: it has no slot, so it is overpaid.
        public Overpaid lateApproval(ApprovalDetails approval, CheckTimes times) {
            return payment.overpaid(approval, times);
        }

        public Waiting checkLater(Inquired inquired, CheckTimes times) {
            return new Waiting(payment.checkedLater(inquired, times).build());
        }

        public Waiting checkNow(CheckTimes times) {
            return new Waiting(payment.change().nextCheckAt(times.at()).build());
        }
    }

    /// The intention to approve is stored; the call may be under way, or may have died with its process.
    record Approving(Payment payment) implements PaymentState {

        public Paid approved(ApprovalDetails approval, CheckTimes times) {
            return payment.paid(approval, times);
        }

        public Failed hardDeclined(Decline decline, CheckTimes times) {
            return payment.failed(Reason.APPROVE_DECLINED, decline, times);
        }

        /// One more would be too many.
        boolean isAtMaxSoftDeclines() {
            return payment.softDeclines() + 1 >= MAX_SOFT_DECLINES;
        }

        public Failed tooManySoftDeclines(Decline decline, CheckTimes times) {
            return payment.failed(Reason.TOO_MANY_ATTEMPTS, decline, times);
        }

        /// @param keepToken the worker may send it again without the payer
        public Waiting softDeclined(boolean keepToken, CheckTimes times) {
            return waiting(payment.softDeclines() + 1, keepToken, times);
        }

        public Waiting notSent(CheckTimes times) {
            return waiting(payment.softDeclines(), true, times);
        }

        /// Whatever was sent surely moved no money, so the slot is free again. The worker counts an attempt when it
        /// takes the payment, so nothing is counted here.
        private Waiting waiting(int softDeclines, boolean keepToken, CheckTimes times) {
            Instant expiresAt = Payment.required(payment.expiresAt());
            return new Waiting(payment.next()
                    .status(PaymentStatus.WAITING)
                    .softDeclines(softDeclines)
                    .pgToken(keepToken ? payment.pgToken() : null)
                    .approveSentAt(null)
                    .unsettledSince(null)
                    .nextCheckAt(
                            keepToken ? times.resume(payment) : Payment.required(Payment.latest(expiresAt, times.at())))
                    .build());
        }

        /// Attempts that were counted while nothing could be sent say nothing about this answer: the count starts
        /// again.
        public Unknown outcomeUnknown(boolean escalate, CheckTimes times) {
            return Unknown.of(payment.change().checkAttempts(0).build(), escalate, times);
        }

        /// Its process died, and `order` says that nothing was paid and nothing can be any more.
        public Canceled notPaid(Reason reason, CheckTimes times) {
            return payment.canceled(reason, times);
        }

        /// `order` says that an approval failed, not why.
        public Failed notApproved(CheckTimes times) {
            return payment.failed(Reason.NOT_PAID, null, times);
        }

        /// Its process died.
        public Unknown checkLater(Inquired inquired, CheckTimes times) {
            return new Unknown(payment.checkedLater(inquired, times)
                    .status(PaymentStatus.UNKNOWN)
                    .build());
        }

        public Approving checkNow(CheckTimes times) {
            return new Approving(payment.change().nextCheckAt(times.at()).build());
        }
    }

    /// An approve may have taken effect: only `order`, or a late answer "approved", changes it.
    record Unknown(Payment payment) implements PaymentState {

        static Unknown of(Payment payment, boolean escalate, CheckTimes times) {
            Instant reviewSince = payment.manualReviewSince();
            return new Unknown(payment.next()
                    .status(PaymentStatus.UNKNOWN)
                    .lastInquiryResult(escalate ? "CONTRADICTS" : payment.lastInquiryResult())
                    .manualReviewSince(escalate && reviewSince == null ? times.at() : reviewSince)
                    .nextCheckAt(times.firstCheck())
                    .build());
        }

        public Paid approved(ApprovalDetails approval, CheckTimes times) {
            return payment.paid(approval, times);
        }

        /// The outcome of a repeated approve is not known, or proves nothing about the first.
        public Unknown outcomeUnknown(boolean escalate, CheckTimes times) {
            return of(payment, escalate, times);
        }

        public Canceled notPaid(Reason reason, CheckTimes times) {
            return payment.canceled(reason, times);
        }

        /// `order` says that an approval failed, not why.
        public Failed notApproved(CheckTimes times) {
            return payment.failed(Reason.NOT_PAID, null, times);
        }

        public Unknown checkLater(Inquired inquired, CheckTimes times) {
            return new Unknown(payment.checkedLater(inquired, times).build());
        }

        public Unknown checkNow(CheckTimes times) {
            return new Unknown(payment.change().nextCheckAt(times.at()).build());
        }
    }

    record Paid(Payment payment) implements PaymentState {

        /// A person had resolved it as paid, and `order` confirmed it.
        public Paid confirmed() {
            return new Paid(payment.next().build());
        }
    }

    record Canceled(Payment payment) implements PaymentState {

        public Overpaid lateApproval(ApprovalDetails approval, CheckTimes times) {
            return payment.overpaid(approval, times);
        }

        public Canceled checkLater(Inquired inquired, CheckTimes times) {
            return new Canceled(payment.checkedLater(inquired, times).build());
        }

        public Canceled stopChecking(CheckTimes times) {
            return new Canceled(payment.change()
                    .nextCheckAt(times.lateInquiryStillDue(payment))
                    .build());
        }

        /// A person confirms it. One more late inquiry follows.
        public Canceled confirmed(CheckTimes times) {
            return new Canceled(payment.confirmed(times));
        }
    }

    record Failed(Payment payment) implements PaymentState {

        public Overpaid lateApproval(ApprovalDetails approval, CheckTimes times) {
            return payment.overpaid(approval, times);
        }

        public Failed checkLater(Inquired inquired, CheckTimes times) {
            return new Failed(payment.checkedLater(inquired, times).build());
        }

        public Failed stopChecking(CheckTimes times) {
            return new Failed(payment.change()
                    .nextCheckAt(times.lateInquiryStillDue(payment))
                    .build());
        }

        /// A person confirms it. One more late inquiry follows.
        public Failed confirmed(CheckTimes times) {
            return new Failed(payment.confirmed(times));
        }
    }

    /// Money taken without being owed: refund-service refunds it in full.
    record Overpaid(Payment payment) implements PaymentState {}
}
