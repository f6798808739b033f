package com.coworkpay.tools.local.stack;

import java.util.List;

/// The four services and the console, by the names of their modules.
public final class Services {
    public static final String INTEGRATION = "integration-service";
    public static final String PAYMENT = "payment-service";
    public static final String REFUND = "refund-service";
    public static final String REPORTING = "reporting-service";

    /// In the order in which they are started, so that what one publishes is not long before another consumes it.
    public static final List<String> NAMES = List.of(INTEGRATION, PAYMENT, REFUND, REPORTING);

    /// Pages for people; no service, since it has no data of its own.
    public static final String CONSOLE = "console";

    /// All that may run in a process of its own.
    public static final List<String> PROGRAMS = List.of(INTEGRATION, PAYMENT, REFUND, REPORTING, CONSOLE);

    /// The name of one process of a service.
    ///
    /// @param number from 1
    static String process(String service, int number) {
        return number == 1 ? service : service + "-" + number;
    }

    private Services() {}
}
