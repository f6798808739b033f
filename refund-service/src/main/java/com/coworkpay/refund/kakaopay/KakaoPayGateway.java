package com.coworkpay.refund.kakaopay;

import com.coworkpay.kakaopay.accounts.AccountCalls;
import com.coworkpay.kakaopay.accounts.NoCredentialException;
import com.coworkpay.kakaopay.connector.CancelRequest;
import com.coworkpay.kakaopay.connector.Cancellation;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.logging.Logger;

/// This service's calls to KakaoPay: cancel and order. A failed call is an outcome; only the want of a credential is a
/// [NoCredentialException]: nothing was sent. No database connection is held during a call.
@ApplicationScoped
public class KakaoPayGateway {

    private static final Logger LOG = Logger.getLogger(KakaoPayGateway.class);

    private final KakaoPay kakaoPay;
    private final AccountCalls accounts;

    KakaoPayGateway(KakaoPay kakaoPay, AccountCalls accounts) {
        this.kakaoPay = kakaoPay;
        this.accounts = accounts;
    }

    /// @param refund as it was claimed
    public Uni<Outcome<Cancellation>> cancel(Refund refund, PaidPayment payment) {
        CancelRequest request = new CancelRequest(
                payment.tid(),
                payment.paymentId().toString(),
                refund.amountKrw(),
                refund.taxFreeKrw(),
                refund.vatKrw(),
                Objects.requireNonNull(refund.availableKrw()),
                refund.id().toString());
        return accounts.call(payment.merchantAccountId(), payment.cid(), account -> kakaoPay.cancel(account, request))
                .onFailure(KakaoPayGateway::isDefect)
                .recoverWithItem(KakaoPayGateway::defect);
    }

    public Uni<Outcome<Order>> order(PaidPayment payment) {
        OrderRequest request =
                new OrderRequest(payment.tid(), payment.paymentId().toString(), payment.totalKrw());
        return accounts.call(payment.merchantAccountId(), payment.cid(), account -> kakaoPay.order(account, request))
                .onFailure(KakaoPayGateway::isDefect)
                .recoverWithItem(KakaoPayGateway::defect);
    }

    private static boolean isDefect(Throwable failure) {
        return !(failure instanceof NoCredentialException);
    }

    /// A defect of this program: whether something was sent is not known.
    private static <T> Outcome<T> defect(Throwable defect) {
        LOG.error("a call to KakaoPay ended in a defect", defect);
        return new Outcome.Unknown<>(UnknownReason.INTERNAL, null);
    }
}
