package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.connector.Outcome;

/// The connector's reading of an answer, for a person.
final class OutcomeText {
    private OutcomeText() {}

    /// With KakaoPay's code behind it.
    static String of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> reading(done);
            case Outcome.Refused<?> refused -> reading(refused) + " (" + refused.code() + ")";
            case Outcome.NotSent<?> notSent ->
                reading(notSent) + (notSent.code() == null ? "" : " (" + notSent.code() + ")");
            case Outcome.Unknown<?> unknown ->
                reading(unknown) + (unknown.code() == null ? "" : " (" + unknown.code() + ")");
        };
    }

    static String reading(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> "done";
            case Outcome.Refused<?> refused ->
                (refused.isFinal() ? "refused for good " : "refused for now ") + refused.reason();
            case Outcome.NotSent<?> notSent -> "not sent " + notSent.reason();
            case Outcome.Unknown<?> unknown -> "unknown " + unknown.reason();
        };
    }
}
