package com.coworkpay.payment.initiation.persistence;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.payment.domain.Device;
import com.coworkpay.payment.initiation.domain.InitiatedPayment;
import com.coworkpay.payment.initiation.domain.ReadyOutcome.Ready;
import io.vertx.mutiny.sqlclient.Row;

/// Reads an initiated payment from its row.
final class InitiatedPaymentMapper {

    private InitiatedPaymentMapper() {}

    static InitiatedPayment read(Row row) {
        Ready ready = new Ready(
                row.getString("tid"),
                row.getString("redirect_pc_url"),
                row.getString("redirect_mobile_url"),
                row.getString("redirect_app_url"),
                row.getString("android_app_scheme"),
                row.getString("ios_app_scheme"));
        Amounts amounts = new Amounts(row.getLong("total_krw"), row.getLong("vat_krw"), row.getLong("tax_free_krw"));
        return new InitiatedPayment(
                row.getUUID("id"),
                row.getString("location_id"),
                Device.valueOf(row.getString("device")),
                ready,
                row.getOffsetDateTime("expires_at").toInstant(),
                amounts,
                row.getBoolean("live"));
    }
}
