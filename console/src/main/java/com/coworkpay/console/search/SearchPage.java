package com.coworkpay.console.search;

import com.coworkpay.console.client.ReportingClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Transaction;
import com.coworkpay.console.client.TransactionFilter;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shells;
import com.coworkpay.console.words.InUrl;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// One id of any kind: KakaoPay's Order ID, TID, AID, a payable, a payer, a refund, a cancellation. One hit opens it;
/// several, or none, are the list of transactions with this search.
@Path("/console/{location}/search")
public class SearchPage {

    private static final int ENOUGH = 2;

    private final ReportingClient reporting;
    private final Shells shells;

    SearchPage(@RestClient ReportingClient reporting, Shells shells) {
        this.reporting = reporting;
        this.shells = shells;
    }

    @GET
    public Uni<Response> search(@PathParam("location") String location, @QueryParam("id") @Nullable String typed) {
        String id = Typed.text(typed);
        return shells.of(location, Section.TRANSACTIONS)
                .chain(shell -> hits(location, id)
                        .map(hits -> hits.size() == 1
                                ? shell.path("transactions/" + hits.getFirst().id())
                                : shell.path("transactions?search=" + InUrl.inUrl(id))))
                .map(address -> Response.seeOther(URI.create(address)).build());
    }

    private Uni<List<Transaction>> hits(String location, String id) {
        return id.isEmpty()
                ? Uni.createFrom().item(List.of())
                : ServiceProblem.in(reporting.transactions(location, TransactionFilter.search(id), null, ENOUGH))
                        .map(Transaction.Page::transactions)
                        .onFailure(ServiceProblem.class)
                        .recoverWithItem(List.of());
    }
}
