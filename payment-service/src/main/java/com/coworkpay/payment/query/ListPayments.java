package com.coworkpay.payment.query;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.platform.problem.PageCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Lists the payments of a location, newest first.
@ApplicationScoped
class ListPayments {

    /// Of a location that is not known here yet, or whose zone is newer than this process.
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private final PaymentQueryStore payments;

    ListPayments(PaymentQueryStore payments) {
        this.payments = payments;
    }

    Uni<PaymentPageResponse> page(
            PaymentReader reader, PaymentFilter filter, PageCursor.@Nullable InTime after, int limit) {
        Uni<ZoneId> zone = filter.from() == null && filter.to() == null
                ? Uni.createFrom().item(KOREA)
                : payments.timezone(reader.locationId())
                        .map(name -> name.flatMap(TimeZones::find).orElse(KOREA));
        // One more than asked for, if there are more: so that the last page is known to be the last.
        return zone.chain(its -> payments.page(
                        PaymentFilterSql.of(reader.locationId(), reader.onlyOfPayer(), filter, its, after), limit + 1))
                .map(found -> PaymentPageResponse.of(reader, filter, found, limit));
    }
}
