package com.coworkpay.reporting.rebuild;

/// The rebuild is not this process's any more: another one has it, or an operator stopped it.
public final class RebuildLeaseLostException extends RuntimeException {

    public RebuildLeaseLostException() {
        super("the rebuild is in other hands", null, false, false);
    }
}
