package com.coworkpay.platform.identity;

/// The words of the claim, for `@PermissionsAllowed`. Each has a checker in [LocationCheckers]: a method that asks
/// for one of them needs a path parameter named exactly `locationId`, except [#CREDENTIAL_READ],
/// [#PROJECTION_REBUILD] and [#DEAD_LETTER_MANAGE].
public final class Permissions {

    /// Connect KakaoPay, change its settings, disconnect (people).
    public static final String INTEGRATION_MANAGE = "integration:manage";

    /// See the payments of a location (people).
    public static final String PAYMENT_READ = "payment:read";

    /// End by hand what waits for a person at a payment, with evidence (people). Moves no money.
    public static final String PAYMENT_RESOLVE = "payment:resolve";

    /// Give money back (people).
    public static final String REFUND_CREATE = "refund:create";

    /// Agree to a refund above the location's limit (people).
    public static final String REFUND_APPROVE = "refund:approve";

    /// End by hand what waits for a person at a refund, with evidence (people). Moves no money.
    public static final String REFUND_RESOLVE = "refund:resolve";

    /// Set a location's opening hours (people; machines: the booking system).
    public static final String SCHEDULE_MANAGE = "schedule:manage";

    /// Cancel, move and restore what was booked, vouching for who cancelled (machines: the booking system).
    public static final String BOOKING_MANAGE = "booking:manage";

    /// Cancel what was booked, as oneself and as an administrator (people). Gives money back.
    public static final String CANCELLATION_CREATE = "cancellation:create";

    /// Read and export reports (people).
    public static final String REPORT_READ = "report:read";

    /// Create and change locations (machines: the booking system).
    public static final String LOCATION_MANAGE = "location:manage";

    /// Start payments, vouching for payer, amount and policy (machines: the portal's backend, the booking system).
    public static final String PAYMENT_CREATE = "payment:create";

    /// Be handed a merchant account's credential (payment-service and refund-service only). Internal endpoints have
    /// no location in their path: it is looked up under `"*"` alone.
    public static final String CREDENTIAL_READ = "credential:read";

    /// Look at the report's projection and have it rebuilt (operators of the installation). Looked up under `"*"`
    /// alone.
    public static final String PROJECTION_REBUILD = "projection:rebuild";

    /// See what could not be processed, have it replayed or dismiss it (operators of the installation). A dead letter
    /// may
    /// name no location, and holds what was sent: looked up under `"*"` alone.
    public static final String DEAD_LETTER_MANAGE = "dead-letter:manage";

    private Permissions() {}
}
