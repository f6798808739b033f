package com.coworkpay.refund.approval;

import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.observability.TracedTask;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.RefundState.AwaitingApproval;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.ledger.LedgerStore.Change;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.ledger.TakenRefund;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// A refund that nobody approved in time has failed, and its amount can be refunded again. Two processes may find the
/// same one: it is written on the version that was read.
@ApplicationScoped
class ExpireApprovals {

    private static final Logger LOG = Logger.getLogger(ExpireApprovals.class);

    private static final int BATCH = 100;

    private static final NamedQuery EXPIRED = NamedQuery.of("""
            select row_to_json(r)::text as refund, l.ledger::text as ledger, now() as now
              from refund r join ledger l on l.payment_id = r.payment_id
             where r.status = 'AWAITING_APPROVAL' and r.next_check_at <= now()
             order by r.next_check_at limit :batch""");

    private final Pool pool;
    private final LedgerStore ledgers;
    private final TracedTask background;

    ExpireApprovals(Pool pool, LedgerStore ledgers, TracedTask background) {
        this.pool = pool;
        this.ledgers = ledgers;
        this.background = background;
    }

    /// Never fails: it runs again. Until none is left, so that thousands at once do not take hours.
    @Scheduled(
            identity = "expire-approvals",
            every = "${coworkpay.refund.approval.expire-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return EXPIRED.run(pool, Parameters.with("batch", BATCH))
                .map(TakenRefund::all)
                .chain(expired -> Multi.createFrom()
                        .iterable(expired)
                        .onItem()
                        .transformToUniAndConcatenate(this::expire)
                        .filter(Boolean::booleanValue)
                        .collect()
                        .asList()
                        .chain(done -> expired.size() == BATCH && !done.isEmpty()
                                ? expire()
                                : Uni.createFrom().voidItem()))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("approvals expire later: %s", SafeErrorText.of(failure));
                    return Uni.createFrom().voidItem();
                });
    }

    /// @return whether it was done here
    private Uni<Boolean> expire(TakenRefund expired) {
        Change change = Change.of(new AwaitingApproval(expired.refund()), AwaitingApproval::expire);
        return background
                .run(
                        expired.refund().paymentId(),
                        expired.refund().traceparent(),
                        () -> ledgers.change(new ReadLedger(expired.ledger(), expired.time()), change))
                .invoke(changed -> changed.ifPresent(_ -> LOG.warnf(
                        "nobody approved refund %s in time", expired.refund().id())))
                .map(changed -> changed.isPresent())
                .onFailure(LedgerStore.LedgerContendedException.class)
                .recoverWithItem(false);
    }
}
