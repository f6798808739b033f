package com.coworkpay.refund.query;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a location's refunds.
@ApplicationScoped
class RefundListStore {

    /// How many are in each of the lists that people watch.
    record Counts(
            long onTheirWay,
            long awaitingApproval,
            long proposedResolutions,
            long inManualReview,
            long failed,
            long today) {}

    private static final RowReader<Counts> COUNTS_READER = RowReader.of(MethodHandles.lookup(), Counts.class);

    private static final String SELECT = """
            select row_to_json(r)::text as refund, row_to_json(p)::text as payment, p.description, p.payer_id
              from refund r join paid_payment p on p.payment_id = r.payment_id""";

    private static final String ORDER = " order by r.requested_at desc, r.id desc limit :max";

    private static final NamedQuery COUNTS = NamedQuery.of("""
            select (select count(*) from refund r where r.location_id = :locationId
                       and r.status in ('REQUESTED', 'AWAITING_APPROVAL', 'IN_FLIGHT', 'UNKNOWN')) as on_their_way,
                   (select count(*) from refund r where r.location_id = :locationId
                       and r.status = 'AWAITING_APPROVAL') as awaiting_approval,
                   (select count(*) from proposed_resolution p where p.location_id = :locationId
                       and p.ending is null and p.expires_at > now()) as proposed_resolutions,
                   (select count(*) from refund r where r.location_id = :locationId
                       and r.manual_review_since is not null) as in_manual_review,
                   (select count(*) from refund r where r.location_id = :locationId and r.status = 'FAILED') as failed,
                   (select count(*) from refund r where r.location_id = :locationId
                       and r.requested_at >= :startOfDay) as today""");

    private final Pool pool;

    RefundListStore(Pool pool) {
        this.pool = pool;
    }

    /// At most so many, newest first, from behind the place.
    ///
    /// @param zone of the location: its days begin there
    Uni<List<ListedRefund>> page(
            String locationId, RefundFilter filter, ZoneId zone, PageCursor.@Nullable InTime after, int max) {
        FilterSql filterSql = RefundFilterSql.of(locationId, filter, zone).behind("requested_at", after);
        return NamedQuery.of(SELECT + filterSql.sql() + ORDER)
                .run(pool, filterSql.values().and("max", max))
                .map(rows -> rows.stream().map(RefundListStore::refund).toList());
    }

    Uni<Counts> counts(String locationId, Instant startOfDay) {
        Parameters values =
                Parameters.with("locationId", locationId).and("startOfDay", startOfDay.atOffset(ZoneOffset.UTC));
        return COUNTS.run(pool, values)
                .map(rows -> COUNTS_READER.read(rows.iterator().next()));
    }

    private static ListedRefund refund(Row row) {
        return new ListedRefund(
                RowJson.read(row.getString("refund"), Refund.class),
                RowJson.read(row.getString("payment"), PaidPayment.class),
                row.getString("description"),
                row.getString("payer_id"));
    }
}
