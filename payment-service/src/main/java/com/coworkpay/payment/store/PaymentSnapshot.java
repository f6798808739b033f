package com.coworkpay.payment.store;

import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.RowReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A payment as a statement read or left it, and the database's time then.
public record PaymentSnapshot(Payment payment, DatabaseTime time) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final RowReader<Payment> READER =
            RowReader.of(MethodHandles.lookup(), Payment.class, Map.of(RefundPolicy.class, PaymentSnapshot::policy));

    /// What a statement returns for [#of], by name: a release may add a column while another one's prepared statements
    /// still run, and their result must not change.
    public static String columns(String alias) {
        return READER.columns(alias);
    }

    /// @param row with the columns of a payment, and `now`
    public static PaymentSnapshot of(Row row) {
        return new PaymentSnapshot(READER.read(row), DatabaseTime.of(row));
    }

    public static Optional<PaymentSnapshot> first(RowSet<Row> rows) {
        var each = rows.iterator();
        return each.hasNext() ? Optional.of(of(each.next())) : Optional.empty();
    }

    public static RefundPolicy policy(Object column) {
        return RefundPolicy.of(JSON.valueToTree(((JsonObject) column).getMap()));
    }

    public UUID id() {
        return payment.id();
    }

    public PaymentState state() {
        return PaymentState.of(payment);
    }
}
