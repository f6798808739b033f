package com.coworkpay.refund.persistence;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.LedgerCorrection;
import com.coworkpay.refund.domain.LedgerCorrection.Addition;
import com.coworkpay.refund.domain.LedgerCorrection.RefundChange;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.OperatorGuidance;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Adds cancels to the ledger that KakaoPay shows and the ledger does not have: one statement stores them, cuts what no
/// longer fits, and publishes all of it, on the versions that the correction was computed from.
@ApplicationScoped
public class LedgerCorrectionStore {

    private static final Logger LOG = Logger.getLogger(LedgerCorrectionStore.class);

    private static final int MAX_ATTEMPTS = 10;

    private static final NamedQuery FIND = NamedQuery.of("""
            select p.version as ledger_version, p.total_krw, p.vat_krw, p.tax_free_krw, p.refunded_krw, p.refunded_vat_krw,
                   p.refunded_tax_free_krw, p.refunded_elsewhere_krw, r.id, r.version, r.status, r.amount_krw, r.failure,
                   r.manual_review_reason, r.vat_krw as part_vat_krw, r.tax_free_krw as part_tax_free_krw
              from paid_payment p left join refund r on r.payment_id = p.payment_id and r.status <> 'SUCCEEDED'
             where p.payment_id = :paymentId
             order by r.requested_at, r.id""");

