package com.coworkpay.console.overview;

import com.coworkpay.console.client.Connection;
import com.coworkpay.console.client.IntegrationClient;
import com.coworkpay.console.client.LocationRefunds.Counts;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.PaymentClient;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ReportingClient;
import com.coworkpay.console.client.Review;
import com.coworkpay.console.client.Summary;
import com.coworkpay.console.client.Transaction;
import com.coworkpay.console.client.TransactionFilter;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The location at a glance: thirty days, what waits for a person, the connection, the last movements.
@Path("/console/{location}/overview")
public class OverviewPage {

    private static final int DAYS = 30;
    private static final int LAST = 10;

    @CheckedTemplate(basePath = "overview")
    static class Templates {
        static native TemplateInstance overview(Shell shell, View view);

        private Templates() {}
    }

    public record View(
            Part<Summary> days,
            Part<Summary> types,
            Part<Counts> counts,
            Part<Review.Payments> paymentsInReview,
            Part<Connection> connection,
            Part<Transaction.Page> last) {

        public @Nullable Plot plot() {
            Summary summary = days.value();
            return summary == null ? null : Plot.of(summary);
        }

        public List<TypeBar> typeBars() {
            Summary summary = types.value();
            return summary == null ? List.of() : TypeBar.of(summary);
        }

        /// Refunds wait, and this person may be the one who approves them.
        public boolean isApprovalWaiting(Shell shell) {
            Counts found = counts.value();
            return found != null && found.awaitingApproval() > 0 && shell.may("refund:approve");
        }

        /// Resolutions wait, and this person may be the one who approves them.
        public boolean isProposalWaiting(Shell shell) {
            Counts found = counts.value();
            return found != null && found.proposedResolutions() > 0 && shell.may("refund:approve");
        }

        public Summary.Figures today() {
            return last(1);
        }

        public Summary.Figures week() {
            return last(WEEK);
        }

        /// Of the last days, today included.
        private Summary.Figures last(int count) {
            List<Summary.Group> groups =
                    days.value() == null ? List.of() : days.value().groups();
            return groups.subList(Math.max(0, groups.size() - count), groups.size()).stream()
                    .map(Summary.Group::figures)
                    .reduce(Summary.Figures.NONE, Summary.Figures::plus);
        }

        /// The first things to do at a new location, until all are done; empty where the person may not see all.
        public List<Step> steps() {
            Connection connected = connection.value();
            Summary summary = days.value();
            if (connected == null || summary == null) {
                return List.of();
            }
            List<Step> steps = List.of(
                    new Step("connect", connected.isConnected()),
                    new Step("pay", summary.total().paidCount() > 0),
                    new Step("refund", summary.total().refundedCount() > 0));
            return steps.stream().allMatch(Step::done) ? List.of() : steps;
        }
    }

    public record Step(String name, boolean done) {}

    private static final int WEEK = 7;

    private final ReportingClient reporting;
    private final RefundClient refunds;
    private final PaymentClient payments;
    private final IntegrationClient integration;
    private final Shells shells;

    OverviewPage(
            @RestClient ReportingClient reporting,
            @RestClient RefundClient refunds,
            @RestClient PaymentClient payments,
            @RestClient IntegrationClient integration,
            Shells shells) {
        this.reporting = reporting;
        this.refunds = refunds;
        this.payments = payments;
        this.integration = integration;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> show(@PathParam("location") String location) {
        return shells.of(location, Section.OVERVIEW)
                .chain(shell -> view(location, shell).map(view -> shells.page(Templates.overview(shell, view))));
    }

    private Uni<View> view(String location, Shell shell) {
        LocalDate today = LocalDate.now(shell.zone());
        LocalDate from = today.minusDays(DAYS - 1L);
        boolean mayRead = shell.may("report:read");
        return Uni.combine()
                .all()
                .unis(
                        Part.of(mayRead, reporting.summary(location, "day", from, today)),
                        Part.of(mayRead, reporting.summary(location, "type", from, today)),
                        Part.of(shell.may("payment:read"), refunds.counts(location)),
                        Part.of(shell.may("payment:read"), payments.manualReview(location, null)),
                        Part.of(shell.may("integration:manage"), integration.connection(location)),
                        Part.of(mayRead, reporting.transactions(location, new TransactionFilter(), null, LAST)))
                .with(View::new);
    }
}
