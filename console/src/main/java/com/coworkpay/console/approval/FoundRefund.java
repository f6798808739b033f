package com.coworkpay.console.approval;

import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.Payment;
import com.coworkpay.console.client.PaymentClient;
import com.coworkpay.console.client.PaymentRefunds;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.session.Person;
import com.coworkpay.console.shell.NoSuchPageException;
import com.coworkpay.console.shell.NotPermittedException;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// One refund as it is now, for the pages that answer it.
///
/// @param payment null where payment-service does not answer
/// @param waiting null where it does not wait for approval
public record FoundRefund(
        Shell shell,
        @Nullable Payment payment,
        PaymentRefunds.Refund refund,
        @Nullable WaitingRefund waiting) {

    /// Reads it, for those who have the permission.
    @RequestScoped
    static class Find {

        private final RefundClient refunds;
        private final PaymentClient payments;
        private final Shells shells;
        private final Person person;
        private final UriInfo address;

        Find(
                @RestClient RefundClient refunds,
                @RestClient PaymentClient payments,
                Shells shells,
                Person person,
                UriInfo address) {
            this.refunds = refunds;
            this.payments = payments;
            this.shells = shells;
            this.person = person;
            this.address = address;
        }

        Uni<FoundRefund> find(RefundAddress at, String permission) {
            return Uni.combine()
                    .all()
                    .unis(
                            shells.of(at.location(), Section.TRANSACTIONS),
                            Part.of(refunds.refunds(at.location(), at.payment())),
                            Part.of(payments.payment(at.location(), at.payment())))
                    .with((shell, found, paid) -> {
                        if (!shell.may(permission)) {
                            throw new NotPermittedException(shell, List.of(permission));
                        }
                        return of(shell, found.required(), paid.value(), at.refund());
                    });
        }

        private FoundRefund of(Shell shell, PaymentRefunds found, @Nullable Payment payment, String id) {
            PaymentRefunds.Refund refund = found.refunds().stream()
                    .filter(each -> each.refundId().equals(id))
                    .findFirst()
                    .orElseThrow(NoSuchPageException::new);
            WaitingRefund waiting =
                    WaitingRefund.of(found, payment, shell, person.subject(), address.getBaseUri()).stream()
                            .filter(each -> each.refund().refundId().equals(id))
                            .findFirst()
                            .orElse(null);
            return new FoundRefund(shell, payment, refund, waiting);
        }
    }
}
