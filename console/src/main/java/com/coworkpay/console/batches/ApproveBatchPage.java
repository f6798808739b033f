package com.coworkpay.console.batches;

import com.coworkpay.console.approval.SecondAnswer;
import com.coworkpay.console.client.Batch;
import com.coworkpay.console.client.BatchClient;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.shell.NotPermittedException;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Sent;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Another person approves a batch above the limit by typing its sum, or declines it with a note. The same answer of
/// the same person again changes nothing.
@Path("/console/{location}/refund-batches/{id: [0-9a-f-]{36}}/approval")
public class ApproveBatchPage {

    private static final String PERMISSION = "refund:approve";

    @CheckedTemplate(basePath = "batches")
    static class Templates {
        static native TemplateInstance approve(Shell shell, View view);

        private Templates() {}
    }

    /// @param sum as typed
    /// @param wrong the field that is wrong: answer, sum or note; empty where none is
    public record View(
            Batch batch,
            SecondAnswer given,
            String sum,
            String wrong,
            @Nullable ServiceProblem problem) {

        public boolean isWrong(String field) {
            return wrong.equals(field);
        }
    }

    private final BatchClient batches;
    private final Shells shells;

    ApproveBatchPage(@RestClient BatchClient batches, Shells shells) {
        this.batches = batches;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> ask(@PathParam("location") String location, @PathParam("id") String id) {
        return page(location, id, SecondAnswer.NONE, "", "", null);
    }

    /// @param totalKrw that the person saw
    @POST
    public Uni<Response> answer(
            @PathParam("location") String location,
            @PathParam("id") String id,
            @BeanParam SecondAnswer given,
            @FormParam("totalKrw") long totalKrw,
            @FormParam("sum") @Nullable String sum) {
        String typed = Typed.text(sum);
        String wrong = wrong(given, typed, totalKrw);
        if (!wrong.isEmpty()) {
            return page(location, id, given, typed, wrong, null)
                    .map(page -> Response.status(422).entity(page).build());
        }
        Batch.Answer answer = new Batch.Answer(given.answer(), totalKrw, given.noteOrNull());
        return Sent.to(
                batches.answer(location, id, answer),
                _ -> BatchesPage.there(location, id),
                problem -> page(location, id, given, typed, "", problem));
    }

    private static String wrong(SecondAnswer given, String sum, long totalKrw) {
        if (!given.isAcceptable()) {
            return given.isDeclining() ? "note" : "answer";
        }
        return given.isDeclining() || String.valueOf(totalKrw).equals(Typed.amount(sum)) ? "" : "sum";
    }

    private Uni<TemplateInstance> page(
            String location,
            String id,
            SecondAnswer given,
            String sum,
            String wrong,
            @Nullable ServiceProblem problem) {
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.REFUNDS), Part.of(batches.batch(location, id)))
                .with((shell, batch) -> {
                    if (!shell.may(PERMISSION)) {
                        throw new NotPermittedException(shell, List.of(PERMISSION));
                    }
                    return shells.page(
                            Templates.approve(shell, new View(batch.required(), given, sum, wrong, problem)));
                });
    }
}
