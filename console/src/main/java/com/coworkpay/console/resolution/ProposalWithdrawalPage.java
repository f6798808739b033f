package com.coworkpay.console.resolution;

import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
            String payment,
            String refund,
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
    public Uni<TemplateInstance> ask(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund) {
        return page(location, payment, refund, null);
    }

    @POST
    public Uni<Response> withdraw(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund) {
        return ServiceProblem.in(refunds.withdrawProposal(location, payment, refund))
                .map(_ -> Response.seeOther(URI.create(
                                "/console/" + location + "/transactions/" + payment + "?done=resolutionWithdrawn"))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> refused(location, payment, refund, failure));
    }

    private Uni<Response> refused(String location, String payment, String refund, ServiceProblem problem) {
        Uni<TemplateInstance> page = problem.isOutcomeUnknown()
                ? find.shell(location)
                        .map(shell ->
                                shells.page(Templates.withdrawal(shell, new View(payment, refund, null, problem))))
                : page(location, payment, refund, problem);
        return page.map(shown -> Response.status(problem.status()).entity(shown).build());
    }

    private Uni<TemplateInstance> page(
            String location, String payment, String refund, @Nullable ServiceProblem problem) {
        return find.find(location, payment, refund, PERMISSION)
                .map(found -> shells.page(
                        Templates.withdrawal(found.shell(), new View(payment, refund, found.waiting(), problem))));
    }
}
