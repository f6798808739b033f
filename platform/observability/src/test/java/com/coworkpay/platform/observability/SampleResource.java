package com.coworkpay.platform.observability;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

@Path("/")
public class SampleResource {

    private static final Logger LOG = Logger.getLogger(SampleResource.class);

    @GET
    @Path("v1/return/{paymentId}/{signature}/approved")
    public Uni<String> approved(
            @PathParam("paymentId") String paymentId,
            @PathParam("signature") String signature,
            @QueryParam("pg_token") String pgToken) {
        LogContext.paymentId(paymentId);
        LOG.infof("A careless line with pg_token=%s", pgToken);
        LOG.error(
                "A careless failure", new IllegalStateException("outer", new RuntimeException("pg_token=" + pgToken)));
        return Uni.createFrom().item("thanks");
    }

    @GET
    @Path("refused")
    public Uni<String> refused() {
        return Uni.createFrom().failure(ProblemException.of(CommonProblem.FORBIDDEN));
    }

    @GET
    @Path("one-by-one")
    public Uni<String> oneByOne() {
        return LogContext.forPayment("first", () -> Uni.createFrom().item(SampleResource::paymentId))
                .chain(first -> LogContext.forPayment(
                                "second", () -> Uni.createFrom().item(() -> first + " " + paymentId()))
                        .map(both -> both + " " + paymentId()));
    }

    private static String paymentId() {
        return String.valueOf(MDC.get("paymentId"));
    }
}
