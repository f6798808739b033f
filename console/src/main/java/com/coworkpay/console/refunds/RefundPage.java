package com.coworkpay.console.refunds;

import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.PaymentRefunds;
import com.coworkpay.console.client.RefundClient;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// A refund by a person, in two steps: how much and why, then the same once more to confirm (WCAG 3.3.4). The key is
/// made with the first form: sent twice it is one refund.
@Path("/console/{location}/transactions/{payment: [0-9a-f-]{36}}/refund")
public class RefundPage {

    private static final List<String> REASONS =
            List.of("REQUESTED_BY_CUSTOMER", "DUPLICATE", "ORDER_CHANGE", "UNSATISFACTORY", "FRAUDULENT", "OTHER");

    @CheckedTemplate(basePath = "refunds")
    static class Templates {
        static native TemplateInstance refund(Shell shell, View view);

        static native TemplateInstance confirm(Shell shell, View view);

        private Templates() {}
    }

    /// @param amount as typed; empty: all that is left
    /// @param balanceKrw what the person saw as left
    /// @param aboveLimitKrw the location's limit if it is above it, as the person saw it: then it waits for another
    /// one
    public record Form(
            String key,
            String part,
            String amount,
            String reason,
            String note,
            long balanceKrw,
            @Nullable Long aboveLimitKrw) {

        /// With the balance and the limit as they are now.
        Form at(PaymentRefunds found) {
            Form seen = new Form(key, part, amount, reason, note, found.balanceKrw(), null);
            return new Form(
                    key, part, amount, reason, note, found.balanceKrw(), found.limitBelow(seen.willBeRefundedKrw()));
        }

        public boolean isPart() {
            return part.equals("part");
        }

        /// Null: all that is left, or no number.
        public @Nullable Long amountKrw() {
            String digits = amount.replaceAll("[,\\s원₩]", "");
            return isPart() && digits.matches("[0-9]{1,12}") ? Long.valueOf(digits) : null;
        }

        public long willBeRefundedKrw() {
            Long typed = amountKrw();
            return typed == null ? balanceKrw : typed;
        }

        public long staysKrw() {
            return balanceKrw - willBeRefundedKrw();
        }

        /// What is typed is an amount of won that is there.
        public boolean isAmountAcceptable() {
            Long typed = amountKrw();
            return !isPart() || (typed != null && typed > 0 && typed <= balanceKrw);
        }
    }

    /// What each step sends.
    record Fields(
            @FormParam("key") @Nullable String key,
            @FormParam("part") @Nullable String part,
            @FormParam("amount") @Nullable String amount,
            @FormParam("reason") @Nullable String reason,
            @FormParam("note") @Nullable String note) {

        Form form(long balanceKrw, @Nullable Long aboveLimitKrw) {
            return new Form(
                    Typed.text(key),
                    Typed.text(part),
                    Typed.text(amount),
                    Typed.text(reason),
                    Typed.text(note),
                    balanceKrw,
                    aboveLimitKrw);
        }
    }

    /// @param refunds null where refund-service does not say: the second step needs nothing of them
    public record View(
            String payment,
            @Nullable PaymentRefunds refunds,
            Form form,
            @Nullable ServiceProblem problem,
            boolean badAmount) {

        /// The amount was in order when the person saw it: others refunded meanwhile.
        public boolean isChangedMeanwhile() {
            return problem != null && (problem.is("balance-stale") || problem.is("amount-too-high"));
        }

        public List<String> reasons() {
            return REASONS;
        }
    }

    private final RefundClient refunds;
    private final Shells shells;

    RefundPage(@RestClient RefundClient refunds, Shells shells) {
        this.refunds = refunds;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> ask(@PathParam("location") String location, @PathParam("payment") String payment) {
        return read(location, payment, (shell, found) -> {
            Form form = new Form(
                    UUID.randomUUID().toString(), "all", "", "REQUESTED_BY_CUSTOMER", "", found.balanceKrw(), null);
            return Templates.refund(shell, new View(payment, found, form, null, false));
        });
    }

    /// The summary; nothing is sent yet.
    @POST
    @Path("confirm")
    public Uni<TemplateInstance> confirm(
            @PathParam("location") String location, @PathParam("payment") String payment, @BeanParam Fields fields) {
        return read(location, payment, (shell, found) -> {
            Form form = fields.form(found.balanceKrw(), null).at(found);
            boolean isAcceptable = form.isAmountAcceptable();
            View view = new View(payment, found, form, null, !isAcceptable);
            return isAcceptable ? Templates.confirm(shell, view) : Templates.refund(shell, view);
        });
    }

    /// Back from the summary: what was typed stays.
    @POST
    @Path("edit")
    public Uni<TemplateInstance> edit(
            @PathParam("location") String location, @PathParam("payment") String payment, @BeanParam Fields fields) {
        return read(location, payment, (shell, found) -> {
            Form form = fields.form(found.balanceKrw(), null);
            return Templates.refund(shell, new View(payment, found, form, null, false));
        });
    }

    @POST
    public Uni<Response> refund(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @BeanParam Fields fields,
            @FormParam("balanceKrw") long balanceKrw,
            @FormParam("aboveLimitKrw") @Nullable Long aboveLimitKrw) {
        Form form = fields.form(balanceKrw, aboveLimitKrw);
        String typedNote = form.note().isEmpty() ? null : form.note();
        PaymentRefunds.Request request =
                new PaymentRefunds.Request(form.amountKrw(), balanceKrw, form.reason(), typedNote);
        return Sent.to(
                refunds.refund(location, payment, form.key(), request),
                asked -> URI.create("/console/" + location + "/transactions/" + payment + "?done="
                        + (asked.isAwaitingApproval() ? "refundWaits" : "refundRequested")),
                problem -> refused(location, payment, form, problem));
    }

    /// What was typed stays, and so does the key: sent again it cannot happen twice. With a new balance the person
    /// looks at the first step again.
    private Uni<TemplateInstance> refused(String location, String payment, Form form, ServiceProblem problem) {
        return problem.isOutcomeUnknown()
                ? shells.of(location, Section.TRANSACTIONS)
                        .map(shell ->
                                shells.page(Templates.confirm(shell, new View(payment, null, form, problem, false))))
                : read(location, payment, (shell, found) -> {
                    Form kept = new Form(
                            UUID.randomUUID().toString(),
                            form.part(),
                            form.amount(),
                            form.reason(),
                            form.note(),
                            found.balanceKrw(),
                            null);
                    return Templates.refund(shell, new View(payment, found, kept, problem, false));
                });
    }

    private interface Page {
        TemplateInstance of(Shell shell, PaymentRefunds found);
    }

    private Uni<TemplateInstance> read(String location, String payment, Page page) {
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.TRANSACTIONS), Part.of(refunds.refunds(location, payment)))
                .with((shell, found) -> {
                    if (!shell.may("refund:create")) {
                        throw new NotPermittedException(shell, List.of("refund:create"));
                    }
                    return shells.page(page.of(shell, found.required()));
                });
    }
}
