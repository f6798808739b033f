package com.coworkpay.reporting.rebuild;

/// The rebuild is not this process's any more: another one has it, or an operator stopped it.
public final class LostRebuild extends RuntimeException {

    public LostRebuild() {
        super("the rebuild is in other hands", null, false, false);
    }
}
