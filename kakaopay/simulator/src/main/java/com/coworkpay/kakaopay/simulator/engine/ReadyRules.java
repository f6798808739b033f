package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.Merchant;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What ready refuses beyond single fields: amounts that do not add up (−722), unregistered domains (−799).
final class ReadyRules {
    private ReadyRules() {}

    static @Nullable Refusal check(Merchant merchant, Requests.Ready ready) {
        Long depositKrw = ready.greenDepositKrw();
        if (ready.taxFreeKrw() + vatKrw(ready) > ready.totalKrw()
                || (depositKrw != null && depositKrw > ready.totalKrw())) {
            return Refusal.documented(-722, null);
        }
        Refusal refusal = domain(merchant, "approval_url", ready.approvalUrl());
        if (refusal == null) {
            refusal = domain(merchant, "cancel_url", ready.cancelUrl());
        }
        return refusal == null ? domain(merchant, "fail_url", ready.failUrl()) : refusal;
    }

    private static long vatKrw(Requests.Ready ready) {
        Long given = ready.vatKrw();
        return given == null ? Amounts.defaultVatKrw(ready.totalKrw(), ready.taxFreeKrw()) : given;
    }

    private static @Nullable Refusal domain(Merchant merchant, String name, URI url) {
        if (Domains.contain(merchant.domains(), url)) {
            return null;
        }
        return Refusal.of(-799, name + "(" + url + ") does not match registered website domain.");
    }

    static MerchantLimits terms(Merchant merchant, Requests.Ready ready, Instant now) {
        return new MerchantLimits(
                Ids.tid(),
                Ids.pageKey(),
                merchant.cid(),
                ready.orderId(),
                ready.userId(),
                ready.itemName(),
                ready.itemCode(),
                ready.quantity(),
                new Amounts(ready.totalKrw(), ready.taxFreeKrw(), vatKrw(ready)),
                ready.approvalUrl().toString(),
                ready.cancelUrl().toString(),
                ready.failUrl().toString(),
                ready.method(),
                ready.availableCards(),
                ready.installMonth(),
                ready.greenDepositKrw(),
                now);
    }
}
