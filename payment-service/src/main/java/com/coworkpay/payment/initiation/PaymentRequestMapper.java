package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.payment.initiation.PaymentRequest.PayableRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Maps a validated request to the domain, defaults filled in.
public final class PaymentRequestMapper {

    private PaymentRequestMapper() {}

    static NewPayment read(String locationId, PaymentRequest request) {
        return new NewPayment(terms(locationId, request), request.device(), null);
    }

    public static PaymentTerms terms(String locationId, TermsRequest request) {
        long taxFree = request.taxFreeKrw() == null ? 0 : request.taxFreeKrw();
        return new PaymentTerms(
                locationId,
                request.payerId(),
                request.ownerId(),
                request.ownerRole(),
                payable(request.payable()),
                request.description(),
                Amounts.ofPayment(request.totalKrw(), taxFree, request.vatKrw()),
                request.quantity() == null ? 1 : request.quantity(),
                request.returnUrl(),
                request.policy() == null ? null : request.policy().read().orElseThrow());
    }

    private static PaymentStateV1.Payable payable(PayableRequest request) {
        return new PaymentStateV1.Payable(
                request.type().name(),
                request.id(),
                request.resourceType() == null ? null : request.resourceType().name(),
                request.resourceId(),
                request.eventId(),
                request.startAt() == null
                        ? null
                        : OffsetDateTime.parse(request.startAt()).toInstant(),
                request.day() == null ? null : LocalDate.parse(request.day()));
    }
}
