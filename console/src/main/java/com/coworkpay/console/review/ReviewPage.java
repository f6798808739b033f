package com.coworkpay.console.review;

import com.coworkpay.console.client.PaymentClient;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.Review;
import com.coworkpay.console.client.Review.PaymentCase;
import com.coworkpay.console.client.Review.RefundCase;
import com.coworkpay.console.client.Review.SetAsideCancellation;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// What waits for a person, oldest first: what happened, what to do, and the ways out.
@Path("/console/{location}/review")
public class ReviewPage {

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance review(Shell shell, View view);

        private Templates() {}
    }

    /// A part of the page; where its service does not answer, why.
    public record Part<T>(
            List<T> items, boolean hasMore, @Nullable ServiceProblem problem) {
        public boolean isEmpty() {
            return items.isEmpty() && problem == null;
        }
    }

    /// @param problem of the last action, at the entry `about`
    public record View(
            Part<PaymentCase> payments,
            Part<RefundCase> refunds,
            Part<SetAsideCancellation> setAside,
            @Nullable ServiceProblem problem,
            @Nullable String about,
            @Nullable String done,
            Instant now) {

        /// Of each form of the page, so that sending it twice is one resolution.
        public String newKey() {
            return UUID.randomUUID().toString();
        }

        public boolean isQuiet() {
            return payments.isEmpty() && refunds.isEmpty() && setAside.isEmpty();
        }

        public boolean isAbout(String id) {
            return id.equals(about);
        }
    }

    private final PaymentClient payments;
    private final RefundClient refunds;
    private final Shells shells;

    ReviewPage(@RestClient PaymentClient payments, @RestClient RefundClient refunds, Shells shells) {
        this.payments = payments;
        this.refunds = refunds;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location, @QueryParam("done") @Nullable String done) {
        return page(location, null, null, done);
    }

    @POST
    @Path("payments/{payment}/inquiry")
    public Uni<Response> inquirePayment(@PathParam("location") String location, @PathParam("payment") String payment) {
        return act(
                location,
                payment,
                "inquired",
                payments.inquiry(location, payment).replaceWithVoid());
    }

    @POST
    @Path("payments/{payment}/resolution")
    public Uni<Response> resolvePayment(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @FormParam("key") @Nullable String key,
            @FormParam("outcome") @Nullable String outcome,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("note") @Nullable String note) {
        return act(
                location,
                payment,
                "resolved",
                payments.resolve(
                        location,
                        payment,
                        Typed.text(key),
                        new Review.PaymentResolution(Typed.text(outcome), Typed.text(evidence), Typed.orNull(note))));
    }

    @POST
    @Path("payments/{payment}/refunds/{refund}/inquiry")
    public Uni<Response> inquireRefund(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund) {
        return act(
                location,
                refund,
                "inquired",
                refunds.inquiry(location, payment, refund).replaceWithVoid());
    }

    @POST
    @Path("payments/{payment}/refunds/{refund}/resolution")
    public Uni<Response> resolveRefund(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund,
            @FormParam("key") @Nullable String key,
            @FormParam("outcome") @Nullable String outcome,
            @FormParam("aid") @Nullable String aid,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("note") @Nullable String note) {
        return act(
                location,
                refund,
                "resolved",
                refunds.resolve(
                        location,
                        payment,
                        refund,
                        Typed.text(key),
                        new Review.Resolution(
                                Typed.text(outcome), Typed.orNull(aid), Typed.text(evidence), Typed.orNull(note))));
    }

    /// @param end `release` or `dismiss`
    @POST
    @Path("cancellations/{id}/{end: release|dismiss}")
    public Uni<Response> endSetAside(
            @PathParam("location") String location,
            @PathParam("id") String id,
            @PathParam("end") String end,
            @FormParam("note") @Nullable String note) {
        return act(
                location,
                id,
                end.equals("release") ? "released" : "dismissed",
                refunds.end(location, id, end, new Review.End(Typed.text(note))));
    }

    private Uni<Response> act(String location, String about, String done, Uni<Void> action) {
        return ServiceProblem.in(action)
                .replaceWith(() -> Response.seeOther(URI.create("/console/" + location + "/review?done=" + done))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> page(location, failure, about, null)
                        .map(page ->
                                Response.status(failure.status()).entity(page).build()));
    }

    private Uni<TemplateInstance> page(
            String location, @Nullable ServiceProblem problem, @Nullable String about, @Nullable String done) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.REVIEW),
                        part(payments.manualReview(location, null)
                                .map(page -> new Part<>(page.payments(), page.nextCursor() != null, null))),
                        part(refunds.manualReview(location, null)
                                .map(page -> new Part<>(page.refunds(), page.nextCursor() != null, null))),
                        part(refunds.setAside(location, null)
                                .map(page -> new Part<>(page.cancellations(), page.nextCursor() != null, null))))
                .with((shell, inPayments, inRefunds, setAside) -> shells.page(Templates.review(
                        shell, new View(inPayments, inRefunds, setAside, problem, about, done, Instant.now()))));
    }

    private static <T> Uni<Part<T>> part(Uni<Part<T>> asked) {
        return ServiceProblem.in(asked)
                .onFailure(ServiceProblem.class)
                .recoverWithItem(problem -> new Part<>(List.of(), false, problem));
    }
}
