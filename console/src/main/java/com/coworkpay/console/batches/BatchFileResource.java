package com.coworkpay.console.batches;

import com.coworkpay.console.client.ExportClient;
import com.coworkpay.console.client.PassedFile;
import com.coworkpay.console.session.Visit;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shells;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.RestMulti;

/// All payments of a batch as a file, for the browser's own download.
@Path("/console/{location}/refund-batches/{id: [0-9a-f-]{36}}/payments.csv")
public class BatchFileResource {

    private static final String CSV = "text/csv; charset=utf-8";

    private final ExportClient exports;
    private final Shells shells;
    private final Visit visit;

    BatchFileResource(ExportClient exports, Shells shells, Visit visit) {
        this.exports = exports;
        this.shells = shells;
        this.visit = visit;
    }

    @GET
    @Produces(CSV)
    public RestMulti<byte[]> payments(
            @PathParam("location") String location, @PathParam("id") String id, @Context HttpServerResponse response) {
        return PassedFile.to(
                response,
                shells.of(location, Section.REFUNDS)
                        .chain(_ -> exports.batch(location, id, visit.language(), visit.from())));
    }
}
