package com.coworkpay.kakaopay.simulator;

/// What happened at the simulated KakaoPay. Money moves with [#APPROVE] and [#CANCEL] only.
public enum EffectKind {
    /// A TID was given out.
    READY,
    /// The payer opened the pay page.
    OPEN,
    /// The payer chose a method.
    CHOOSE,
    /// The payer typed a wrong password.
    WRONG_PASSWORD,
    /// The password was right: the payment may be approved.
    AUTHENTICATE,
    /// The payer stopped.
    QUIT,
    /// Money moved from the payer to the merchant.
    APPROVE,
    /// The method refused the approval; the TID is dead.
    APPROVE_FAILED,
    /// Money moved back.
    CANCEL,
    /// A test moved the clock of a TID.
    SHIFT_CLOCK,
    /// A merchant was added or changed.
    MERCHANT;

    public boolean movesMoney() {
        return this == APPROVE || this == CANCEL;
    }
}
