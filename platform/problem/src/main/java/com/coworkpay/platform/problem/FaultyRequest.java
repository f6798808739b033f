package com.coworkpay.platform.problem;

import java.util.List;

/// Ends the reading of a request with the faults that were found: one or more.
final class FaultyRequest extends RuntimeException {

    private final transient List<Fault> faults;

    FaultyRequest(Fault fault) {
        this(List.of(fault));
    }

    FaultyRequest(List<Fault> faults) {
        super(faults.getFirst().sentence().key(), null, false, false);
        this.faults = faults;
    }

    List<Fault> faults() {
        return faults;
    }
}
