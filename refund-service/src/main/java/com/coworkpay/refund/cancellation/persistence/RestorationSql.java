package com.coworkpay.refund.cancellation.persistence;

/// Whether the booking system took a cancellation back. Cancellations and restores are only ever added, and meet here,
/// so that neither's order of arrival counts.
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
