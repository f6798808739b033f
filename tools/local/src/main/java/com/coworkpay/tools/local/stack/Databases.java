package com.coworkpay.tools.local.stack;

import java.util.List;

/// The databases, one per service, each owned by a role of the same name.
final class Databases {
    static final String INTEGRATION = "integration";
    static final String PAYMENT = "payment";
    static final String REFUND = "refund";
    static final String REPORTING = "reporting";
    static final List<String> NAMES = List.of(INTEGRATION, PAYMENT, REFUND, REPORTING);

    private Databases() {}
}
