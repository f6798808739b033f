package com.coworkpay.platform.audit;

/// The part of a statement that writes its audit rows, so that there is no change without its row and no row without
/// its change.
///
/// ```java
/// NamedQuery.of("with changed as (update …  returning id), audited as (" + AuditSql.ifAny("changed") + ")
///                select id from changed")
/// ```
///
/// The statement takes `:audit`, of [AuditEntry#rows].
public final class AuditSql {

    private static final String ROWS = """
            insert into audit (id, action, outcome, actor, address, trace_id, location_id, object_type, object_id,
                               payment_id, why, before, after)
            select uuidv7(), a.action, a.outcome, a.actor, a.address, a.trace_id, a.location_id, a.object_type,
                   a.object_id, a.payment_id, a.why, a.before, a.after
              from jsonb_to_recordset(%s) as a(action text, outcome text, actor text, address text, trace_id text,
                location_id text, object_type text, object_id text, payment_id uuid, why text, before jsonb, after jsonb)""";

    /// Whatever else the statement does.
    public static final String INSERT = insert(":audit::text::jsonb");

    private AuditSql() {}

    /// @param rows the expression of a jsonb array
    public static String insert(String rows) {
        return ROWS.formatted(rows);
    }

    /// If the part of that name has a row.
    public static String ifAny(String part) {
        return INSERT + " where exists (select from " + part + ")";
    }

    /// Of the payments that the part of that name has.
    public static String ofPaymentsIn(String part) {
        return INSERT + " where a.payment_id in (select payment_id from " + part + ")";
    }
}
