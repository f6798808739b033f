package com.coworkpay.kakaopay.connector;

/// What an error answer amounts to: an [Outcome] before it is given its code and the type of its call.
sealed interface Verdict {

    record No(boolean isFinal, RefusalReason reason) implements Verdict {}

    record TurnedAway(NotSentReason reason) implements Verdict {}

    record Unclear(UnknownReason reason) implements Verdict {}

    static Verdict noForGood(RefusalReason reason) {
        return new No(true, reason);
    }

    static Verdict noForNow(RefusalReason reason) {
        return new No(false, reason);
    }

    static Verdict turnedAway(NotSentReason reason) {
        return new TurnedAway(reason);
    }

    static Verdict unclear(UnknownReason reason) {
        return new Unclear(reason);
    }
}
