package com.coworkpay.payment.query;

import com.coworkpay.platform.problem.PageCursor;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of payments.
@Schema(
        name = "PaymentPageResponse",
        requiredProperties = {"payments"})
record PaymentPageResponse(
        @Schema(description = "Newest first") List<PaymentSummaryResponse> payments,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {

    /// @param found one more than `limit` if there is a next page
    static PaymentPageResponse of(PaymentReader reader, PaymentFilter filter, List<PaymentDetails> found, int limit) {
        List<PaymentDetails> shown = found.subList(0, Math.min(limit, found.size()));
        return new PaymentPageResponse(
                shown.stream()
                        .map(each -> reader.forPeopleOfTheLocation() ? each : each.withoutInternals())
                        .map(PaymentSummaryResponse::of)
                        .toList(),
                found.size() > limit ? place(shown.getLast()).cursor(question(reader, filter)) : null);
    }

    static String question(PaymentReader reader, PaymentFilter filter) {
        return PageCursor.question("payments", reader.locationId(), reader.onlyOfPayer(), filter.canonical());
    }

    private static PageCursor.InTime place(PaymentDetails last) {
        return new PageCursor.InTime(last.payment().createdAt(), last.payment().id());
    }
}
