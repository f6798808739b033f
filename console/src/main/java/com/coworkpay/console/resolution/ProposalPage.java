package com.coworkpay.console.resolution;

import com.coworkpay.console.approval.RefundAddress;
import com.coworkpay.console.approval.SecondAnswer;
import com.coworkpay.console.client.ProposedResolution;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ServiceProblem;
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

/// A second person approves or declines a resolution, in two steps (WCAG 3.3.4).
@Path("/console/{location}/transactions/{payment: [0-9a-f-]{36}}/refunds/{refund: [0-9a-f-]{36}}/resolution/approval")
public class ProposalPage {

    private static final String PERMISSION = "refund:approve";

    @CheckedTemplate(basePath = "resolution")
    static class Templates {
        static native TemplateInstance approval(Shell shell, View view);

        static native TemplateInstance confirm(Shell shell, View view);

        private Templates() {}
    }

    /// @param waiting null where none waits, or refund-service does not say: the second step needs nothing of it
    /// @param amountKrw what the person saw
    /// @param isIncomplete what was typed is no answer
    public record View(
            RefundAddress at,
            @Nullable Proposal waiting,
            SecondAnswer given,
            long amountKrw,
            @Nullable ServiceProblem problem,
            boolean isIncomplete) {

        static View of(
                RefundAddress at,
                @Nullable Proposal waiting,
                SecondAnswer given,
                @Nullable ServiceProblem problem,
                boolean isIncomplete) {
            long amountKrw = waiting == null ? 0 : waiting.proposed().amountKrw();
            return new View(at, waiting, given, amountKrw, problem, isIncomplete);
        }
    }

    private final RefundClient refunds;
    private final Shells shells;
    private final FindProposal find;

    ProposalPage(@RestClient RefundClient refunds, Shells shells, FindProposal find) {
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
            Proposal waiting = found.waiting();
            boolean isNext = waiting != null && waiting.isAnswerable() && given.isAcceptable();
            View view = View.of(at, waiting, given, null, !isNext);
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
            @BeanParam RefundAddress at, @BeanParam SecondAnswer given, @FormParam("amountKrw") long amountKrw) {
        var request = new ProposedResolution.Request(given.answer(), given.noteOrNull());
        return Sent.to(
                refunds.answerProposal(at.location(), at.payment(), at.refund(), request),
                _ -> at.done(given.isDeclining() ? "resolutionDeclined" : "resolutionApproved"),
                // Where it is not known whether it was taken, the same form: pressing again finds out. Else the first
                // step, or no form if it does not wait any more.
                problem -> problem.isOutcomeUnknown()
                        ? find.shell(at.location())
                                .map(shell -> shells.page(
                                        Templates.confirm(shell, new View(at, null, given, amountKrw, problem, false))))
                        : first(at, given, problem));
    }

    private Uni<TemplateInstance> first(RefundAddress at, SecondAnswer given, @Nullable ServiceProblem problem) {
        return find.find(at, PERMISSION)
                .map(found -> shells.page(
                        Templates.approval(found.shell(), View.of(at, found.waiting(), given, problem, false))));
    }
}
