package com.coworkpay.kakaopay.connector;

/// What an error answer amounts to: an [Outcome] before it is given its code and the type of its call.
sealed interface ErrorMeaning {

    record Refused(boolean isFinal, RefusalReason reason) implements ErrorMeaning {}

    record NotProcessed(NotSentReason reason) implements ErrorMeaning {}

    record Unclear(UnknownReason reason) implements ErrorMeaning {}

    static ErrorMeaning refusedForGood(RefusalReason reason) {
        return new Refused(true, reason);
    }

    static ErrorMeaning refusedForNow(RefusalReason reason) {
        return new Refused(false, reason);
    }

    static ErrorMeaning notProcessed(NotSentReason reason) {
        return new NotProcessed(reason);
    }

    static ErrorMeaning unclear(UnknownReason reason) {
        return new Unclear(reason);
    }
}
