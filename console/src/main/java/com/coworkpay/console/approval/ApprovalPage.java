package com.coworkpay.console.approval;

import com.coworkpay.console.client.RefundApproval;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ServiceProblem;
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
import jakarta.ws.rs.core.Response;
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

    /// @param found null where refund-service does not say: the second step needs nothing of it
    /// @param amountKrw what the person saw
    /// @param isLast whether it is sent to KakaoPay once this person approves it, as they saw it
    /// @param isIncomplete what was typed is no answer
    public record View(
            RefundAddress at,
            @Nullable FoundRefund found,
            SecondAnswer given,
            long amountKrw,
            boolean isLast,
            @Nullable ServiceProblem problem,
            boolean isIncomplete) {

        static View of(
                RefundAddress at,
                FoundRefund found,
                SecondAnswer given,
                @Nullable ServiceProblem problem,
                boolean isIncomplete) {
            WaitingRefund waiting = found.waiting();
            boolean isLast = waiting != null && waiting.approval().isLastMissing();
            return new View(at, found, given, found.refund().amountKrw(), isLast, problem, isIncomplete);
        }

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
    public Uni<TemplateInstance> ask(@BeanParam RefundAddress at) {
        return first(at, SecondAnswer.NONE, null);
    }

    /// The summary; nothing is sent yet.
    @POST
    @Path("confirm")
    public Uni<TemplateInstance> confirm(@BeanParam RefundAddress at, @BeanParam SecondAnswer given) {
        return find.find(at, PERMISSION).map(found -> {
            boolean isNext = found.waiting() != null && found.waiting().isAnswerable() && given.isAcceptable();
            View view = View.of(at, found, given, null, !isNext);
            return shells.page(
                    isNext ? Templates.confirm(found.shell(), view) : Templates.approval(found.shell(), view));
        });
    }

    /// Back from the summary: what was typed stays.
    @POST
    @Path("edit")
    public Uni<TemplateInstance> edit(@BeanParam RefundAddress at, @BeanParam SecondAnswer given) {
        return first(at, given, null);
    }

    @POST
    public Uni<Response> answer(
            @BeanParam RefundAddress at,
            @BeanParam SecondAnswer given,
            @FormParam("amountKrw") long amountKrw,
            @FormParam("last") boolean isLast) {
        var request = new RefundApproval.Request(given.answer(), amountKrw, given.noteOrNull());
        return Sent.to(
                refunds.answer(at.location(), at.payment(), at.refund(), request),
                after -> at.done(done(given, after.isAwaitingApproval())),
                // Where it is not known whether it was taken, the same form: pressing again finds out. Else the first
                // step with the refund as it is now, or without a form if it does not wait any more.
                problem -> problem.isOutcomeUnknown()
                        ? shells.of(at.location(), Section.TRANSACTIONS)
                                .map(shell -> shells.page(Templates.confirm(
                                        shell, new View(at, null, given, amountKrw, isLast, problem, false))))
                        : first(at, given, problem));
    }

    private static String done(SecondAnswer given, boolean isStillWaiting) {
        return given.isDeclining() ? "refundDeclined" : isStillWaiting ? "refundApprovedInPart" : "refundApproved";
    }

    private Uni<TemplateInstance> first(RefundAddress at, SecondAnswer given, @Nullable ServiceProblem problem) {
        return find.find(at, PERMISSION)
                .map(found ->
                        shells.page(Templates.approval(found.shell(), View.of(at, found, given, problem, false))));
    }
}
