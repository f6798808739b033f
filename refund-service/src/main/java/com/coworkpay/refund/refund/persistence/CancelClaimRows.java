package com.coworkpay.refund.refund.persistence;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.refund.domain.CancelClaim;
import io.vertx.mutiny.sqlclient.Row;

/// Reads what a claim returns.
final class CancelClaimRows {

    /// What both kinds of claims return, of a refund `r` and its payment's ledger `p`.
    static final String CLAIMED = """
            returning r.id, r.payment_id, r.version, r.cancel_attempts, r.soft_declines, r.amount_krw, r.vat_krw, r.tax_free_krw,
                      r.available_krw, r.traceparent, p.merchant_account_id, p.cid, p.tid""";

    private CancelClaimRows() {}

    static CancelClaim claim(Row row) {
        return new CancelClaim(
                row.getUUID("id"),
                row.getUUID("payment_id"),
                row.getLong("version"),
                new InFlight(row.getInteger("cancel_attempts"), row.getInteger("soft_declines")),
                new Amounts(row.getLong("amount_krw"), row.getLong("vat_krw"), row.getLong("tax_free_krw")),
                row.getLong("available_krw"),
                row.getString("merchant_account_id"),
                row.getString("cid"),
                row.getString("tid"),
                row.getString("traceparent"));
    }
}
