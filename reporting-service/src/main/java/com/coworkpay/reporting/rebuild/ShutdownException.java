package com.coworkpay.reporting.rebuild;

/// This process is about to end: what is stored is enough for another one to go on with the rebuild.
final class ShutdownException extends RuntimeException {

    ShutdownException() {
        super("the process stops", null, false, false);
    }
}
