package com.coworkpay.platform.problem;

/// Ends the reading of a request with the fault that was found.
final class FaultyRequest extends RuntimeException {

    private final transient Fault fault;

    FaultyRequest(Fault fault) {
        super(fault.sentence().key(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
