package com.coworkpay.console.batches;

import com.coworkpay.console.client.Batch;
import com.coworkpay.console.client.BatchClient;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.shell.NotPermittedException;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The second step of a batch (WCAG 3.3.4): the sum of the dry run is typed, then its payments are refunded. It has no
/// key: a batch is confirmed once.
@Path("/console/{location}/refund-batches/{id: [0-9a-f-]{36}}/confirmation")
public class ConfirmBatchPage {

    private static final String PERMISSION = "refund:create";

    @CheckedTemplate(basePath = "batches")
    static class Templates {
        static native TemplateInstance confirm(Shell shell, View view);

        private Templates() {}
    }

    /// @param typed as it was typed
    /// @param isWrong it is not the sum
    public record View(
            Batch batch,
            String typed,
            boolean isWrong,
            @Nullable ServiceProblem problem) {}

    private final BatchClient batches;
    private final Shells shells;

    ConfirmBatchPage(@RestClient BatchClient batches, Shells shells) {
        this.batches = batches;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> ask(@PathParam("location") String location, @PathParam("id") String id) {
        return page(location, id, "", false, null);
    }

    /// @param payments of the dry run that the person saw, and so is totalKrw
    @POST
    public Uni<Response> confirm(
            @PathParam("location") String location,
            @PathParam("id") String id,
            @FormParam("payments") long payments,
            @FormParam("totalKrw") long totalKrw,
            @FormParam("sum") @Nullable String sum) {
        if (!String.valueOf(totalKrw).equals(Typed.amount(sum))) {
            return page(location, id, Typed.text(sum), true, null)
                    .map(page -> Response.status(422).entity(page).build());
        }
        return ServiceProblem.in(batches.confirm(location, id, new Batch.Confirmation(payments, totalKrw)))
                .map(_ -> Response.seeOther(BatchesPage.there(location, id)).build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    return page(location, id, Typed.text(sum), false, problem)
                            .map(page -> Response.status(problem.status())
                                    .entity(page)
                                    .build());
                });
    }

    private Uni<TemplateInstance> page(
            String location, String id, String typed, boolean isWrong, @Nullable ServiceProblem problem) {
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.REFUNDS), Part.of(batches.batch(location, id)))
                .with((shell, batch) -> {
                    if (!shell.may(PERMISSION)) {
                        throw new NotPermittedException(shell, List.of(PERMISSION));
                    }
                    return shells.page(Templates.confirm(shell, new View(batch.required(), typed, isWrong, problem)));
                });
    }
}
