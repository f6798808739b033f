package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Method;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// Everything that can change at the simulator. The journal is a sequence of these, and nothing else is state.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.MerchantKept.class, name = "merchant"),
    @JsonSubTypes.Type(value = Change.Readied.class, name = "ready"),
    @JsonSubTypes.Type(value = Change.Opened.class, name = "open"),
    @JsonSubTypes.Type(value = Change.MethodChosen.class, name = "choose"),
    @JsonSubTypes.Type(value = Change.PasswordFailed.class, name = "wrong-password"),
    @JsonSubTypes.Type(value = Change.Authenticated.class, name = "authenticate"),
    @JsonSubTypes.Type(value = Change.Quit.class, name = "quit"),
    @JsonSubTypes.Type(value = Change.Approved.class, name = "approve"),
    @JsonSubTypes.Type(value = Change.ApprovalFailed.class, name = "approve-failed"),
    @JsonSubTypes.Type(value = Change.Canceled.class, name = "cancel"),
    @JsonSubTypes.Type(value = Change.ClockShifted.class, name = "shift-clock")
})
public sealed interface Change {

    /// A change of one TID after its ready.
    sealed interface OfTid extends Change {
        String tid();
    }

    record MerchantKept(Merchant merchant) implements Change {}

    record Readied(MerchantLimits terms) implements Change {}

    record Opened(String tid) implements OfTid {}

    record MethodChosen(String tid, Method method, @Nullable CardCompany card) implements OfTid {}

    record PasswordFailed(String tid) implements OfTid {}

    record Authenticated(String tid, String pgToken) implements OfTid {}

    record Quit(String tid) implements OfTid {}

    record Approved(String tid, String aid, @Nullable String payload) implements OfTid {}

    record ApprovalFailed(String tid, int code, @Nullable String methodResultCode) implements OfTid {}

    record Canceled(
            String tid,
            String aid,
            Amounts amounts,
            @Nullable String payload) implements OfTid {}

    record ClockShifted(String tid, long seconds) implements OfTid {}
}
