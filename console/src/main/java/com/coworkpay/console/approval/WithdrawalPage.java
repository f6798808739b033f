package com.coworkpay.console.approval;

import com.coworkpay.console.client.RefundApproval;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
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

/// The person who asked for a refund takes it back while it waits. Sent twice it is taken back once.
@Path("/console/{location}/transactions/{payment: [0-9a-f-]{36}}/refunds/{refund: [0-9a-f-]{36}}/withdrawal")
public class WithdrawalPage {

    private static final String PERMISSION = "refund:create";

    @CheckedTemplate(basePath = "approval")
    static class Templates {
        static native TemplateInstance withdrawal(Shell shell, View view);

        private Templates() {}
    }

    /// @param found null where refund-service does not say
    public record View(
            RefundAddress at,
            @Nullable FoundRefund found,
            String note,
            @Nullable ServiceProblem problem) {

        /// There is something to press: it waits and is theirs, or whether it was taken back is not known.
        public boolean isOpen() {
            return found == null || (found.waiting() != null && found.waiting().mayWithdraw());
        }
    }

    private final RefundClient refunds;
    private final Shells shells;
    private final FoundRefund.Find find;

    WithdrawalPage(@RestClient RefundClient refunds, Shells shells, FoundRefund.Find find) {
        this.refunds = refunds;
        this.shells = shells;
        this.find = find;
    }

    @GET
    public Uni<TemplateInstance> ask(@BeanParam RefundAddress at) {
        return page(at, "", null);
    }

    @POST
    public Uni<Response> withdraw(@BeanParam RefundAddress at, @FormParam("note") @Nullable String note) {
        String typed = Typed.text(note);
        var request = new RefundApproval.Withdrawal(Typed.orNull(note));
        return Sent.to(
                refunds.withdraw(at.location(), at.payment(), at.refund(), request),
                _ -> at.done("refundWithdrawn"),
                problem -> problem.isOutcomeUnknown()
                        ? shells.of(at.location(), Section.TRANSACTIONS)
                                .map(shell ->
                                        shells.page(Templates.withdrawal(shell, new View(at, null, typed, problem))))
                        : page(at, typed, problem));
    }

    private Uni<TemplateInstance> page(RefundAddress at, String note, @Nullable ServiceProblem problem) {
        return find.find(at, PERMISSION)
                .map(found -> shells.page(Templates.withdrawal(found.shell(), new View(at, found, note, problem))));
    }
}
