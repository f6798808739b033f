package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.TimeZones;
import com.coworkpay.refund.domain.LedgerAmounts;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.EarlierRefund;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.policy.domain.Start;
import com.coworkpay.refund.policy.domain.Terms;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads the input of a decision, from a row with [#COLUMNS]. Used for decisions and for the preview alike.
public final class DecisionInputRows {

    /// What has become of the refunds of a payment `p` by earlier cancellations ([EarlierRefund]). One that a person
    /// recorded as refunded elsewhere blocks nothing, although `order` may not have confirmed it.
    static final String EARLIER_REFUND = """
            (select case when bool_or(a.status = 'SUCCEEDED') then 'SUCCEEDED'
                         when bool_or(a.status <> 'FAILED' or a.failure_confirmed_at is null
                                        and a.failure <> 'REFUNDED_ELSEWHERE') then 'UNDER_WAY'
                         else 'NONE' end
               from refund a where a.payment_id = p.payment_id
                and a.origin in ('CANCELLATION', 'BATCH', 'OVERPAYMENT'))""";

    /// Of a payment `p`, its rescheduling `m` and its location `l`.
    public static final String COLUMNS = """
            p.payment_id, p.version, p.location_id, p.overpaid, p.payable_type, p.owner_role, p.policy::text as policy,
            p.approved_at, p.total_krw, p.vat_krw, p.tax_free_krw, p.refunded_krw, p.refunded_vat_krw,
            p.refunded_tax_free_krw, p.reserved_krw, p.reserved_vat_krw, p.reserved_tax_free_krw, p.refunded_elsewhere_krw,
            p.start_at as paid_start_at, p.start_day as paid_day, m.moved_at,
            m.start_at as moved_start_at, m.start_day as moved_day,
            l.timezone, l.automatic_refunds,
            (select count(*) from refund a where a.payment_id = p.payment_id) as refunds,
            """ + EARLIER_REFUND + " as earlier_refund ";

    /// A replica without a connection is older than the payment: nothing is decided from it, and nothing where the
    /// zone's rules are not known. An overpayment is refunded whatever its terms are.
    public static final String JOINS = """
            join location_replica l on l.location_id = p.location_id and l.automatic_refunds is not null and l.zone_known
                                      and (p.overpaid or p.terms_known)
            left join rescheduling m on m.location_id = p.location_id and m.payable_type = p.payable_type
                                    and m.payable_id = p.payable_id
            """;

    private DecisionInputRows() {}

    /// Whether the zone of its location is known to this process.
    public static boolean isZoneKnown(Row row) {
        return TimeZones.find(row.getString("timezone")).isPresent();
    }

    /// Whether this process knows what the payment's cancellations are decided by; an overpayment has none.
    public static boolean areTermsKnown(Row row) {
        return row.getBoolean("overpaid") || terms(row).areKnown();
    }

    /// @param currentStartAt the start that the cancellation names; without one, the known start is used
    public static DecisionInput input(
            Row row, RefundTrigger trigger, @Nullable Instant currentStartAt, @Nullable LocalDate currentDay) {
        ZoneId zone = ZoneId.of(row.getString("timezone"));
        return new DecisionInput(
                trigger,
                terms(row),
                new LedgerAmounts(
                        amounts(row, ""),
                        amounts(row, "refunded_"),
                        amounts(row, "reserved_"),
                        row.getLong("refunded_elsewhere_krw")),
                row.getOffsetDateTime("approved_at").toInstant(),
                start(row, zone, trigger, currentStartAt, currentDay),
                zone,
                row.getBoolean("automatic_refunds"),
                EarlierRefund.valueOf(row.getString("earlier_refund")),
                row.getLong("refunds"));
    }

    private static Terms terms(Row row) {
        return UnknownTermsStore.terms(
                row.getString("payable_type"), row.getString("owner_role"), row.getString("policy"));
    }

    private static Amounts amounts(Row row, String prefix) {
        String total = prefix.isEmpty() ? "total_krw" : prefix + "krw";
        return new Amounts(row.getLong(total), row.getLong(prefix + "vat_krw"), row.getLong(prefix + "tax_free_krw"));
    }

    /// A day that is the same as before keeps its resolved start.
    private static @Nullable Start start(
            Row row,
            ZoneId zone,
            RefundTrigger trigger,
            @Nullable Instant currentStartAt,
            @Nullable LocalDate currentDay) {
        Start known = known(row, zone, trigger);
        if (currentStartAt != null) {
            return Start.exact(currentStartAt, Start.From.CANCELLATION);
        }
        if (currentDay == null || (known != null && currentDay.equals(known.day()))) {
            return known;
        }
        return Start.of(currentDay, zone, Start.From.CANCELLATION);
    }

    /// A rescheduling counts for what was cancelled after it.
    private static @Nullable Start known(Row row, ZoneId zone, RefundTrigger trigger) {
        OffsetDateTime movedAt = row.getOffsetDateTime("moved_at");
        boolean movedBefore = movedAt != null
                && trigger instanceof RefundTrigger.Canceled canceled
                && !movedAt.toInstant().isAfter(canceled.canceledAt());
        Start moved = movedBefore
                ? start(row.getOffsetDateTime("moved_start_at"), row.getLocalDate("moved_day"), zone, Start.From.MOVE)
                : null;
        return moved != null
                ? moved
                : start(row.getOffsetDateTime("paid_start_at"), row.getLocalDate("paid_day"), zone, Start.From.PAYMENT);
    }

    private static @Nullable Start start(
            @Nullable OffsetDateTime at, @Nullable LocalDate day, ZoneId zone, Start.From from) {
        if (day == null) {
            return at == null ? null : Start.exact(at.toInstant(), from);
        }
        return at == null
                ? Start.of(day, zone, from)
                : new Start(at.toInstant(), day, Start.Source.LOCAL_MIDNIGHT, from);
    }
}
