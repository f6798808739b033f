package com.coworkpay.console.resolution;

import com.coworkpay.console.client.ProposedResolution;
import com.coworkpay.console.client.RefundApproval;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
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
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// A second person approves or declines a resolution, in two steps (WCAG 3.3.4). It has no key: the same answer of the
/// same person again changes nothing.
@Path("/console/{location}/transactions/{payment: [0-9a-f-]{36}}/refunds/{refund: [0-9a-f-]{36}}/resolution/approval")
public class ProposalPage {

    private static final String PERMISSION = "refund:approve";

    @CheckedTemplate(basePath = "resolution")
    static class Templates {
        static native TemplateInstance approval(Shell shell, View view);

        static native TemplateInstance confirm(Shell shell, View view);

        private Templates() {}
    }

    /// @param amountKrw what the person saw
    public record Form(String answer, String note, long amountKrw) {

        public boolean isApproving() {
            return answer.equals(RefundApproval.APPROVED);
        }

        public boolean isDeclining() {
            return answer.equals(RefundApproval.DECLINED);
        }

        public boolean isNoteMissing() {
            return isDeclining() && note.isEmpty();
        }

        boolean isAcceptable() {
            return isApproving() || (isDeclining() && !note.isEmpty());
        }
    }

    /// @param waiting null where none waits, or refund-service does not say: the second step needs nothing of it
    /// @param isIncomplete what was typed is no answer
    public record View(
            String payment,
            String refund,
            @Nullable Proposal waiting,
            Form form,
            @Nullable ServiceProblem problem,
            boolean isIncomplete) {}

    private final RefundClient refunds;
    private final Shells shells;
    private final FindProposal find;

    ProposalPage(@RestClient RefundClient refunds, Shells shells, FindProposal find) {
        this.refunds = refunds;
        this.shells = shells;
        this.find = find;
    }

    @GET
    public Uni<TemplateInstance> ask(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund) {
        return first(location, payment, refund, "", "", null);
    }

    /// The summary; nothing is sent yet.
    @POST
    @Path("confirm")
    public Uni<TemplateInstance> confirm(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund,
            @FormParam("answer") @Nullable String answer,
            @FormParam("note") @Nullable String note) {
        return find.find(location, payment, refund, PERMISSION).map(found -> {
            Proposal waiting = found.waiting();
            Form form = form(answer, note, waiting);
            boolean isNext = waiting != null && waiting.isAnswerable() && form.isAcceptable();
            View view = new View(payment, refund, waiting, form, null, !isNext);
            return shells.page(
                    isNext ? Templates.confirm(found.shell(), view) : Templates.approval(found.shell(), view));
        });
    }

    /// Back from the summary: what was typed stays.
    @POST
    @Path("edit")
    public Uni<TemplateInstance> edit(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund,
            @FormParam("answer") @Nullable String answer,
            @FormParam("note") @Nullable String note) {
        return first(location, payment, refund, answer, note, null);
    }

    @POST
    public Uni<Response> answer(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund,
            @FormParam("answer") @Nullable String answer,
            @FormParam("note") @Nullable String note,
            @FormParam("amountKrw") long amountKrw) {
        Form form = new Form(Typed.text(answer), Typed.text(note), amountKrw);
        var request = new ProposedResolution.Request(form.answer(), Typed.orNull(note));
        return ServiceProblem.in(refunds.answerProposal(location, payment, refund, request))
                .map(_ -> Response.seeOther(URI.create("/console/" + location + "/transactions/" + payment + "?done="
                                + (form.isDeclining() ? "resolutionDeclined" : "resolutionApproved")))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> refused(location, payment, refund, form, failure));
    }

    /// Where it is not known whether it was taken, the same form: pressing again finds out. Else the first step, or no
    /// form if it does not wait any more.
    private Uni<Response> refused(String location, String payment, String refund, Form form, ServiceProblem problem) {
        Uni<TemplateInstance> page = problem.isOutcomeUnknown()
                ? find.shell(location)
                        .map(shell -> shells.page(
                                Templates.confirm(shell, new View(payment, refund, null, form, problem, false))))
                : first(location, payment, refund, form.answer(), form.note(), problem);
        return page.map(shown -> Response.status(problem.status()).entity(shown).build());
    }

    private Uni<TemplateInstance> first(
            String location,
            String payment,
            String refund,
            @Nullable String answer,
            @Nullable String note,
            @Nullable ServiceProblem problem) {
        return find.find(location, payment, refund, PERMISSION)
                .map(found -> shells.page(Templates.approval(
                        found.shell(),
                        new View(
                                payment,
                                refund,
                                found.waiting(),
                                form(answer, note, found.waiting()),
                                problem,
                                false))));
    }

    private static Form form(@Nullable String answer, @Nullable String note, @Nullable Proposal waiting) {
        return new Form(
                Typed.text(answer),
                Typed.text(note),
                waiting == null ? 0 : waiting.proposed().amountKrw());
    }
}
