package com.coworkpay.console.transactions;

import com.coworkpay.console.approval.WaitingRefund;
import com.coworkpay.console.audit.WhoDidWhat;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.Payment;
import com.coworkpay.console.client.PaymentClient;
import com.coworkpay.console.client.PaymentRefunds;
import com.coworkpay.console.client.Preview;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ReportingClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Transaction;
import com.coworkpay.console.receipt.Receipt;
import com.coworkpay.console.resolution.Proposal;
import com.coworkpay.console.session.Person;
import com.coworkpay.console.session.Visit;
import com.coworkpay.console.shell.NoSuchPageException;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
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
    /// @param refundsProblem why the refunds are left out; null where they are there, or where there are none yet
    /// @param preview what the payer would get back by cancelling now; null where that is not known
    /// @param acts of people, on the payment and its refunds
    /// @param waiting those of the refunds that wait for another person
    /// @param proposals resolutions of its refunds that wait for another person
    /// @param problem of the last request of this page
    /// @param compared what the comparison found that was just made
    public record View(
            String id,
            @Nullable Transaction row,
            @Nullable Payment payment,
            @Nullable PaymentRefunds refunds,
            @Nullable ServiceProblem refundsProblem,
            @Nullable Preview preview,
            WhoDidWhat acts,
            List<WaitingRefund> waiting,
            List<Proposal> proposals,
            @Nullable ServiceProblem problem,
            @Nullable String done,
            @Nullable String compared) {

        /// A person may end it: nothing is paid.
        public boolean isUnpaid() {
            return payment != null && payment.status().equals("PENDING");
        }

        public boolean isPaid() {
            return payment != null && payment.status().equals("SUCCEEDED");
        }

        public boolean isOver() {
            return payment == null
                    || (payment.isOver() && proposals.isEmpty() && (refunds == null || refunds.reservedKrw() == 0));
        }

        /// It may be recorded as given back another way, and nobody has proposed that.
        public boolean isRecordable(PaymentRefunds.Refund refund) {
            return refund.isRecordable() && proposals.stream().noneMatch(each -> each.isOf(refund.refundId()));
        }

        public String description() {
            return payment != null ? payment.description() : row != null ? row.description() : id;
        }

        /// By what the services have now: the report follows them after a moment.
        public String status() {
            if (payment == null) {
                return row != null ? row.status() : "PENDING";
            }
            if (!isPaid()) {
                return payment.status();
            }
            long refunded = refunds != null ? refunds.refundedKrw() : payment.refundedKrw();
            return refunded == 0 ? "SUCCEEDED" : refunded < payment.totalKrw() ? "PARTIALLY_REFUNDED" : "REFUNDED";
        }

        /// What the navigation counts may have changed where this has.
        public String state() {
            return status() + " " + proposals.size() + (refunds == null ? "" : " " + refunds.reservedKrw());
        }

        View after(@Nullable ServiceProblem problem, @Nullable String done, @Nullable String compared) {
            return new View(
                    id,
                    row,
                    payment,
                    refunds,
                    refundsProblem,
                    preview,
                    acts,
                    waiting,
                    proposals,
                    problem,
                    done,
                    compared);
        }

        public long totalKrw() {
            return payment != null ? payment.totalKrw() : row != null ? row.totalKrw() : 0;
        }
    }

    private static final String ORDER_IN_PROGRESS = "ORDER_IN_PROGRESS";

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /// A payment has few; a page says where there are more.
    private static final int ACTS = 50;

    private final ReportingClient reporting;
    private final PaymentClient payments;
    private final RefundClient refunds;
    private final Shells shells;
    private final Visit visit;
    private final Person person;
    private final UriInfo address;

    TransactionPage(
            @RestClient ReportingClient reporting,
            @RestClient PaymentClient payments,
            @RestClient RefundClient refunds,
            Shells shells,
            Visit visit,
            Person person,
            UriInfo address) {
        this.reporting = reporting;
        this.payments = payments;
        this.refunds = refunds;
        this.shells = shells;
        this.visit = visit;
        this.person = person;
        this.address = address;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @QueryParam("done") @Nullable String done,
            @QueryParam("compared") @Nullable String compared) {
        return read(
                location,
                payment,
                (shell, view) -> visit.wantsPart()
                        ? Templates.transaction$live(shell, view.after(null, done, compared))
                        : Templates.transaction(shell, view.after(null, done, compared)));
    }

    /// For the payer or the books, with the seller's details as they are now.
    @GET
    @Path("receipt")
    public Uni<TemplateInstance> receipt(@PathParam("location") String location, @PathParam("payment") String payment) {
        return read(location, payment, (shell, view) -> {
            if (view.refundsProblem() != null) {
                throw view.refundsProblem();
            }
            Payment paid = view.payment();
            Receipt receipt =
                    paid == null ? null : Receipt.of(paid, view.refunds(), shell.path("transactions/" + payment));
            if (receipt == null) {
                throw new NoSuchPageException();
            }
            return receipt.page(shell);
        });
    }

    /// Cancels one that is not paid; it moves no money.
    @POST
    @Path("cancel")
    public Uni<Response> cancel(@PathParam("location") String location, @PathParam("payment") String payment) {
        return act(location, payment, payments.cancel(location, payment).replaceWith("done=canceled"));
    }

    /// Asks KakaoPay now; it moves no money.
    @POST
    @Path("compare")
    public Uni<Response> compare(@PathParam("location") String location, @PathParam("payment") String payment) {
        return act(location, payment, refunds.compare(location, payment).map(found -> "compared=" + found.outcome()));
    }

    /// @param action what the page says after it
    private Uni<Response> act(String location, String payment, Uni<String> action) {
        return ServiceProblem.in(action)
                .map(said -> Response.seeOther(
                                URI.create("/console/" + location + "/transactions/" + payment + "?" + said))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    return read(
                                    location,
                                    payment,
                                    (shell, view) -> Templates.transaction(shell, view.after(problem, null, null)))
                            .map(page -> Response.status(problem.status())
                                    .entity(page)
                                    .build());
                });
    }

    /// Whether an order is still new, the shop's system alone knows; without its word a preview says that it is not.
    private static @Nullable Preview known(@Nullable Preview preview) {
        return preview == null || ORDER_IN_PROGRESS.equals(preview.reason()) ? null : preview;
    }

    /// Of a payment that is not paid refund-service knows nothing, and who may not see refunds misses none.
    private static @Nullable ServiceProblem missing(Part<PaymentRefunds> refunds) {
        ServiceProblem problem = refunds.problem();
        return problem == null || problem.status() == NOT_FOUND || problem.status() == FORBIDDEN ? null : problem;
    }

    private interface Page {
        TemplateInstance of(Shell shell, View view);
    }

    private Uni<TemplateInstance> read(String location, String payment, Page page) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.TRANSACTIONS),
                        Part.of(reporting.transaction(location, payment).map(Transaction.Found::transaction)),
                        Part.of(payments.payment(location, payment)),
                        Part.of(refunds.refunds(location, payment)),
                        Part.of(refunds.proposedResolutions(location, payment, null)),
                        Part.of(refunds.preview(location, payment)),
                        Part.of(payments.audit(location, payment, List.of(), ACTS)),
                        Part.of(refunds.audit(location, payment, List.of(), ACTS)))
                .with((shell, row, live, refunded, proposed, preview, ofPayment, ofRefunds) -> {
                    if (row.value() == null && live.value() == null) {
                        throw live.isUnanswered() ? live.requiredProblem() : new NoSuchPageException();
                    }
                    PaymentRefunds found = refunded.value();
                    List<WaitingRefund> waiting = found == null
                            ? List.of()
                            : WaitingRefund.of(found, live.value(), shell, person.subject(), address.getBaseUri());
                    View view = new View(
                            payment,
                            row.value(),
                            live.value(),
                            found,
                            missing(refunded),
                            known(preview.value()),
                            WhoDidWhat.of(ofPayment, ofRefunds),
                            waiting,
                            Proposal.of(proposed.value(), shell, person.subject(), address.getBaseUri()),
                            null,
                            null,
                            null);
                    return shells.page(page.of(shell, view));
                });
    }
}
