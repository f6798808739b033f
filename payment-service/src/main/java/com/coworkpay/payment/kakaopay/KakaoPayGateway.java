package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.accounts.AccountCalls;
import com.coworkpay.kakaopay.connector.Approval;
import com.coworkpay.kakaopay.connector.ApproveRequest;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.Ready;
import com.coworkpay.kakaopay.connector.ReadyRequest;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.returnurl.KakaoPayReturnUrls;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/// Every call of this service to KakaoPay: ready, approve and order, each for a payment whose intention is stored.
/// Never
/// fails; an unknown outcome is one of its outcomes. No database connection is held while a call is under way.
@ApplicationScoped
public class KakaoPayGateway {

    private final KakaoPay kakaoPay;
    private final AccountCalls accounts;
    private final KakaoPayReturnUrls returnUrls;

    KakaoPayGateway(KakaoPay kakaoPay, AccountCalls accounts, KakaoPayReturnUrls returnUrls) {
        this.kakaoPay = kakaoPay;
        this.accounts = accounts;
        this.returnUrls = returnUrls;
    }

    public Uni<Outcome<Ready>> ready(Payment claim) {
        return accounts.call(
                claim.merchantAccountId(), claim.cid(), account -> kakaoPay.ready(account, readyRequest(claim)));
    }

    private ReadyRequest readyRequest(Payment claim) {
        return new ReadyRequest(
                claim.id().toString(),
                PartnerUserId.of(claim.payerId()),
                claim.itemName(),
                claim.quantity(),
                claim.amounts().totalKrw(),
                claim.amounts().taxFreeKrw(),
                claim.amounts().vatKrw(),
                returnUrls.approved(claim.id()),
                returnUrls.canceled(claim.id()),
                returnUrls.failed(claim.id()));
    }

    public Uni<Outcome<Approval>> approve(Payment claim, SecretText pgToken) {
        return accounts.call(
                claim.merchantAccountId(),
                claim.cid(),
                account -> kakaoPay.approve(account, approveRequest(claim, pgToken)));
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

    public Uni<Outcome<Order>> order(Payment payment) {
        return accounts.call(
                payment.merchantAccountId(), payment.cid(), account -> kakaoPay.order(account, orderRequest(payment)));
    }

    private static OrderRequest orderRequest(Payment payment) {
        return new OrderRequest(
                Objects.requireNonNull(payment.tid(), "an inquiry needs a TID"),
                payment.id().toString(),
                payment.amounts().totalKrw());
    }
}
