package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.accounts.AccountCalls;
import com.coworkpay.kakaopay.accounts.NoCredentialException;
import com.coworkpay.kakaopay.connector.ApproveRequest;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.ReadyRequest;
import com.coworkpay.payment.approval.domain.ApproveOutcome;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.initiation.domain.NewPayment;
import com.coworkpay.payment.initiation.domain.ReadyOutcome;
import com.coworkpay.payment.returnurl.KakaoPayReturnUrls;
import com.coworkpay.payment.settlement.domain.OrderInquiry;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.logging.Logger;

/// Every call of this service to KakaoPay: ready, approve and order. Never fails; an unknown outcome is one of its
/// outcomes. No database connection is held while a call is under way.
@ApplicationScoped
public class KakaoPayGateway {

    private static final Logger LOG = Logger.getLogger(KakaoPayGateway.class);

    private final KakaoPay kakaoPay;
    private final AccountCalls accounts;
    private final KakaoPayReturnUrls returnUrls;

    KakaoPayGateway(KakaoPay kakaoPay, AccountCalls accounts, KakaoPayReturnUrls returnUrls) {
        this.kakaoPay = kakaoPay;
        this.accounts = accounts;
        this.returnUrls = returnUrls;
    }

    public Uni<ReadyOutcome> ready(Payment claim, NewPayment payment) {
        return accounts.call(
                        claim.merchantAccountId(),
                        claim.cid(),
                        account -> kakaoPay.ready(account, readyRequest(claim, payment)))
                .map(ReadyOutcomeMapper::of)
                .onFailure(NoCredentialException.class)
                .recoverWithItem(failure -> ReadyOutcomeMapper.noCredential((NoCredentialException) failure))
                .onFailure()
                .recoverWithItem(defect -> new ReadyOutcome.Unknown(defect(defect)));
    }

    private ReadyRequest readyRequest(Payment claim, NewPayment payment) {
        return new ReadyRequest(
                claim.id().toString(),
                PartnerUserId.of(payment.payerId()),
                payment.itemName(),
                payment.quantity(),
                payment.amounts().totalKrw(),
                payment.amounts().taxFreeKrw(),
                payment.amounts().vatKrw(),
                returnUrls.approved(claim.id()),
                returnUrls.canceled(claim.id()),
                returnUrls.failed(claim.id()));
    }

    public Uni<ApproveOutcome> approve(Payment claim, SecretText pgToken) {
        return accounts.call(
                        claim.merchantAccountId(),
                        claim.cid(),
                        account -> kakaoPay.approve(account, approveRequest(claim, pgToken)))
                .map(ApproveOutcomeMapper::of)
                .onFailure(NoCredentialException.class)
                .recoverWithItem(failure -> new ApproveOutcome.NotSent(noCredential(failure)))
                .onFailure()
                .recoverWithItem(defect -> new ApproveOutcome.Unknown(defect(defect), false));
    }

    private static ApproveRequest approveRequest(Payment claim, SecretText pgToken) {
        String orderId = claim.id().toString();
        return new ApproveRequest(
                Objects.requireNonNull(claim.tid()),
                orderId,
                Objects.requireNonNull(claim.partnerUserId()),
                pgToken,
                claim.amounts().totalKrw(),
                orderId);
    }

    public Uni<OrderInquiry> inquireOrder(Payment payment, String tid) {
        return accounts.call(
                        payment.merchantAccountId(),
                        payment.cid(),
                        account -> kakaoPay.order(
                                account,
                                new OrderRequest(
                                        tid,
                                        payment.id().toString(),
                                        payment.amounts().totalKrw())))
                .map(OrderInquiryMapper::of)
                .onFailure(NoCredentialException.class)
                .recoverWithItem(
                        failure -> OrderInquiry.of(OrderInquiry.InquiryResult.NOTHING_LEARNED, noCredential(failure)))
                .onFailure()
                .recoverWithItem(defect -> OrderInquiry.of(OrderInquiry.InquiryResult.NOTHING_LEARNED, defect(defect)));
    }

    private static String noCredential(Throwable failure) {
        return ((NoCredentialException) failure).why().name();
    }

    /// A defect of ours: it is unknown whether something was sent.
    private static String defect(Throwable defect) {
        LOG.error("a call to KakaoPay ended in a defect", defect);
        return "DEFECT";
    }
}
