package com.coworkpay.reporting.support;

import com.coworkpay.platform.testkit.Db;

/// Rows by the thousand, put straight into the side that answers: for tests of reading, not of the projection.
public final class Rows {

    private Rows() {}

    /// So many payments of a location, a second apart, from the first of 2026 on.
    public static void paid(TestLocation location, int count) {
        Db.update("""
                insert into report_payment (side, payment_id, location_id, live, payment_version, payment_recorded_at,
                    status, reason, payable_type, payable_id, payer_id, description, total_krw, vat_krw, tax_free_krw, method, tid,
                    created_at, approved_at)
                select p.current_side, gen_random_uuid(), ?, true, 1, timestamptz '2026-01-01Z' + n * interval '1 s',
                       'SUCCEEDED', 'NOT_TOLD', 'BOOKING', 'booking-' || n, 'payer-' || n %% 100, '회의실 ' || n, 11000, 1000, 0,
                       'CARD', 'T' || n, timestamptz '2026-01-01Z' + n * interval '1 s',
                       timestamptz '2026-01-01Z' + n * interval '1 s'
                  from projection p, generate_series(1, %d) n""".formatted(count), location.id());
    }

    /// No event tells of them: for tests of the projection they must not be there.
    public static void forget() {
        Db.update("delete from report_payment where reason = 'NOT_TOLD'");
    }
}
