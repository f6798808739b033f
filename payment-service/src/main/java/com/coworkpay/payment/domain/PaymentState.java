package com.coworkpay.payment.domain;

/// A payment's states. Each record has only its legal moves, so that a move that does not exist
/// does not compile. The database holds the same table as a trigger; a test compares the two.
///
/// ```
///              ready            claim (takes the slot)       approved
///  CREATED ───────────▶ WAITING ───────────────▶ APPROVING ──────────────▶ PAID
///     │                  │ │ ▲    not sent, refused   │ │ no answer          ▲
///     │ cancel / refuse  │ │ └────── for now ─────────┘ ▼                    │ order says paid
///     ▼                  │ │                          UNKNOWN ──────────────┘
///  CANCELED, FAILED ◀────┘ └─────────┐                  │ order says not paid
///     │       ▲ ▲                    │                  │
///     │       │ └────────────────────┼──────────────────┘
///     │ money found                  │ money found (no slot)
///     └──────────────▶ SURPLUS ◀─────┘
/// ```
///
/// The slot of the payable is held in `APPROVING`, `UNKNOWN` and `PAID`. Approve is sent only from
/// `APPROVING`, and again from `UNKNOWN` on the word of `order` alone.
public sealed interface PaymentState {

    /// KakaoPay refuses an approval "for now" (wrong token, not yet authenticated, payer busy) this often.
    int MOST_REFUSALS = 5;

    PaymentStatus status();

    /// What a refusal for now leads to: back to waiting, or to the end of patience.
    sealed interface AfterRefusal extends PaymentState permits Waiting, Failed {}

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

        public Failed refuse() {
            return new Failed();
        }
    }

    /// The payer may pay. Every approve so far, if there was one, surely moved no money.
    record Waiting(int refusals, boolean onceClaimed) implements AfterRefusal {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.WAITING;
        }

        /// Legal only together with the slot of the payable, which the same statement takes.
        public Approving claim() {
            return new Approving(refusals);
        }

        public Canceled cancel() {
            return new Canceled();
        }

        /// Money where no approve of ours was: it has no slot, so it is surplus.
        public Surplus moneyFound() {
            return new Surplus();
        }
    }

    /// The intention to approve is stored; the call may be at work, may have died with its process.
    record Approving(int refusals) implements PaymentState {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.APPROVING;
        }

        public Paid approved() {
            return new Paid();
        }

        public Failed refused() {
            return new Failed();
        }

        public AfterRefusal refusedForNow() {
            return refusals + 1 >= MOST_REFUSALS ? new Failed() : new Waiting(refusals + 1, true);
        }

        public Waiting notSent() {
            return new Waiting(refusals, true);
        }

        public Unknown unanswered() {
            return new Unknown();
        }

        /// The process died; `order` says that nothing was paid and nothing can be any more.
        public Canceled notPaid() {
            return new Canceled();
        }
    }

    /// An approve may have taken effect: only `order`, or a late answer that says "approved", moves it.
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

        public Failed refused() {
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

        public Surplus moneyFound() {
            return new Surplus();
        }
    }

    record Failed() implements AfterRefusal {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.FAILED;
        }

        public Surplus moneyFound() {
            return new Surplus();
        }
    }

    /// Money that nobody owes us: refund-service returns it in full.
    record Surplus() implements PaymentState {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.SURPLUS;
        }
    }
}
