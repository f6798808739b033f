package com.coworkpay.refund.cancellation;

/// Whether the booking system restored what a cancellation cancelled. Both are only ever added and are compared here,
/// so that their order of arrival does not matter.
public final class RestorationSql {

    private RestorationSql() {}

    /// An SQL condition on a row `alias` of `cancellation`.
    public static String isRestored(String alias) {
        return """
                exists (select from restoration k where k.location_id = %1$s.location_id
                           and k.payable_type = %1$s.payable_type and k.payable_id = %1$s.payable_id
                           and k.cancellation_id in ('', %1$s.cancellation_id) and k.restored_at >= %1$s.canceled_at)
                """.formatted(alias);
    }
}
