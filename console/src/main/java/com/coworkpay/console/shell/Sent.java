package com.coworkpay.console.shell;

import com.coworkpay.console.client.ServiceProblem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;

/// How a form that was sent is answered: with the page to go to, or with the problem on a page.
public final class Sent {

    private Sent() {}

    public static <T> Uni<Response> to(
            Uni<T> call, Function<T, URI> done, Function<ServiceProblem, Uni<TemplateInstance>> refused) {
        return ServiceProblem.in(call)
                .map(after -> Response.seeOther(done.apply(after)).build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(problem -> refused.apply(problem)
                        .map(page ->
                                Response.status(problem.status()).entity(page).build()));
    }
}
