package com.coworkpay.console.approval;

import com.coworkpay.console.client.RefundApproval;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
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
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// A second person approves or declines a refund, in two steps (WCAG 3.3.4). It has no key: the same answer of the same
/// person again changes nothing.
@Path("/console/{location}/transactions/{payment: [0-9a-f-]{36}}/refunds/{refund: [0-9a-f-]{36}}/approval")
public class ApprovalPage {

    private static final String PERMISSION = "refund:approve";

    @CheckedTemplate(basePath = "approval")
    static class Templates {
        static native TemplateInstance approval(Shell shell, View view);

        static native TemplateInstance confirm(Shell shell, View view);

        private Templates() {}
    }

    /// @param amountKrw what the person saw
    /// @param isLast whether it is sent to KakaoPay once this person approves it, as they saw it
    public record Form(String answer, String note, long amountKrw, boolean isLast) {

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

    /// @param found null where refund-service does not say: the second step needs nothing of it
    /// @param isIncomplete what was typed is no answer
    public record View(
            String payment,
            String refund,
            @Nullable FoundRefund found,
            Form form,
            @Nullable ServiceProblem problem,
            boolean isIncomplete) {

        public boolean isChangedMeanwhile() {
            return problem != null && problem.is("approval-amount-stale");
        }
    }

    private final RefundClient refunds;
    private final Shells shells;
    private final FoundRefund.Find find;

    ApprovalPage(@RestClient RefundClient refunds, Shells shells, FoundRefund.Find find) {
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
            Form form = form(answer, note, found);
            boolean isNext = found.waiting() != null && found.waiting().isAnswerable() && form.isAcceptable();
            View view = new View(payment, refund, found, form, null, !isNext);
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
            @FormParam("amountKrw") long amountKrw,
            @FormParam("last") boolean isLast) {
        Form form = new Form(Typed.text(answer), Typed.text(note), amountKrw, isLast);
        var request = new RefundApproval.Request(form.answer(), amountKrw, Typed.orNull(note));
        return ServiceProblem.in(refunds.answer(location, payment, refund, request))
                .map(after -> Response.seeOther(URI.create("/console/" + location + "/transactions/" + payment
                                + "?done=" + done(form, after.isAwaitingApproval())))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> refused(location, payment, refund, form, failure));
    }

    private static String done(Form form, boolean isStillWaiting) {
        return form.isDeclining() ? "refundDeclined" : isStillWaiting ? "refundApprovedInPart" : "refundApproved";
    }

    /// Where it is not known whether it was taken, the same form: pressing again finds out. Else the first step with
    /// the refund as it is now, or without a form if it does not wait any more.
    private Uni<Response> refused(String location, String payment, String refund, Form form, ServiceProblem problem) {
        Uni<TemplateInstance> page = problem.isOutcomeUnknown()
                ? shells.of(location, Section.TRANSACTIONS)
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
                        found.shell(), new View(payment, refund, found, form(answer, note, found), problem, false))));
    }

    private static Form form(@Nullable String answer, @Nullable String note, FoundRefund found) {
        WaitingRefund waiting = found.waiting();
        return new Form(
                Typed.text(answer),
                Typed.text(note),
                found.refund().amountKrw(),
                waiting != null && waiting.approval().isLastMissing());
    }
}
