package com.coworkpay.integration.paymentmethods;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.LocationState;
import java.util.ArrayList;
import java.util.List;

/// Whether KakaoPay is offered for one kind of payable, and all reasons why not.
record PaymentMethodAvailability(PayableType payableType, List<UnavailableReason> reasons) {

    /// Why KakaoPay is not offered.
    enum UnavailableReason {
        NOT_CONNECTED,
        SWITCHED_OFF,
        /// Connected with a test CID while the installation allows none.
        TEST_ACCOUNT_NOT_ALLOWED,
        /// KakaoPay refused the credential when it was tried last.
        CREDENTIAL_REFUSED
    }

    PaymentMethodAvailability {
        reasons = List.copyOf(reasons);
    }

    boolean isAvailable() {
        return reasons.isEmpty();
    }

    static PaymentMethodAvailability of(LocationState state, PayableType type, boolean testAccountsAllowed) {
        var account = state.activeAccount();
        if (account.isEmpty()) {
            return new PaymentMethodAvailability(type, List.of(UnavailableReason.NOT_CONNECTED));
        }
        var reasons = new ArrayList<UnavailableReason>(reasonsOf(account.get(), testAccountsAllowed));
        if (!state.connection().orElseThrow().switches().isOn(type)) {
            reasons.add(UnavailableReason.SWITCHED_OFF);
        }
        return new PaymentMethodAvailability(type, reasons);
    }

    private static List<UnavailableReason> reasonsOf(Account account, boolean testAccountsAllowed) {
        var reasons = new ArrayList<UnavailableReason>();
        if (!account.cid().isLive() && !testAccountsAllowed) {
            reasons.add(UnavailableReason.TEST_ACCOUNT_NOT_ALLOWED);
        }
        if (account.lastCheck().result().isRefusal()) {
            reasons.add(UnavailableReason.CREDENTIAL_REFUSED);
        }
        return reasons;
    }
}
