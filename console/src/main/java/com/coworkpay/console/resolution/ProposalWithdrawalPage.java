package com.coworkpay.console.resolution;

import com.coworkpay.console.approval.RefundAddress;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.shell.Sent;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The person who proposed a resolution takes it back while it waits. Sent twice it is taken back once.
@Path("/console/{location}/transactions/{payment: [0-9a-f-]{36}}/refunds/{refund: [0-9a-f-]{36}}/resolution/withdrawal")
public class ProposalWithdrawalPage {

    private static final String PERMISSION = "refund:resolve";

    @CheckedTemplate(basePath = "resolution")
    static class Templates {
        static native TemplateInstance withdrawal(Shell shell, View view);

        private Templates() {}
    }

    /// @param waiting null where none waits, or refund-service does not say
    public record View(
            RefundAddress at,
            @Nullable Proposal waiting,
            @Nullable ServiceProblem problem) {

        /// There is something to press: it waits and is theirs, or whether it was taken back is not known.
        public boolean isOpen() {
            return waiting == null ? problem != null && problem.isOutcomeUnknown() : waiting.mayWithdraw();
        }
    }

    private final RefundClient refunds;
    private final Shells shells;
    private final FindProposal find;

    ProposalWithdrawalPage(@RestClient RefundClient refunds, Shells shells, FindProposal find) {
        this.refunds = refunds;
        this.shells = shells;
        this.find = find;
    }

    @GET
    public Uni<TemplateInstance> ask(@BeanParam RefundAddress at) {
        return page(at, null);
    }

    @POST
    public Uni<Response> withdraw(@BeanParam RefundAddress at) {
        return Sent.to(
                refunds.withdrawProposal(at.location(), at.payment(), at.refund()),
                _ -> at.done("resolutionWithdrawn"),
                problem -> problem.isOutcomeUnknown()
                        ? find.shell(at.location())
                                .map(shell -> shells.page(Templates.withdrawal(shell, new View(at, null, problem))))
                        : page(at, problem));
    }

    private Uni<TemplateInstance> page(RefundAddress at, @Nullable ServiceProblem problem) {
        return find.find(at, PERMISSION)
                .map(found -> shells.page(Templates.withdrawal(found.shell(), new View(at, found.waiting(), problem))));
    }
}