    private static final NamedQuery CORRECT = NamedQuery.of("""
            select refund_correct(:paymentId::uuid, :ledgerVersion::bigint, :correction::jsonb, :explanation::jsonb,
              :traceparent::text) as corrected""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics transitionMetrics;

    LedgerCorrectionStore(Pool pool, OutboxRelay relay, TransitionMetrics transitionMetrics) {
        this.pool = pool;
        this.relay = relay;
        this.transitionMetrics = transitionMetrics;
    }

    /// @param version of the refund that was inquired about
    /// @param expectedKrw the balance that the ledger expected when KakaoPay was asked
    /// @return whether it was done; if not, the data changed in the meantime, and another order inquiry is needed
    public Uni<Boolean> fromInquiry(
            UUID paymentId, UUID inquired, long version, long expectedKrw, List<Movement> movements) {
        return correct(paymentId, movements, MAX_ATTEMPTS, inquired, version, expectedKrw);
    }

    /// A person named this refund's cancel, so the others of the list were made outside.
    public Uni<Boolean> outside(UUID paymentId, Movement.Outside movement) {
        return correct(paymentId, List.of(movement), MAX_ATTEMPTS, null, 0, -1);
    }

    /// KakaoPay shows the cancel of a refund that counts as failed.
    public Uni<Boolean> late(UUID paymentId, Movement.Late late) {
        return correct(paymentId, List.of(late), MAX_ATTEMPTS, null, 0, -1);
    }

    private Uni<Boolean> correct(
            UUID paymentId,
            List<Movement> movements,
            int attemptsLeft,
            @Nullable UUID inquired,
            long version,
            long expectedKrw) {
        return FIND.run(pool, Parameters.with("paymentId", paymentId)).chain(rows -> {
            List<Row> found = rows.stream().toList();
            if (attemptsLeft == 0 || found.isEmpty() || !isUnchanged(found, inquired, version, expectedKrw)) {
                return Uni.createFrom().item(false);
            }
            LedgerCorrection.UncorrectedLedger before = before(found);
            if (!movements.stream().allMatch(movement -> isUnrecorded(before, movement))) {
                return Uni.createFrom().item(false);
            }
            LedgerCorrection correction = LedgerCorrection.of(before, movements, inquired);
            return apply(paymentId, found.getFirst().getLong("ledger_version"), correction)
                    .chain(done -> done
                            ? Uni.createFrom().item(true)
                            : correct(paymentId, movements, attemptsLeft - 1, inquired, version, expectedKrw));
        });
    }

    private Uni<Boolean> apply(UUID paymentId, long ledgerVersion, LedgerCorrection correction) {
        LocalizedText explanation = OperatorGuidance.after(Failure.REFUNDED_OUTSIDE);
        Parameters values = Parameters.with("paymentId", paymentId)
                .and("ledgerVersion", ledgerVersion)
                .and("correction", (Object) json(correction))
                .and("explanation", (Object)
                        new JsonObject().put("ko", explanation.ko()).put("en", explanation.en()))
                .and("traceparent", Traceparent.current());
        return CORRECT.run(pool, values)
                .map(rows -> rows.iterator().next().getBoolean("corrected"))
                // Another process recorded one of these cancels.
                .onFailure(LedgerCorrectionStore::isKnown)
                .recoverWithItem(false)
                .invoke(done -> {
                    if (done) {
                        count(paymentId, correction);
                        relay.wake();
                    }
                });
    }

    private static boolean isKnown(Throwable failure) {
        return failure instanceof PgException refused && "refund_aid".equals(refused.getConstraint());
    }

    private void count(UUID paymentId, LedgerCorrection correction) {
        for (Addition added : correction.added()) {
            LOG.warnf("payment %s: KakaoPay shows %s", paymentId, added.movement());
            if (added.movement() instanceof Movement.Outside) {
                transitionMetrics.outside();
            } else {
                transitionMetrics.succeeded();
            }
        }
        for (RefundChange changed : correction.changed()) {
            if (changed.next() == RefundStatus.FAILED) {
                transitionMetrics.failed(Failure.REFUNDED_OUTSIDE);
            } else if (changed.held() && !changed.refund().held()) {
                LOG.errorf(
                        "refund %s goes to manual review: SAME_AMOUNT_OUTSIDE",
                        changed.refund().id());
                transitionMetrics.escalated(ReviewReason.SAME_AMOUNT_OUTSIDE);
            }
        }
    }

    private static boolean isUnchanged(List<Row> rows, @Nullable UUID inquired, long version, long expectedKrw) {
        Row ledger = rows.getFirst();
        return inquired == null
                || (ledger.getLong("total_krw") - ledger.getLong("refunded_krw") == expectedKrw
                        && rows.stream()
                                .anyMatch(row ->
                                        inquired.equals(row.getUUID("id")) && row.getLong("version") == version));
    }

    /// A late success that another process has recorded is not recorded again.
    private static boolean isUnrecorded(LedgerCorrection.UncorrectedLedger before, Movement movement) {
        return !(movement instanceof Movement.Late late) || before.failed().containsKey(late.refundId());
    }

    private static LedgerCorrection.UncorrectedLedger before(List<Row> rows) {
        List<LedgerCorrection.OpenRefund> open = new ArrayList<>();
        Map<UUID, Amounts> failed = new HashMap<>();
        for (Row row : rows) {
            if (row.getUUID("id") == null) {
                break; // Nothing is open, and nothing has failed.
            }
            Amounts amounts = new Amounts(
                    row.getLong("amount_krw"), row.getLong("part_vat_krw"), row.getLong("part_tax_free_krw"));
            RefundStatus status = RefundStatus.valueOf(row.getString("status"));
            if (status == RefundStatus.FAILED) {
                failed.put(row.getUUID("id"), amounts);
            } else {
                boolean held = ReviewReason.SAME_AMOUNT_OUTSIDE.name().equals(row.getString("manual_review_reason"));
                open.add(new LedgerCorrection.OpenRefund(
                        row.getUUID("id"), row.getLong("version"), status, held, amounts));
            }
        }
        Row ledger = rows.getFirst();
        return new LedgerCorrection.UncorrectedLedger(
                new Amounts(ledger.getLong("total_krw"), ledger.getLong("vat_krw"), ledger.getLong("tax_free_krw")),
                new Amounts(
                        ledger.getLong("refunded_krw"),
                        ledger.getLong("refunded_vat_krw"),
                        ledger.getLong("refunded_tax_free_krw")),
                ledger.getLong("refunded_elsewhere_krw"),
                open,
                failed);
    }

    private static JsonObject json(LedgerCorrection correction) {
        JsonArray added = new JsonArray();
        correction.added().forEach(each -> added.add(json(each)));
        JsonArray changed = new JsonArray();
        correction.changed().forEach(each -> changed.add(json(each)));
        return amounts("refunded_", correction.refunded())
                .mergeIn(amounts("reserved_", correction.reserved()))
                .put("elsewhere_krw", correction.elsewhereKrw())
                .put("added", added)
                .put("changed", changed);
    }

    private static JsonObject json(Addition added) {
        JsonObject json = amounts("", added.amounts());
        return switch (added.movement()) {
            case Movement.Outside outside -> {
                List<String> aids = outside.aids();
                Instant at = outside.canceledAt();
                yield json.put("kind", "OUTSIDE")
                        .put("id", Ids.next().toString())
                        .put("aid", aids.getFirst())
                        .put("more_aids", new JsonArray(aids.subList(1, aids.size())))
                        .put("canceled_at", at == null ? null : at.toString());
            }
            case Movement.Late(UUID id, String aid, Instant at) ->
                json.put("kind", "LATE")
                        .put("id", id.toString())
                        .put("aid", aid)
                        .put("more_aids", new JsonArray())
                        .put("canceled_at", at == null ? null : at.toString());
        };
    }

    private static JsonObject json(RefundChange changed) {
        return amounts("", changed.amounts())
                .put("id", changed.refund().id().toString())
                .put("version", changed.refund().version())
                .put("status", changed.next().name())
                .put("held", changed.held());
    }

    private static JsonObject amounts(String prefix, Amounts amounts) {
        return new JsonObject()
                .put(prefix + "krw", amounts.totalKrw())
                .put(prefix + "vat_krw", amounts.vatKrw())
                .put(prefix + "tax_free_krw", amounts.taxFreeKrw());
    }
}
