package com.coworkpay.reporting.projection;

import com.coworkpay.platform.sql.NamedQuery;

/// The statements of a batch, which take the events' own JSON. The highest version of each state wins, and of equal
/// ones that which was written first, so that duplicates, disorder and replays change nothing.
final class ProjectionSql {

    private static final String NEWER = """
            where (t.%1$s_version, excluded.%1$s_recorded_at) < (excluded.%1$s_version, t.%1$s_recorded_at)""";

    private static final String PAYMENTS = """
            with %s, %s
            insert into report_payment as t (side, payment_id, location_id, live, payment_version, payment_recorded_at,
                status, reason, payable_type, payable_id, payer_id, description, total_krw, vat_krw, tax_free_krw,
                overpaid_krw, method, card_company, tid, created_at, approved_at, canceled_at, failed_at)
            select s.side, e."paymentId", e."locationId", e.live, e.version, e."recordedAt",
                e.status, e.reason, e.payable ->> 'type', e.payable ->> 'id', e."payerId", e.description, e."totalKrw",
                e."vatKrw", e."taxFreeKrw", e."overpaidKrw", e.method, e."cardCompany", e.tid, e."createdAt",
                e."approvedAt", e."canceledAt", e."failedAt"
              from written_side s cross join json_to_recordset(:payments::text::json) as e("paymentId" uuid,
                "locationId" text, live boolean, version bigint, "recordedAt" timestamptz, status text, reason text,
                payable json, "payerId" text, description text, "totalKrw" bigint, "vatKrw" bigint, "taxFreeKrw" bigint,
                "overpaidKrw" bigint, method text, "cardCompany" text, tid text, "createdAt" timestamptz,
                "approvedAt" timestamptz, "canceledAt" timestamptz, "failedAt" timestamptz)
             order by s.side, e."paymentId"
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
            select s.side, e."paymentId", e."locationId", e.live, e.version, e."recordedAt", e."refundedKrw",
                e."refundedVatKrw", e."refundedTaxFreeKrw", e."reservedKrw", e."refundedElsewhereKrw", e.refunds,
                e."refundIds"
              from written_side s cross join json_to_recordset(:refunds::text::json) as e("paymentId" uuid,
                "locationId" text, live boolean, version bigint, "recordedAt" timestamptz, "refundedKrw" bigint,
                "refundedVatKrw" bigint, "refundedTaxFreeKrw" bigint, "reservedKrw" bigint,
                "refundedElsewhereKrw" bigint, refunds jsonb, "refundIds" text[])
             order by s.side, e."paymentId"
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
            select s.side, e."locationId", e.version, e.title, e.timezone, e.locale
              from written_side s cross join json_to_recordset(:locations::text::json) as e(
                "locationId" text, version bigint, title text, timezone text, locale text)
             order by s.side, e."locationId"
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
