package com.coworkpay.integration.settings.domain;

import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.location.domain.LocationState;
import java.util.ArrayList;
import java.util.List;

/// Whether KakaoPay is offered for one kind of payable, and all reasons why not.
public record Offer(PayableType payableType, List<NotOffered> reasons) {

    public Offer {
        reasons = List.copyOf(reasons);
    }

    public boolean offered() {
        return reasons.isEmpty();
    }

    public static Offer of(LocationState state, PayableType type, boolean testAccountsAllowed) {
        var account = state.activeAccount();
        if (account.isEmpty()) {
            return new Offer(type, List.of(NotOffered.NOT_CONNECTED));
        }
        var reasons = new ArrayList<NotOffered>(reasonsOf(account.get(), testAccountsAllowed));
        if (!state.connection().orElseThrow().switches().isOn(type)) {
            reasons.add(NotOffered.SWITCHED_OFF);
        }
        return new Offer(type, reasons);
    }

    private static List<NotOffered> reasonsOf(Account account, boolean testAccountsAllowed) {
        var reasons = new ArrayList<NotOffered>();
        if (!account.cid().isLive() && !testAccountsAllowed) {
            reasons.add(NotOffered.TEST_ACCOUNT_NOT_ALLOWED);
        }
        if (account.lastCheck().result().isRefusal()) {
            reasons.add(NotOffered.CREDENTIAL_REFUSED);
        }
        return reasons;
    }
}
