package com.coworkpay.platform.problem;

import java.util.List;

/// Ends the reading of a request with the faults that were found: one or more.
final class BadRequestException extends RuntimeException {

    private final transient List<Fault> faults;

    BadRequestException(Fault fault) {
        this(List.of(fault));
    }

    BadRequestException(List<Fault> faults) {
        super(faults.getFirst().sentence().key(), null, false, false);
        this.faults = faults;
    }

    List<Fault> faults() {
        return faults;
    }
}
