package com.coworkpay.console.transactions;

import com.coworkpay.console.audit.WhoDidWhat;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.ReportingClient;
import com.coworkpay.console.client.Transaction;
import com.coworkpay.console.client.TransactionFilter;
import com.coworkpay.console.session.Cookies;
import com.coworkpay.console.session.OwnAddress;
import com.coworkpay.console.session.Visit;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// All payments of a location with what was refunded, by filters that stand in the address.
@Path("/console/{location}/transactions")
public class TransactionsPage {

    private static final int ROWS = 50;
    /// Measured on the local stack's rows.
    private static final int BYTES_A_ROW = 271;

    static final List<String> STATUSES =
            List.of("SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED", "PENDING", "PROCESSING", "CANCELED", "FAILED");
    static final List<String> REFUND_STATUSES =
            List.of("REQUESTED", "AWAITING_APPROVAL", "IN_FLIGHT", "UNKNOWN", "SUCCEEDED", "FAILED");
    static final List<String> TYPES = List.of("BOOKING", "EVENT_TICKET", "SHOP_ORDER", "CREDIT_PACKAGE", "INVOICE");

    @CheckedTemplate(basePath = "transactions")
    static class Templates {
        static native TemplateInstance transactions(Shell shell, View view);

        static native TemplateInstance newer(Shell shell, Newer newer);

        private Templates() {}
    }

    public record View(
            TransactionFilter filter,
            Part<Transaction.Page> page,
            Part<Transaction.Totals> totals,
            Set<Column> columns,
            WhoDidWhat exports,
            boolean isFirstPage) {

        public List<String> statuses() {
            return STATUSES;
        }

        public List<String> types() {
            return TYPES;
        }

        public List<String> refundStatuses() {
            return REFUND_STATUSES;
        }

        public List<Column> allColumns() {
            return List.of(Column.values());
        }

        public boolean shows(String column) {
            return columns.contains(Column.valueOf(column));
        }

        public boolean showsColumn(Column column) {
            return columns.contains(column);
        }

        /// More than the first three filters are in use.
        public boolean isMoreOpen() {
            return !(filter.minKrw() + filter.maxKrw() + filter.payerId() + filter.payableId() + filter.live())
                            .isEmpty()
                    || filter.inAddress().query().contains("refundStatus=");
        }

        /// About so large is the file.
        public long fileKilobytes() {
            Transaction.Totals counted = totals.value();
            return counted == null ? 0 : Math.ceilDiv(counted.transactionCount() * BYTES_A_ROW, 1_000L);
        }
    }

    /// @param count of rows that came after the page was made; 0 also where that is not known now
    public record Newer(TransactionFilter filter, long count) {}

    private static final int NEWEST_EXPORTS = 5;

    private final ReportingClient reporting;
    private final Shells shells;
    private final Visit visit;
    private final Cookies cookies;

    TransactionsPage(@RestClient ReportingClient reporting, Shells shells, Visit visit, Cookies cookies) {
        this.reporting = reporting;
        this.shells = shells;
        this.visit = visit;
        this.cookies = cookies;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location,
            @BeanParam TransactionFilter typed,
            @QueryParam("columns") @Nullable String columns,
            @QueryParam("cursor") @Nullable String cursor) {
        TransactionFilter filter = typed.cleaned();
        Set<Column> shown = Column.of(columns == null ? visit.columns() : columns);
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.TRANSACTIONS),
                        Part.of(reporting.transactions(location, filter, cursor, ROWS)),
                        Part.of(reporting.totals(location, filter)),
                        Part.of(reporting.audit(location, NEWEST_EXPORTS)))
                .with((shell, page, totals, exports) -> shells.page(Templates.transactions(
                        shell, new View(filter, page, totals, shown, WhoDidWhat.of(exports), cursor == null))));
    }

    /// How many came meanwhile, asked for by the open page: rows do not jump under the reader's eyes.
    @GET
    @Path("newer")
    public Uni<TemplateInstance> newer(
            @PathParam("location") String location,
            @BeanParam TransactionFilter typed,
            @QueryParam("count") @DefaultValue("0") long count) {
        TransactionFilter filter = typed.cleaned();
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.TRANSACTIONS), Part.of(reporting.totals(location, filter)))
                .with((shell, totals) -> {
                    Transaction.Totals now = totals.value();
                    long newer = now == null ? 0 : Math.max(0, now.transactionCount() - count);
                    return shells.page(Templates.newer(shell, new Newer(filter, newer)));
                });
    }

    /// Kept for this browser.
    @POST
    @Path("columns")
    public Response columns(
            @PathParam("location") String location,
            @FormParam("column") List<String> chosen,
            @FormParam("back") @Nullable String back) {
        return Response.seeOther(URI.create(OwnAddress.of(back)))
                .cookie(cookies.kept(Visit.COLUMNS_COOKIE, Column.joined(chosen)))
                .build();
    }
}
