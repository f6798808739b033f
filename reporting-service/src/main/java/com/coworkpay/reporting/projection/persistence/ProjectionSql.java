package com.coworkpay.reporting.projection.persistence;

import com.coworkpay.platform.sql.NamedQuery;

/// The statements of a batch. The highest version of each state wins, and of equal ones that which was written first,
/// so that duplicates, disorder and replays change nothing.
final class ProjectionSql {

    private static final String NEWER = """
            where (t.%1$s_version, excluded.%1$s_recorded_at) < (excluded.%1$s_version, t.%1$s_recorded_at)""";

    private static final String PAYMENTS = """
            with %s, %s
            insert into report_payment as t (side, payment_id, location_id, live, payment_version, payment_recorded_at,
                status, reason, payable_type, payable_id, payer_id, description, total_krw, vat_krw, tax_free_krw,
                overpaid_krw, method, card_company, tid, created_at, approved_at, canceled_at, failed_at)
            select f.side, e.* from feeding f cross join json_to_recordset(:payments::text::json) as e(payment_id uuid,
                location_id text, live boolean, version bigint, recorded_at timestamptz, status text, reason text,
                payable_type text, payable_id text, payer_id text, description text, total_krw bigint, vat_krw bigint,
                tax_free_krw bigint, overpaid_krw bigint, method text, card_company text, tid text,
                created_at timestamptz, approved_at timestamptz, canceled_at timestamptz, failed_at timestamptz)
             order by f.side, e.payment_id
            on conflict (payment_id, side) do update
               set location_id = excluded.location_id, live = excluded.live,
                   payment_version = excluded.payment_version, payment_recorded_at = excluded.payment_recorded_at,
                   status = excluded.status, reason = excluded.reason, payable_type = excluded.payable_type,
                   payable_id = excluded.payable_id, payer_id = excluded.payer_id, description = excluded.description,
                   total_krw = excluded.total_krw, vat_krw = excluded.vat_krw, tax_free_krw = excluded.tax_free_krw,
                   overpaid_krw = excluded.overpaid_krw, method = excluded.method, card_company = excluded.card_company,
                   tid = excluded.tid, created_at = excluded.created_at, approved_at = excluded.approved_at,
                   canceled_at = excluded.canceled_at, failed_at = excluded.failed_at
             """ + NEWER.formatted("payment");

    private static final String REFUNDS = """
            with %s, %s
            insert into report_payment as t (side, payment_id, location_id, live, refund_version, refund_recorded_at,
                refunded_krw, refunded_vat_krw, refunded_tax_free_krw, reserved_krw, refunded_elsewhere_krw, refunds,
                refund_ids)
            select f.side, e.* from feeding f cross join json_to_recordset(:refunds::text::json) as e(payment_id uuid,
                location_id text, live boolean, version bigint, recorded_at timestamptz, refunded_krw bigint,
                refunded_vat_krw bigint, refunded_tax_free_krw bigint, reserved_krw bigint,
                refunded_elsewhere_krw bigint, refunds jsonb, refund_ids text[])
             order by f.side, e.payment_id
            on conflict (payment_id, side) do update
               set location_id = case t.payment_version when 0 then excluded.location_id else t.location_id end,
                   live = case t.payment_version when 0 then excluded.live else t.live end,
                   refund_version = excluded.refund_version, refund_recorded_at = excluded.refund_recorded_at,
                   refunded_krw = excluded.refunded_krw, refunded_vat_krw = excluded.refunded_vat_krw,
                   refunded_tax_free_krw = excluded.refunded_tax_free_krw, reserved_krw = excluded.reserved_krw,
                   refunded_elsewhere_krw = excluded.refunded_elsewhere_krw,
                   refunds = excluded.refunds, refund_ids = excluded.refund_ids
             """ + NEWER.formatted("refund");

    private static final String LOCATIONS = """
            with %s, %s
            insert into report_location as t (side, location_id, version, title, timezone, locale)
            select f.side, e.* from feeding f cross join json_to_recordset(:locations::text::json) as e(
                location_id text, version bigint, title text, timezone text, locale text)
             order by f.side, e.location_id
            on conflict (location_id, side) do update
               set version = excluded.version, title = excluded.title, timezone = excluded.timezone,
                   locale = excluded.locale
             where t.version < excluded.version""";

    final NamedQuery payments;
    final NamedQuery refunds;
    final NamedQuery locations;
    final NamedQuery positions;

    ProjectionSql(ProjectionTarget target) {
        payments = NamedQuery.of(PAYMENTS.formatted(target.sides(), target.advancePositions()));
        refunds = NamedQuery.of(REFUNDS.formatted(target.sides(), target.advancePositions()));
        locations = NamedQuery.of(LOCATIONS.formatted(target.sides(), target.advancePositions()));
        positions = NamedQuery.of("with %s select 1".formatted(target.advancePositions()));
    }
}
