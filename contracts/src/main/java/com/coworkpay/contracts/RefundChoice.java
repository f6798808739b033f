package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import org.jspecify.annotations.Nullable;

/// What an administrator who cancelled something chose to give back.
///
/// @param amountKrw with [Kind#AMOUNT] alone
public record RefundChoice(Kind kind, @Nullable Long amountKrw) {

    /// The largest whole number that every JSON reader keeps.
    private static final long MAX_KRW = 9_007_199_254_740_991L;

    public enum Kind {
        NONE,
        FULL,
        AMOUNT
    }

    static @Nullable RefundChoice read(EventData data, Role role) {
        EventData choice = data.objectOrNull("choice");
        if (choice == null) {
            return null;
        }
        if (role != Role.ADMIN) {
            throw data.unreadable("choice", "absent unless an administrator cancelled");
        }
        Kind kind = choice.enumValue("refund", Kind.class);
        return new RefundChoice(kind, kind == Kind.AMOUNT ? amountKrw(choice) : null);
    }

    private static long amountKrw(EventData choice) {
        long amountKrw = choice.longValue("amountKrw");
        if (amountKrw < 0 || amountKrw > MAX_KRW) {
            throw choice.unreadable("amountKrw", "between 0 and " + MAX_KRW);
        }
        return amountKrw;
    }
}
