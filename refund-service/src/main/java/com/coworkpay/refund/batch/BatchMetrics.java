package com.coworkpay.refund.batch;

import com.coworkpay.platform.observability.MeasuredRow;
import com.coworkpay.refund.batch.domain.BatchStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the database has of refund batches, measured regularly in every process, equal in all of them:
///
/// - `coworkpay_refund_batches{status}` (those that are not over)
/// - `coworkpay_refund_batches_pending` (payments of those that run or are paused of which nothing was requested yet)
/// - `coworkpay_refund_batches_waiting_oldest_seconds` (the oldest that waits for a person: to be confirmed, approved
///   or resumed)
/// - `coworkpay_refund_batches_stalled_oldest_seconds` (the oldest that should go on by itself and does not: its count,
///   or its last refund, is so long ago)
@Startup
@ApplicationScoped
class BatchMetrics {

    private static final List<BatchStatus> OPEN = Arrays.stream(BatchStatus.values())
            .filter(status -> !status.isOver())
            .toList();

    private static final String MEASURE = """
            with open as materialized (
              select b.* from refund_batch b
               where b.status in ('COUNTING', 'DRY_RUN', 'AWAITING_APPROVAL', 'RUNNING', 'PAUSED')
            )
            select %s,
                   (select count(*) from open b join refund_batch_payment i on i.batch_id = b.id
                     where b.status in ('RUNNING', 'PAUSED') and i.pending) as pending,
                   (select coalesce(extract(epoch from now() - min(case b.status
                             when 'DRY_RUN' then b.counted_at when 'AWAITING_APPROVAL' then b.confirmed_at
                             when 'PAUSED' then b.paused_at end)), 0) from open b)::float8 as waiting,
                   (select coalesce(extract(epoch from now() - min(case b.status
                             when 'COUNTING' then coalesce(b.candidates_at, b.requested_at)
                             when 'RUNNING' then greatest(b.started_at,
                               (select max(greatest(r.requested_at, r.finished_at)) from refund r where r.batch_id = b.id))
                             end)), 0)
                      from open b where b.status = 'COUNTING' or exists (select from refund_batch_payment i
                             where i.batch_id = b.id and i.pending and not i.under_way))::float8 as stalled""".formatted(OPEN.stream()
            .map(status ->
                    "(select count(*) from open b where b.status = '%s') as %s".formatted(status, column(status)))
            .collect(Collectors.joining(", ")));

    private final MeasuredRow measured;

    BatchMetrics(Pool pool, MeterRegistry meters) {
        MeasuredRow row = new MeasuredRow(meters, pool, MEASURE)
                .number("pending", "coworkpay.refund.batches.pending")
                .age("waiting", "coworkpay.refund.batches.waiting.oldest.seconds")
                .age("stalled", "coworkpay.refund.batches.stalled.oldest.seconds");
        OPEN.forEach(
                status -> row.number(column(status), "coworkpay.refund.batches", Tags.of("status", status.name())));
        measured = row;
    }

    private static String column(BatchStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    @Scheduled(
            identity = "refund-batch-metrics",
            every = "${coworkpay.refund.settlement.measure:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return measured.measure();
    }
}
