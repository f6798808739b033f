package com.coworkpay.console.transactions;

import com.coworkpay.console.client.ExportClient;
import com.coworkpay.console.client.PassedFile;
import com.coworkpay.console.client.TransactionFilter;
import com.coworkpay.console.session.Visit;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shells;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.RestMulti;

/// The transactions of the chosen filters as a file, for the browser's own download.
@Path("/console/{location}/transactions.csv")
public class ExportResource {

    private static final String CSV = "text/csv; charset=utf-8";

    private final ExportClient exports;
    private final Shells shells;
    private final Visit visit;

    ExportResource(ExportClient exports, Shells shells, Visit visit) {
        this.exports = exports;
        this.shells = shells;
        this.visit = visit;
    }

    @GET
    @Produces(CSV)
    public RestMulti<byte[]> export(
            @PathParam("location") String location,
            @BeanParam TransactionFilter typed,
            @Context HttpServerResponse response) {
        return PassedFile.to(
                response,
                shells.of(location, Section.TRANSACTIONS)
                        .chain(_ -> exports.transactions(location, typed.cleaned(), visit.language(), visit.from())));
    }
}
