package com.coworkpay.payment.domain;

/// A payment's states. Each record has only its legal transitions, so that one that does not exist
/// does not compile. The database has the same table as a trigger; a test compares the two.
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

    PaymentStatus status();

    /// What a soft decline leads to: back to waiting, or, at the maximum, failed.
    sealed interface AfterSoftDecline extends PaymentState permits Waiting, Failed {}

    /// Claimed by a caller's idempotency key; KakaoPay's TID is not known yet.
    record Created() implements PaymentState {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.CREATED;
        }

        public Waiting ready() {
            return new Waiting(0, false);
        }

        public Canceled cancel() {
            return new Canceled();
        }

        public Failed decline() {
            return new Failed();
        }
    }

    /// The payer may pay. Every approve so far, if there was one, surely moved no money.
    record Waiting(int softDeclines, boolean onceClaimed) implements AfterSoftDecline {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.WAITING;
        }

        /// Legal only together with the slot of the payable, which the same statement takes.
        public Approving claim() {
            return new Approving(softDeclines);
        }

        public Canceled cancel() {
            return new Canceled();
        }

        /// Paid without an approve of ours: it has no slot, so it is overpaid.
        public Overpaid lateApproval() {
            return new Overpaid();
        }
    }

    /// The intention to approve is stored; the call may be under way, or may have died with its process.
    record Approving(int softDeclines) implements PaymentState {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.APPROVING;
        }

        public Paid approved() {
            return new Paid();
        }

        public Failed hardDeclined() {
            return new Failed();
        }

        public AfterSoftDecline softDeclined() {
            return softDeclines + 1 >= MAX_SOFT_DECLINES ? new Failed() : new Waiting(softDeclines + 1, true);
        }

        public Waiting notSent() {
            return new Waiting(softDeclines, true);
        }

        public Unknown outcomeUnknown() {
            return new Unknown();
        }

        /// The process died; `order` says that nothing was paid and nothing can be any more.
        public Canceled notPaid() {
            return new Canceled();
        }
    }

    /// An approve may have taken effect: only `order`, or a late answer "approved", changes it.
    record Unknown() implements PaymentState {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.UNKNOWN;
        }

        public Paid approved() {
            return new Paid();
        }

        public Canceled notPaid() {
            return new Canceled();
        }

        public Failed hardDeclined() {
            return new Failed();
        }

        public Unknown repeat() {
            return this;
        }
    }

    record Paid() implements PaymentState {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.PAID;
        }
    }

    record Canceled() implements PaymentState {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.CANCELED;
        }

        public Overpaid lateApproval() {
            return new Overpaid();
        }
    }

    record Failed() implements AfterSoftDecline {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.FAILED;
        }

        public Overpaid lateApproval() {
            return new Overpaid();
        }
    }

    /// Money taken without being owed: refund-service refunds it in full.
    record Overpaid() implements PaymentState {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.OVERPAID;
        }
    }
}
