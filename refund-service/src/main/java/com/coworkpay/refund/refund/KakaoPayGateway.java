package com.coworkpay.refund.refund;

import com.coworkpay.kakaopay.accounts.AccountCalls;
import com.coworkpay.kakaopay.connector.CancelRequest;
import com.coworkpay.kakaopay.connector.Cancellation;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/// This service's calls to KakaoPay: cancel and order. Never fails; a failed call is an outcome. No database connection
/// is
/// held during a call.
@ApplicationScoped
public class KakaoPayGateway {

    private final KakaoPay kakaoPay;
    private final AccountCalls accounts;

    KakaoPayGateway(KakaoPay kakaoPay, AccountCalls accounts) {
        this.kakaoPay = kakaoPay;
        this.accounts = accounts;
    }

    /// @param refund as it was claimed
    public Uni<Outcome<Cancellation>> cancel(Refund refund, PaidPayment payment) {
        return accounts.call(
                payment.merchantAccountId(),
                payment.cid(),
                account -> kakaoPay.cancel(account, cancelRequest(refund, payment)));
    }

    private static CancelRequest cancelRequest(Refund refund, PaidPayment payment) {
        return new CancelRequest(
                payment.tid(),
                payment.paymentId().toString(),
                refund.amountKrw(),
                refund.taxFreeKrw(),
                refund.vatKrw(),
                Objects.requireNonNull(refund.availableKrw()),
                refund.id().toString());
    }

    public Uni<Outcome<Order>> order(PaidPayment payment) {
        return accounts.call(
                payment.merchantAccountId(), payment.cid(), account -> kakaoPay.order(account, orderRequest(payment)));
    }

    private static OrderRequest orderRequest(PaidPayment payment) {
        return new OrderRequest(payment.tid(), payment.paymentId().toString(), payment.totalKrw());
    }
}
