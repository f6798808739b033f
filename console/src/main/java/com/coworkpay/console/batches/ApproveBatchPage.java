package com.coworkpay.console.batches;

import com.coworkpay.console.client.Batch;
import com.coworkpay.console.client.BatchClient;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.RefundApproval;
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

    public record Form(String answer, String sum, String note) {

        public boolean isApproving() {
            return answer.equals(RefundApproval.APPROVED);
        }

        public boolean isDeclining() {
            return answer.equals(RefundApproval.DECLINED);
        }
    }

    /// @param wrong the field that is wrong: answer, sum or note; empty where none is
    public record View(
            Batch batch, Form form, String wrong, @Nullable ServiceProblem problem) {

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
        return page(location, id, new Form("", "", ""), "", null);
    }

    /// @param totalKrw that the person saw
    @POST
    public Uni<Response> answer(
            @PathParam("location") String location,
            @PathParam("id") String id,
            @FormParam("answer") @Nullable String answer,
            @FormParam("totalKrw") long totalKrw,
            @FormParam("sum") @Nullable String sum,
            @FormParam("note") @Nullable String note) {
        Form form = new Form(Typed.text(answer), Typed.text(sum), Typed.text(note));
        String wrong = wrong(form, totalKrw);
        if (!wrong.isEmpty()) {
            return page(location, id, form, wrong, null)
                    .map(page -> Response.status(422).entity(page).build());
        }
        Batch.Answer given = new Batch.Answer(form.answer(), totalKrw, Typed.orNull(note));
        return ServiceProblem.in(batches.answer(location, id, given))
                .map(_ -> Response.seeOther(BatchesPage.there(location, id)).build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    return page(location, id, form, "", problem).map(page -> Response.status(problem.status())
                            .entity(page)
                            .build());
                });
    }

    private static String wrong(Form form, long totalKrw) {
        if (form.isDeclining()) {
            return form.note().isEmpty() ? "note" : "";
        }
        if (!form.isApproving()) {
            return "answer";
        }
        return String.valueOf(totalKrw).equals(Typed.amount(form.sum())) ? "" : "sum";
    }

    private Uni<TemplateInstance> page(
            String location, String id, Form form, String wrong, @Nullable ServiceProblem problem) {
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.REFUNDS), Part.of(batches.batch(location, id)))
                .with((shell, batch) -> {
                    if (!shell.may(PERMISSION)) {
                        throw new NotPermittedException(shell, List.of(PERMISSION));
                    }
                    return shells.page(Templates.approve(shell, new View(batch.required(), form, wrong, problem)));
                });
    }
}
