package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Movement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What KakaoPay's order look-up shows of a refund.
public sealed interface Look {

    /// For a person, and for what is kept of it.
    default String word() {
        return switch (this) {
            case Found _ -> "FOUND";
            case NotThere _ -> "NOT_THERE";
            case Moved _ -> "CANCELED_OUTSIDE";
            case RecordedOutside _ -> "RECORDED_OUTSIDE";
            case Unexplained _ -> "LOWER_BALANCE";
            case NothingLearned(String why) -> why;
            case Contradicts(String why) -> why;
        };
    }

    /// A cancel of ours, of our amount.
    record Found(@Nullable String aid, @Nullable Instant canceledAt) implements Look {}

    /// KakaoPay has the payment as paid, no cancel of this refund, and the balance that the ledger expects.
    record NotThere() implements Look {}

    /// No cancel of this refund; others lowered the balance, which the ledger does not have.
    record Moved(List<Movement> movements) implements Look {
        public Moved {
            movements = List.copyOf(movements);
        }
    }

    /// A cancel of ours that was recorded as made outside, before its list said whose it is: the money went back once.
    record RecordedOutside() implements Look {}

    /// The balance is lower than the ledger expects, and the list does not say clearly why: it may be on its way from
    /// one of KakaoPay's lists to the other, or another refund of the payment is moving.
    ///
    /// @param missingKrw by how much it is lower
    /// @param news the cancels of the list that the ledger does not have
    record Unexplained(long missingKrw, List<KakaoPayCancel> news) implements Look {
        public Unexplained {
            news = List.copyOf(news);
        }
    }

    /// No answer, no credential, no such TID: nothing was learned. Not found is not proof.
    record NothingLearned(String why) implements Look {}

    /// An answer that does not fit: a cancel with our id and another amount, a payment that is not paid.
    record Contradicts(String why) implements Look {}
}
