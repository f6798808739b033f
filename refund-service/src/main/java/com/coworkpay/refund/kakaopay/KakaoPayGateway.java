package com.coworkpay.refund.kakaopay;

import com.coworkpay.kakaopay.accounts.AccountCalls;
import com.coworkpay.kakaopay.accounts.NoCredentialException;
import com.coworkpay.kakaopay.connector.CancelRequest;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.refund.refund.domain.CancelClaim;
import com.coworkpay.refund.refund.domain.CancelOutcome;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.OrderInquiry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.logging.Logger;

/// This service's calls to KakaoPay: cancel and order. Never fails; a failed call is an outcome of its own. No database
/// connection is held during a call.
@ApplicationScoped
public class KakaoPayGateway {

    private static final Logger LOG = Logger.getLogger(KakaoPayGateway.class);

    private final KakaoPay kakaoPay;
    private final AccountCalls accounts;

    KakaoPayGateway(KakaoPay kakaoPay, AccountCalls accounts) {
        this.kakaoPay = kakaoPay;
        this.accounts = accounts;
    }

    public Uni<CancelOutcome> cancel(CancelClaim claim) {
        return accounts.call(
                        claim.payment().merchantAccountId(),
                        claim.payment().cid(),
                        account -> kakaoPay.cancel(account, cancelRequest(claim)))
                .map(CancelOutcomeMapper::of)
                .onFailure(NoCredentialException.class)
                .recoverWithItem(failure -> new CancelOutcome.NotSent(String.valueOf(failure.getMessage())))
                .onFailure()
                .recoverWithItem(defect -> new CancelOutcome.Unknown(defect(defect)));
    }

    private static CancelRequest cancelRequest(CancelClaim claim) {
        return new CancelRequest(
                claim.payment().tid(),
                claim.payment().paymentId().toString(),
                claim.refund().amountKrw(),
                claim.refund().taxFreeKrw(),
                claim.refund().vatKrw(),
                Objects.requireNonNull(claim.refund().availableKrw()),
                claim.refund().id().toString());
    }

    public Uni<OrderInquiry> order(DueRefund refund) {
        return accounts.call(
                        refund.payment().merchantAccountId(),
                        refund.payment().cid(),
                        account -> kakaoPay.order(account, orderRequest(refund)))
                .map(outcome -> OrderInquiryMapper.of(outcome, refund))
                .onFailure(NoCredentialException.class)
                .recoverWithItem(failure -> new OrderInquiry.Inconclusive(String.valueOf(failure.getMessage())))
                .onFailure()
                .recoverWithItem(defect -> new OrderInquiry.Inconclusive(defect(defect)));
    }

    private static OrderRequest orderRequest(DueRefund refund) {
        return new OrderRequest(
                refund.payment().tid(),
                refund.payment().paymentId().toString(),
                refund.payment().totalKrw());
    }

    /// A defect of this program: whether something was sent is not known.
    private static String defect(Throwable defect) {
        LOG.error("a call to KakaoPay ended in a defect", defect);
        return "DEFECT";
    }
}
