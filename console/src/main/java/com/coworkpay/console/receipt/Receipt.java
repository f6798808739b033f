package com.coworkpay.console.receipt;

import com.coworkpay.console.client.Checkout;
import com.coworkpay.console.client.Payment;
import com.coworkpay.console.client.PaymentRefunds;
import com.coworkpay.console.shell.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The receipt of a payment, the same for payers and for the location's people; it prints on A4 and on 80 mm.
///
/// @param number KakaoPay's Order ID
/// @param back the page it is reached from
/// @param portal where the payer booked; null for the location's people
public record Receipt(
        String number,
        Instant approvedAt,
        String description,
        @Nullable String method,
        @Nullable String cardCompany,
        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        boolean live,
        List<Refund> refunds,
        String back,
        @Nullable String portal) {

    /// @param status `SUCCEEDED`
    public record Refund(
            String status, long amountKrw, @Nullable Instant refundedAt) {}

    @CheckedTemplate(basePath = "receipt")
    static class Templates {
        static native TemplateInstance receipt(Shell shell, Receipt receipt);

        private Templates() {}
    }

    /// What has gone back; a refund that is on its way or has failed is not for the books.
    private static final String SUCCEEDED = "SUCCEEDED";

    /// Null while it is not paid.
    public static @Nullable Receipt of(Checkout checkout, String back) {
        Checkout.Receipt paid = checkout.receipt();
        return paid == null
                ? null
                : new Receipt(
                        paid.paymentId(),
                        paid.approvedAt(),
                        checkout.description(),
                        paid.method(),
                        paid.cardCompany(),
                        checkout.totalKrw(),
                        checkout.supplyKrw(),
                        checkout.vatKrw(),
                        checkout.taxFreeKrw(),
                        !Boolean.FALSE.equals(checkout.live()),
                        paid.refunds().stream()
                                .filter(each -> SUCCEEDED.equals(each.status()))
                                .map(each -> new Refund(each.status(), each.amountKrw(), each.refundedAt()))
                                .toList(),
                        back,
                        checkout.returnUrl());
    }

    /// Null while it is not paid. Of a refund the receipt says what payers are told.
    public static @Nullable Receipt of(Payment payment, @Nullable PaymentRefunds refunds, String back) {
        return payment.approvedAt() == null
                ? null
                : new Receipt(
                        payment.paymentId(),
                        Objects.requireNonNull(payment.approvedAt()),
                        payment.description(),
                        payment.method(),
                        payment.cardCompany(),
                        payment.totalKrw(),
                        payment.supplyKrw(),
                        payment.vatKrw(),
                        payment.taxFreeKrw(),
                        payment.live(),
                        refunds == null
                                ? List.of()
                                : refunds.refunds().stream()
                                        .filter(each -> SUCCEEDED.equals(each.status()))
                                        .map(each -> new Refund(each.status(), each.amountKrw(), each.canceledAt()))
                                        .toList(),
                        back,
                        null);
    }

    public TemplateInstance page(Shell shell) {
        return Templates.receipt(shell, this);
    }
}
