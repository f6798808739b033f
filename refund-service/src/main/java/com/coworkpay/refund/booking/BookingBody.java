package com.coworkpay.refund.booking;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The data of an event of the booking system as the body of a request. Its members are the event's; the contract's
/// reader has the last word about them.
sealed interface BookingBody permits CancellationRequest, MoveRequest, RestorationRequest {

    /// Of the event.
    String type();

    @Nullable
    String locationId();

    PayableBody payable();

    /// @throws ProblemException for a payable that no event is about
    static String typeOf(PayableType payable, String what) {
        if (!payable.isRefundedByCancellation()) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("payable.type");
        }
        return payable.name().toLowerCase(Locale.ROOT) + "." + what + ".v1";
    }
}
