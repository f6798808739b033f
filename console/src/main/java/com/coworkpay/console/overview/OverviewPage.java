package com.coworkpay.console.overview;

import com.coworkpay.console.client.Connection;
import com.coworkpay.console.client.IntegrationClient;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.RefundPage.Counts;
import com.coworkpay.console.client.ReportingClient;
import com.coworkpay.console.client.ServiceProblem;
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

    /// Each part is null where the person may not see it, or its service does not answer.
    public record View(
            @Nullable Summary byDay,
            @Nullable Plot plot,
            @Nullable Summary byType,
            @Nullable Counts refunds,
            @Nullable Connection connection,
            @Nullable List<Transaction> last) {

        /// Of today and of the whole time.
        public Summary.Figures today() {
            return byDay == null ? NONE : byDay.groups().getLast().figures();
        }

        public boolean isConnected() {
            return connection != null && connection.isConnected();
        }
    }

    private static final Summary.Figures NONE = new Summary.Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final ReportingClient reporting;
    private final RefundClient refunds;
    private final IntegrationClient integration;
    private final Shells shells;

    OverviewPage(
            @RestClient ReportingClient reporting,
            @RestClient RefundClient refunds,
            @RestClient IntegrationClient integration,
            Shells shells) {
        this.reporting = reporting;
        this.refunds = refunds;
        this.integration = integration;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> show(@PathParam("location") String location) {
        return shells.of(location, Section.OVERVIEW).chain(shell -> view(location, shell)
                .map(view -> shells.page(Templates.overview(shell, view))));
    }

    private Uni<View> view(String location, Shell shell) {
        LocalDate today = LocalDate.now(shell.zone());
        LocalDate from = today.minusDays(DAYS - 1L);
        boolean mayRead = shell.may("report:read");
        return Uni.combine()
                .all()
                .unis(
                        part(mayRead, reporting.summary(location, "day", from, today)),
                        part(mayRead, reporting.summary(location, "type", from, today)),
                        part(shell.may("payment:read"), refunds.counts(location)),
                        part(shell.may("integration:manage"), integration.connection(location)),
                        part(
                                mayRead,
                                reporting
                                        .transactions(location, new TransactionFilter(), null, LAST)
                                        .map(Transaction.Page::transactions)))
                .with((byDay, byType, counts, connection, last) -> new View(
                        byDay, byDay == null ? null : Plot.of(byDay), byType, counts, connection, last));
    }

    private static <T> Uni<@Nullable T> part(boolean isPermitted, Uni<T> asked) {
        return isPermitted
                ? asked.onFailure(ServiceProblem.class).recoverWithNull()
                : Uni.createFrom().nullItem();
    }
}
