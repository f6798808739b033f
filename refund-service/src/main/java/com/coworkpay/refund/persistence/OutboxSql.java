package com.coworkpay.refund.persistence;

import com.coworkpay.platform.sql.NamedQuery;
/// Statements that change a refund, its payment's ledger and the outbox together, so that none of the three is ever
/// changed without the others.
///
/// The refund's row is locked first, at its expected version; then the ledger changes, if it still is as the
/// statement's snapshot shows it (the event carries the whole state of the payment's refunds, read from that snapshot);
/// then the refund itself. So either all happens, or nothing: an empty answer with the refund still there means that
/// another refund of the same payment changed at this moment, and the statement is to be run again.

public final class OutboxSql {

    private static final String INSERT =
            "insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent) ";

    private OutboxSql() {}

    /// @param from the statuses it may have before, as an SQL list
    /// @param ledgerChange further assignments of the ledger `p` from the refund `s`, each with a leading comma
    /// @param refundChange assignments of the refund `r`
    /// @param published what is published, from `ledger` and `changed`
    public static NamedQuery transition(String from, String ledgerChange, String refundChange, String published) {
        return NamedQuery.of("""
                with locked as (
                  select r.*, p.version as ledger_version from refund r join paid_payment p on p.payment_id = r.payment_id
                   where r.id = :id and r.version = :version and r.status || '' in (%s)
                     for no key update of r
                ), ledger as (
                  update paid_payment p set version = p.version + 1 %s
                    from locked s where p.payment_id = s.payment_id and p.version = s.ledger_version
                  returning p as p
                ), changed as (
                  update refund r set version = r.version + 1, %s
                    from ledger where r.id = :id and r.version = :version
                  returning r as r
                ), published as (
                %s)
                select (select count(*) from locked) as locked, (select count(*) from changed) as changed
                """.formatted(from, ledgerChange, refundChange, published));
    }

    /// @param event the last word of the type: `succeeded`, `failed`, …
    public static String event(String event) {
        return INSERT + """
                select uuidv7(), 'refund.events', 'refund', (l.p).payment_id::text, 'coworkpay.refund.%s.v1',
                       (l.p).version, ledger_state(l.p, c.r, null), coalesce(:traceparent::text, (c.r).traceparent)
                  from ledger l, changed c
                """.formatted(event);
    }

    /// The event, and the notice to the booking system.
    ///
    /// @param notice the last word of its type
    /// @param status its status for the booking system
    /// @param reason an SQL expression over the changed refund `c.r`
    /// @param explanation an SQL expression: the same as a text
    public static String eventAndNotice(String event, String notice, String status, String reason, String explanation) {
        return event(event) + """
                union all
                select uuidv7(), 'booking.notices', 'notice', (l.p).payable_id, 'coworkpay.notice.%s.v1', (l.p).version,
                       refund_notice(l.p, '%s', %s, (c.r).amount_krw, (c.r).id, (c.r).cancellation_id, %s)
                         || jsonb_build_object('origin', (c.r).origin),
                       coalesce(:traceparent::text, (c.r).traceparent)
                  from ledger l, changed c
                """.formatted(notice, status, reason, explanation);
    }

    /// New refunds, and the decisions that led to them, if any: published from `ledger` (a payment `p` and the
    /// `traceparent` of the request), `decided` and `requested`; at most one of each payment.
    public static String requested() {
        return INSERT + """
                select uuidv7(), 'refund.events', 'refund', (l.p).payment_id::text,
                       case when (r.r).id is null then 'coworkpay.refund.decided.v1' else 'coworkpay.refund.requested.v1' end,
                       (l.p).version, ledger_state(l.p, r.r, d.d), l.traceparent
                  from ledger l left join decided d on (d.d).payment_id = (l.p).payment_id
                       left join requested r on (r.r).payment_id = (l.p).payment_id
                """;
    }

    /// The booking system is notified of a declined refund, with its reason.
    public static String requestedOrDeclined() {
        return requested() + """
                union all
                select uuidv7(), 'booking.notices', 'notice', (l.p).payable_id, 'coworkpay.notice.refund_declined.v1',
                       (l.p).version,
                       refund_notice(l.p, 'REFUND_DECLINED', (d.d).reason, 0, null, (d.d).cancellation_id,
                         jsonb_build_object('ko', (d.d).explanation_ko, 'en', (d.d).explanation_en))
                         || jsonb_build_object('origin', null),
                       l.traceparent
                  from ledger l join decided d on (d.d).payment_id = (l.p).payment_id
                 where (d.d).outcome = 'DECLINED'
                """;
    }
}
