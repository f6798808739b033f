package com.coworkpay.tools.local.chaos;

import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.tools.local.stack.LocalStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everybody's books after the faults: KakaoPay's ledger, both services' databases.
///
/// @param kakaopay by payment id
/// @param payments by id
/// @param ledgers by payment id
/// @param refunds all of them
record LedgerSnapshot(
        Map<String, AtKakaoPay> kakaopay,
        Map<String, Payment> payments,
        Map<String, Ledger> ledgers,
        List<Refund> refunds) {
    static final AtKakaoPay NOTHING = new AtKakaoPay(0, 0, null, List.of());
    static final Ledger NO_LEDGER = new Ledger(0, 0);

    /// @param approvals how many approvals took effect
    /// @param approvedAt of the first approval, in whole seconds as KakaoPay's answers say it; null if there was
    /// none
    /// @param cancels those that took effect
    record AtKakaoPay(
            int approvals, long approvedKrw, @Nullable Instant approvedAt, List<Cancel> cancels) {
        long canceledKrw() {
            return cancels.stream().mapToLong(Cancel::amountKrw).sum();
        }
    }

    /// @param refundId our refund's id, which went along as payload; null if it was made in the dashboard
    /// @param aid KakaoPay's id of it
    record Cancel(@Nullable String refundId, String aid, long amountKrw) {}

    /// @param shown whether a person was told of it
    /// @param visited whether its payer came back from KakaoPay with a token
    record Payment(
            String id,
            String booking,
            String status,
            long totalKrw,
            long overpaidKrw,
            long refundedKrw,
            boolean shown,
            boolean returned) {
        /// Money that we believe KakaoPay took.
        long takenKrw() {
            return status.equals("PAID") || status.equals("OVERPAID") ? totalKrw : 0;
        }

        /// Begun by a member, not by another test on the same stack.
        boolean isOurs() {
            return booking.startsWith(PayerActor.BOOKINGS);
        }

        /// An approve was sent, or is to be.
        boolean isUnderWay() {
            return switch (status) {
                case "APPROVING", "UNKNOWN" -> true;
                case "WAITING" -> returned;
                default -> false;
            };
        }

        boolean isOver() {
            return List.of("PAID", "OVERPAID", "CANCELED", "FAILED").contains(status);
        }
    }

    record Ledger(long refundedKrw, long reservedKrw) {}

    /// @param aids KakaoPay's ids of the cancels that it stands for
    /// @param needed how many persons have to approve it; 0 if it is not above the limit
    /// @param approved how many have
    record Refund(
            String id,
            String payment,
            String origin,
            String status,
            long amountKrw,
            boolean shown,
            List<String> aids,
            long needed,
            long approved) {
        boolean isOutside() {
            return origin.equals("OUTSIDE");
        }

        boolean isOver() {
            return status.equals("SUCCEEDED") || status.equals("FAILED");
        }
    }

    static LedgerSnapshot read(LocalStack stack, List<Effect> effects) throws SQLException {
        return new LedgerSnapshot(kakaopay(effects), payments(stack), ledgers(stack), refunds(stack));
    }

    /// Without what others did on the same stack: the demo's people cancel in dashboards and pay by the bank.
    LedgerSnapshot ofMembers() {
        var ours = new HashMap<>(payments);
        ours.values().removeIf(payment -> !payment.isOurs());
        var atKakaoPay = new HashMap<>(kakaopay);
        atKakaoPay.keySet().removeIf(order -> payments.containsKey(order) && !ours.containsKey(order));
        return new LedgerSnapshot(
                atKakaoPay,
                ours,
                ledgers,
                refunds.stream()
                        .filter(refund -> ours.containsKey(refund.payment()))
                        .toList());
    }

    private static Map<String, AtKakaoPay> kakaopay(List<Effect> effects) {
        var byOrder = new HashMap<String, AtKakaoPay>();
        for (Effect effect : effects) {
            if (effect.orderId() != null && effect.kind().movesMoney()) {
                byOrder.merge(effect.orderId(), of(effect), LedgerSnapshot::sum);
            }
        }
        return byOrder;
    }

    private static AtKakaoPay of(Effect effect) {
        return effect.kind() == EffectKind.APPROVE
                ? new AtKakaoPay(1, effect.amountKrw(), effect.at().truncatedTo(ChronoUnit.SECONDS), List.of())
                : new AtKakaoPay(
                        0,
                        0,
                        null,
                        List.of(new Cancel(effect.payload(), String.valueOf(effect.aid()), effect.amountKrw())));
    }

    private static AtKakaoPay sum(AtKakaoPay one, AtKakaoPay other) {
        var cancels = new ArrayList<>(one.cancels);
        cancels.addAll(other.cancels);
        return new AtKakaoPay(
                one.approvals + other.approvals,
                one.approvedKrw + other.approvedKrw,
                one.approvedAt == null ? other.approvedAt : one.approvedAt,
                List.copyOf(cancels));
    }

    private static Map<String, Payment> payments(LocalStack stack) throws SQLException {
        var payments = new HashMap<String, Payment>();
        for (Payment payment : rows(
                stack,
                "payment",
                """
                select p.id, p.payable_id, p.status, p.total_krw, p.overpaid_krw, p.refunded_krw,
                       p.manual_review_since is not null, p.pg_token is not null
                  from payment p""",
                row -> new Payment(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getBoolean(7),
                        row.getBoolean(8)))) {
            payments.put(payment.id(), payment);
        }
        return payments;
    }

    private static Map<String, Ledger> ledgers(LocalStack stack) throws SQLException {
        var ledgers = new HashMap<String, Ledger>();
        rows(stack, "refund", "select payment_id, refunded_krw, reserved_krw from paid_payment", row -> {
            ledgers.put(row.getString(1), new Ledger(row.getLong(2), row.getLong(3)));
            return row.getString(1);
        });
        return ledgers;
    }

    private static List<Refund> refunds(LocalStack stack) throws SQLException {
        return rows(
                stack,
                "refund",
                """
                select id, payment_id, origin, status, amount_krw, manual_review_since is not null,
                       array_to_string(array_append(more_aids, aid), ' '),
                       coalesce((approval ->> 'needed')::integer, 0),
                       (select count(*) from jsonb_array_elements(approval -> 'answers') a where a ->> 'kind' = 'APPROVED')
                  from refund""",
                row -> new Refund(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getBoolean(6),
                        List.of(row.getString(7).split(" ")),
                        row.getLong(8),
                        row.getLong(9)));
    }

    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> rows(LocalStack stack, String database, String sql, Row<T> of) throws SQLException {
        try (Connection connection = stack.database(database);
                var asked = connection.createStatement();
                ResultSet rows = asked.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(of.of(rows));
            }
            return found;
        }
    }

    AtKakaoPay atKakaoPay(String payment) {
        return kakaopay.getOrDefault(payment, NOTHING);
    }

    Ledger ledger(String payment) {
        return ledgers.getOrDefault(payment, NO_LEDGER);
    }
}
