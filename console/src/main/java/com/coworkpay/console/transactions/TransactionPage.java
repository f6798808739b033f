package com.coworkpay.console.transactions;

import com.coworkpay.console.client.Payment;
import com.coworkpay.console.client.PaymentClient;
import com.coworkpay.console.client.PaymentRefunds;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ReportingClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Transaction;
import com.coworkpay.console.session.Visit;
import com.coworkpay.console.shell.NoSuchPageException;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// One payment: its money, ids and timeline, read live; where a service does not answer, the report's row.
@Path("/console/{location}/transactions/{payment: [0-9a-f-]{36}}")
public class TransactionPage {

    @CheckedTemplate(basePath = "transactions")
    static class Templates {
        static native TemplateInstance transaction(Shell shell, View view);

        static native TemplateInstance transaction$live(Shell shell, View view);

        private Templates() {}
    }

    /// @param row of the report; null if the report does not have it yet, or does not answer
    /// @param payment null if payment-service does not answer, or the person may not ask it
    /// @param refunds the same of refund-service
    public record View(
            String id,
            @Nullable Transaction row,
            @Nullable Payment payment,
            @Nullable PaymentRefunds refunds,
            @Nullable String done) {

        public boolean isOver() {
            return payment == null || (payment.isOver() && (refunds == null || refunds.reservedKrw() == 0));
        }

        public String description() {
            return payment != null ? payment.description() : row != null ? row.description() : id;
        }

        public String status() {
            if (row != null && (payment == null || payment.status().equals("SUCCEEDED"))) {
                return row.status();
            }
            return payment != null ? payment.status() : "PENDING";
        }

        public long totalKrw() {
            return payment != null ? payment.totalKrw() : row != null ? row.totalKrw() : 0;
        }
    }

    private final ReportingClient reporting;
    private final PaymentClient payments;
    private final RefundClient refunds;
    private final Shells shells;
    private final Visit visit;

    TransactionPage(
            @RestClient ReportingClient reporting,
            @RestClient PaymentClient payments,
            @RestClient RefundClient refunds,
            Shells shells,
            Visit visit) {
        this.reporting = reporting;
        this.payments = payments;
        this.refunds = refunds;
        this.shells = shells;
        this.visit = visit;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @QueryParam("done") @Nullable String done) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.TRANSACTIONS),
                        orNull(reporting.transaction(location, payment).map(Transaction.Found::transaction)),
                        orNull(payments.payment(location, payment)),
                        orNull(refunds.refunds(location, payment)))
                .with((shell, row, live, refunded) -> {
                    if (row == null && live == null) {
                        throw new NoSuchPageException();
                    }
                    View view = new View(payment, row, live, refunded, done);
                    return shells.page(
                            visit.wantsPart()
                                    ? Templates.transaction$live(shell, view)
                                    : Templates.transaction(shell, view));
                });
    }

    /// What one service does not say leaves its part of the page out.
    private static <T> Uni<@Nullable T> orNull(Uni<T> asked) {
        return asked.onFailure(ServiceProblem.class).recoverWithNull();
    }
}
