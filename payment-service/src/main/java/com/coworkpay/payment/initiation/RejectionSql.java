package com.coworkpay.payment.initiation;

/// Why a payable is not paid now: the arms of a CASE, each with a [RejectionReason]; null where it may be paid.
public final class RejectionSql {

    /// Of a checkout `k`, before those of its payable. What was paid once by its link is not paid by it again, were it
    /// refunded in full.
    public static final String OF_CHECKOUT = """
            when k.expires_at <= now() then 'CHECKOUT_EXPIRED'
                       when exists (select from payment a where a.checkout_id = k.id and a.status = 'PAID')
                         then 'PAYABLE_ALREADY_PAID'
                       when k.attempts >= 20 then 'CHECKOUT_ATTEMPTS_USED'""";

    private RejectionSql() {}

    /// The statement has the location's replica as `l` (or none), and the parameter `testAllowed`.
    public static String of(String locationId, String payableType, String payableId) {
        return """
                when l.connected is not true then 'LOCATION_NOT_CONNECTED'
                       when not %2$s = any (l.enabled) then 'PAYABLE_SWITCHED_OFF'
                       when not (l.live or :testAllowed) then 'TEST_ACCOUNT_NOT_ALLOWED'
                       when exists (select from effective_cancellation c where c.location_id = %1$s
                                       and c.payable_type = %2$s and c.payable_id = %3$s)
                         then 'PAYABLE_CANCELED'
                       else (select case s.status when 'PAID' then 'PAYABLE_ALREADY_PAID' else 'PAYMENT_UNSETTLED' end
                               from payment s where s.location_id = %1$s and s.payable_type = %2$s
                                and s.payable_id = %3$s
                                and payment_holds_slot(s.status, s.refunded_krw, s.total_krw))""".formatted(locationId, payableType, payableId);
    }
}
