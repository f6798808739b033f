package com.coworkpay.platform.problem;

import java.util.List;

/// Ends the reading of a request with the faults that were found: one or more.
final class BadRequestException extends RuntimeException {

    private final transient List<RequestError> faults;

    BadRequestException(RequestError fault) {
        this(List.of(fault));
    }

    BadRequestException(List<RequestError> faults) {
        super(faults.getFirst().sentence().key(), null, false, false);
        this.faults = faults;
    }

    List<RequestError> faults() {
        return faults;
    }
}
