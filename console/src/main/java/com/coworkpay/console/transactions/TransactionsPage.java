package com.coworkpay.console.transactions;

import com.coworkpay.console.client.ReportingClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Transaction;
import com.coworkpay.console.client.TransactionFilter;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// All payments of a location with what was refunded, by filters that stand in the address.
@Path("/console/{location}/transactions")
public class TransactionsPage {

    private static final int ROWS = 50;

    static final List<String> STATUSES =
            List.of("SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED", "PENDING", "PROCESSING", "CANCELED", "FAILED");
    static final List<String> TYPES = List.of("BOOKING", "EVENT_TICKET", "SHOP_ORDER", "CREDIT_PACKAGE", "INVOICE");

    @CheckedTemplate(basePath = "transactions")
    static class Templates {
        static native TemplateInstance transactions(Shell shell, View view);

        private Templates() {}
    }

    /// @param page null where `problem` says why
    /// @param totals null where they are not available
    public record View(
            TransactionFilter filter,
            Transaction.@Nullable Page page,
            Transaction.@Nullable Totals totals,
            @Nullable ServiceProblem problem) {

        public List<String> statuses() {
            return STATUSES;
        }

        public List<String> types() {
            return TYPES;
        }
    }

    private final ReportingClient reporting;
    private final Shells shells;

    TransactionsPage(@RestClient ReportingClient reporting, Shells shells) {
        this.reporting = reporting;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location,
            @BeanParam TransactionFilter typed,
            @QueryParam("cursor") @Nullable String cursor) {
        TransactionFilter filter = typed.cleaned();
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.TRANSACTIONS),
                        rows(location, filter, cursor),
                        reporting
                                .totals(location, filter)
                                .onFailure(ServiceProblem.class)
                                .recoverWithNull())
                .with((shell, found, totals) -> shells.page(Templates.transactions(
                        shell, new View(filter, found.page(), totals, found.problem()))));
    }

    private record Rows(
            Transaction.@Nullable Page page, @Nullable ServiceProblem problem) {}

    private Uni<Rows> rows(String location, TransactionFilter filter, @Nullable String cursor) {
        return reporting
                .transactions(location, filter, cursor, ROWS)
                .map(page -> new Rows(page, null))
                .onFailure(ServiceProblem.class)
                .recoverWithItem(problem -> new Rows(null, problem));
    }
}
