package com.coworkpay.console.resolution;

import com.coworkpay.console.approval.RefundAddress;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.PaymentRefunds;
import com.coworkpay.console.client.PaymentRefunds.Refund;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.Review;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.shell.NoSuchPageException;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Records that a refund that failed was given back another way. Above the location's limit another person approves it.
@Path("/console/{location}/transactions/{payment: [0-9a-f-]{36}}/refunds/{refund: [0-9a-f-]{36}}/resolution")
public class ResolutionPage {

    private static final String PERMISSION = "refund:resolve";
    private static final String OUTCOME = "REFUNDED_ELSEWHERE";

    /// The answer of a service that keeps a resolution for another person.
    private static final int ACCEPTED = 202;

    @CheckedTemplate(basePath = "resolution")
    static class Templates {
        static native TemplateInstance resolution(Shell shell, View view);

        private Templates() {}
    }

    /// @param key sent again it is one resolution
    public record Form(String key, String evidence, String note) {
        static Form empty() {
            return new Form(UUID.randomUUID().toString(), "", "");
        }

        /// Where it is not known whether it was taken, the key stays.
        Form after(ServiceProblem problem) {
            return problem.isOutcomeUnknown()
                    ? this
                    : new Form(UUID.randomUUID().toString(), evidence, note);
        }
    }

    /// @param refund null where refund-service does not say: the form needs nothing of it
    public record View(
            RefundAddress at,
            @Nullable Refund refund,
            Form form,
            @Nullable ServiceProblem problem) {

        public boolean isOpen() {
            return refund == null || refund.isRecordable();
        }
    }

    private final RefundClient refunds;
    private final Shells shells;

    ResolutionPage(@RestClient RefundClient refunds, Shells shells) {
        this.refunds = refunds;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> ask(@BeanParam RefundAddress at) {
        return page(at, Form.empty(), null);
    }

    @POST
    public Uni<Response> record(
            @BeanParam RefundAddress at,
            @FormParam("key") @Nullable String key,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("note") @Nullable String note) {
        Form form = new Form(Typed.text(key), Typed.text(evidence), Typed.text(note));
        var resolution = new Review.Resolution(OUTCOME, null, form.evidence(), Typed.orNull(note));
        return Sent.to(
                refunds.resolve(at.location(), at.payment(), at.refund(), form.key(), resolution),
                answer -> at.done(answer.getStatus() == ACCEPTED ? "resolutionProposed" : "resolved"),
                problem -> page(at, form.after(problem), problem));
    }

    private Uni<TemplateInstance> page(RefundAddress at, Form form, @Nullable ServiceProblem problem) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(at.location(), Section.TRANSACTIONS),
                        Part.of(refunds.refunds(at.location(), at.payment())))
                .with((shell, found) -> {
                    if (!shell.may(PERMISSION)) {
                        throw new NotPermittedException(shell, List.of(PERMISSION));
                    }
                    Refund refund = problem != null && found.isUnanswered() ? null : one(found.required(), at.refund());
                    return shells.page(Templates.resolution(shell, new View(at, refund, form, problem)));
                });
    }

    private static Refund one(PaymentRefunds found, String id) {
        return found.refunds().stream()
                .filter(each -> each.refundId().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
