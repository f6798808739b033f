package com.coworkpay.refund.domain;

/// A refund's states. Each record has only its legal transitions, so that an illegal one does not compile. The database
/// holds the same table as a trigger; a test compares the two.
///
/// ```
///                      claim                   done
///  REQUESTED ────────────────────▶ IN_FLIGHT ─────────────────▶ SUCCEEDED
///    ▲   ▲  surely not sent, or soft │ ▲ │ │ hard decline          ▲   ▲
///    │   └──────── decline ──────────┘ │ │ └──────▶ FAILED ◀───┐   │   │
///    │ approved         repeat: order  │ │ no answer   ▲       │   │   │ order shows it
///    │                  says not there │ ▼             │ order: it is  │
///  AWAITING_APPROVAL                 UNKNOWN ──────────┘ still there   │
///    │ declined ▶ FAILED               │ └──────────────────────────┘  │
///                                                                      (FAILED ─▶ SUCCEEDED: a late success)
/// ```
///
/// The amount is reserved in all but `SUCCEEDED` and `FAILED`. Cancel is sent from `IN_FLIGHT` alone, and repeated from
/// `UNKNOWN` only after an order inquiry. Manual review of a refund is a flag beside its state.
public sealed interface RefundState {

    /// So many soft declines of a cancel end the refund.
    int MAX_SOFT_DECLINES = 5;

    RefundStatus status();

    /// What a soft decline leads to: another attempt, or failure after too many.
    sealed interface AfterSoftDecline extends RefundState permits Requested, Failed {}

    /// The request is stored, its amount reserved. Nothing that was sent, if anything was, has moved money.
    record Requested(int softDeclines) implements AfterSoftDecline {
        @Override
        public RefundStatus status() {
            return RefundStatus.REQUESTED;
        }

        /// Legal only while no other refund of the payment is unsettled, which the same statement ensures.
        public InFlight claim() {
            return new InFlight(1, softDeclines);
        }

        /// Canceled outside, and nothing is left; or ended by a person.
        public Failed ended() {
            return new Failed();
        }
    }

    /// A second person has to agree. Nothing leads here yet: approval by a second person is not built.
    record AwaitingApproval() implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.AWAITING_APPROVAL;
        }

        public Requested approve() {
            return new Requested(0);
        }

        public Failed decline() {
            return new Failed();
        }
    }

    /// The intention to cancel is stored; the call may be in flight, or its process may have died.
    ///
    /// @param cancelAttempts cancels that may have taken effect, this one included
    record InFlight(int cancelAttempts, int softDeclines) implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.IN_FLIGHT;
        }

        public boolean isRepeat() {
            return cancelAttempts > 1;
        }

        public Succeeded done() {
            return new Succeeded();
        }

        public Unknown unknown() {
            return new Unknown(cancelAttempts);
        }

        /// @throws IllegalStateException for a repeat: its decline says nothing about the first attempt
        public Failed hardDecline() {
            onlyFirst();
            return new Failed();
        }

        /// @throws IllegalStateException for a repeat
        public AfterSoftDecline softDecline() {
            onlyFirst();
            return softDeclines + 1 >= MAX_SOFT_DECLINES ? new Failed() : new Requested(softDeclines + 1);
        }

        /// @throws IllegalStateException for a repeat
        public Requested notSent() {
            onlyFirst();
            return new Requested(softDeclines);
        }

        private void onlyFirst() {
            if (isRepeat()) {
                throw new IllegalStateException("only order settles a cancel that was sent twice");
            }
        }
    }

    /// A cancel may have taken effect: only `order`, or a late answer that says "done", moves it.
    record Unknown(int cancelAttempts) implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.UNKNOWN;
        }

        /// After an order inquiry, as compare-and-set on the same balance.
        public InFlight repeat() {
            return new InFlight(cancelAttempts + 1, 0);
        }

        public Succeeded found() {
            return new Succeeded();
        }

        public Failed stillThere() {
            return new Failed();
        }

        /// The balance that it was bound to is not the present one: nothing that was sent can take effect any more.
        public Requested restart() {
            return new Requested(0);
        }
    }

    record Succeeded() implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.SUCCEEDED;
        }
    }

    /// After a hard decline it is not confirmed until `order` shows that nothing moved.
    record Failed() implements AfterSoftDecline {
        @Override
        public RefundStatus status() {
            return RefundStatus.FAILED;
        }

        /// KakaoPay shows later that it was canceled: what it shows wins.
        public Succeeded found() {
            return new Succeeded();
        }
    }
}
