package com.coworkpay.console.transactions;

import com.coworkpay.console.client.ExportClient;
import com.coworkpay.console.client.TransactionFilter;
import com.coworkpay.console.session.Visit;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shells;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;

/// The transactions of the chosen filters as a file, for the browser's own download.
@Path("/console/{location}/transactions.csv")
public class ExportResource {

    private static final String CSV = "text/csv; charset=utf-8";
    private static final List<String> PASSED_ON =
            List.of("Content-Disposition", "Content-Language", "Coworkpay-Complete-Up-To");

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
        Uni<HttpClientResponse> file = shells.of(location, Section.TRANSACTIONS)
                .chain(_ -> exports.csv(location, typed.cleaned(), visit.language(), visit.from()));
        return RestMulti.fromUniResponse(file, answer -> bytes(answer, response), ExportResource::headers);
    }

    /// A file that could not be finished ends with a broken connection, so that nobody takes it for the whole.
    private static Multi<byte[]> bytes(HttpClientResponse answer, HttpServerResponse response) {
        return answer.toMulti().map(Buffer::getBytes).onFailure().invoke(_ -> {
            if (response.headWritten()) {
                response.reset();
            }
        });
    }

    private static Map<String, List<String>> headers(HttpClientResponse answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : PASSED_ON) {
            String value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, List.of(value));
            }
        }
        return headers;
    }
}
