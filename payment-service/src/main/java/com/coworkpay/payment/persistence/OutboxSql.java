package com.coworkpay.payment.persistence;

/// The part of a statement that publishes its change: inserts into the outbox from the same statement's
/// `changed` rows, so that no change exists without its event.
///
/// `changed` must return `id`, `version`, `payable_id`, `state` and, for notices, `notice`
/// ([#RETURNING] has them); the statement has the parameter `:traceparent`. A change made in the background has
/// none: it continues the payment's stored trace.
public final class OutboxSql {

    /// What a changing statement returns; `p` is the alias of `payment`.
    public static final String RETURNING = returning("p.traceparent");

    private static final String INSERT =
            "insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent) ";

    private OutboxSql() {}

    /// The same for many rows, each with its own trace; `:traceparent` is null then.
    ///
    /// @param trace an SQL expression
    public static String returning(String trace) {
        return """
                returning p.id, p.version, p.status, p.payable_id, %s as traceparent,
                          payment_state(p) as state, payment_notice(p) as notice
                """.formatted(trace);
    }

    /// @param event the last part of the type: `paid`, `canceled`, …
    public static String event(String event) {
        return INSERT + eventRows(event);
    }

    /// The event, and the notice to the booking system beside it.
    public static String eventAndNotice(String event) {
        return eventAndNotice(event, event, "changed");
    }

    /// The event, and a notice of another type to the booking system.
    ///
    /// @param noticed the rows that the booking system gets a notice of: `changed`, with a condition
    public static String eventAndNotice(String event, String notice, String noticed) {
        return INSERT + eventRows(event) + " union all " + noticeRows(notice, noticed);
    }

    private static String eventRows(String event) {
        return """
                select uuidv7(), 'payment.events', 'payment', id::text, 'coworkpay.payment.%s.v1', version, state,
                       coalesce(:traceparent::text, traceparent)
                  from changed""".formatted(event);
    }

    private static String noticeRows(String event, String changed) {
        return """
                select uuidv7(), 'booking.notices', 'notice', payable_id, 'coworkpay.notice.payment_%s.v1', version,
                       notice, coalesce(:traceparent::text, traceparent)
                  from %s""".formatted(event, changed);
    }
}
