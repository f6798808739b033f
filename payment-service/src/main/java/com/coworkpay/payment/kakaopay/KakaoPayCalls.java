package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.accounts.AccountCalls;
import com.coworkpay.kakaopay.accounts.NoCredential;
import com.coworkpay.kakaopay.connector.ApproveRequest;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.ReadyRequest;
import com.coworkpay.payment.approval.domain.ApproveAnswer;
import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.initiation.domain.NewPayment;
import com.coworkpay.payment.initiation.domain.ReadyAnswer;
import com.coworkpay.payment.initiation.domain.ReadyClaim;
import com.coworkpay.payment.settlement.domain.Due;
import com.coworkpay.payment.settlement.domain.Look;
import com.coworkpay.payment.wayback.WayBack;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Everything this service says to KakaoPay: ready, approve and order. Never fails; what cannot be told is an answer
/// of its own. No database connection is held while a call is under way.
@ApplicationScoped
public class KakaoPayCalls {

    private static final Logger LOG = Logger.getLogger(KakaoPayCalls.class);

    private final KakaoPay kakaoPay;
    private final AccountCalls accounts;
    private final WayBack wayBack;

    KakaoPayCalls(KakaoPay kakaoPay, AccountCalls accounts, WayBack wayBack) {
        this.kakaoPay = kakaoPay;
        this.accounts = accounts;
        this.wayBack = wayBack;
    }

    public Uni<ReadyAnswer> ready(ReadyClaim claim, NewPayment payment) {
        return accounts.call(
                        claim.merchantAccountId(),
                        claim.cid(),
                        account -> kakaoPay.ready(account, readyRequest(claim, payment)))
                .map(ReadyWords::of)
                .onFailure(NoCredential.class)
                .recoverWithItem(failure -> ReadyWords.noCredential((NoCredential) failure))
                .onFailure()
                .recoverWithItem(defect -> new ReadyAnswer.NoAnswer(defect(defect)));
    }

    private ReadyRequest readyRequest(ReadyClaim claim, NewPayment payment) {
        return new ReadyRequest(
                claim.id().toString(),
                PartnerUserId.of(payment.payerId()),
                payment.itemName(),
                payment.quantity(),
                payment.amounts().totalKrw(),
                payment.amounts().taxFreeKrw(),
                payment.amounts().vatKrw(),
                wayBack.approved(claim.id()),
                wayBack.canceled(claim.id()),
                wayBack.failed(claim.id()));
    }

    public Uni<ApproveAnswer> approve(ApproveClaim claim, SecretText pgToken) {
        return accounts.call(
                        claim.merchantAccountId(),
                        claim.cid(),
                        account -> kakaoPay.approve(account, approveRequest(claim, pgToken)))
                .map(ApproveWords::of)
                .onFailure(NoCredential.class)
                .recoverWithItem(failure -> new ApproveAnswer.NotSent(noCredential(failure)))
                .onFailure()
                .recoverWithItem(defect -> new ApproveAnswer.NoAnswer(defect(defect), false));
    }

    private static ApproveRequest approveRequest(ApproveClaim claim, SecretText pgToken) {
        String orderId = claim.id().toString();
        return new ApproveRequest(claim.tid(), orderId, claim.partnerUserId(), pgToken, claim.totalKrw(), orderId);
    }

    public Uni<Look> order(Due due, String tid) {
        return accounts.call(
                        due.merchantAccountId(),
                        due.cid(),
                        account -> kakaoPay.order(
                                account, new OrderRequest(tid, due.id().toString(), due.totalKrw())))
                .map(OrderWords::of)
                .onFailure(NoCredential.class)
                .recoverWithItem(failure -> Look.of(Look.Meaning.NOTHING_LEARNED, noCredential(failure)))
                .onFailure()
                .recoverWithItem(defect -> Look.of(Look.Meaning.NOTHING_LEARNED, defect(defect)));
    }

    private static String noCredential(Throwable failure) {
        return ((NoCredential) failure).why().name();
    }

    /// A defect of ours on the way: nobody knows whether something was sent.
    private static String defect(Throwable defect) {
        LOG.error("a call to KakaoPay ended in a defect", defect);
        return "DEFECT";
    }
}
