package com.coworkpay.console.review;

import com.coworkpay.console.audit.WhoDidWhat;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.PaymentClient;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.Review;
import com.coworkpay.console.client.Review.PaymentCase;
import com.coworkpay.console.client.Review.RefundCase;
import com.coworkpay.console.client.Review.SetAsideCancellation;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.resolution.Proposal;
import com.coworkpay.console.session.Person;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
    public record Cases<T>(
            List<T> items, boolean hasMore, @Nullable ServiceProblem problem) {
        static <P, T> Cases<T> of(Part<P> part, Function<P, List<T>> items, Function<P, @Nullable String> next) {
            P page = part.value();
            return page == null
                    ? new Cases<>(List.of(), false, part.problem())
                    : new Cases<>(items.apply(page), next.apply(page) != null, null);
        }

        public boolean isEmpty() {
            return items.isEmpty() && problem == null;
        }
    }

    /// What was typed into a form. It comes back with what the service refused; the key too where it is not known
    /// whether the service took it: sent again it is one resolution.
    public record Entry(String key, String outcome, String aid, String evidence, String note) {
        static Entry empty() {
            return new Entry(UUID.randomUUID().toString(), "", "", "", "");
        }

        Entry after(ServiceProblem problem) {
            return problem.isOutcomeUnknown()
                    ? this
                    : new Entry(UUID.randomUUID().toString(), outcome, aid, evidence, note);
        }
    }

    /// @param proposals resolutions that wait for another person
    /// @param acts of people here, the newest
    /// @param problem of the last action, at the entry `about`
    /// @param typed into that form
    public record View(
            Cases<PaymentCase> payments,
            Cases<RefundCase> refunds,
            Cases<SetAsideCancellation> setAside,
            Cases<Proposal> proposals,
            WhoDidWhat acts,
            @Nullable ServiceProblem problem,
            @Nullable String about,
            @Nullable Entry typed,
            @Nullable String done,
            Instant now) {

        /// What stands in a form.
        public Entry entry(String id) {
            return typed != null && isAbout(id) ? typed : Entry.empty();
        }

        public boolean isQuiet() {
            return payments.isEmpty() && refunds.isEmpty() && setAside.isEmpty() && proposals.isEmpty();
        }

        public boolean isProposed(String refund) {
            return proposals.items().stream().anyMatch(each -> each.isOf(refund));
        }

        public boolean isAbout(String id) {
            return id.equals(about);
        }
    }

    private static final List<String> ON_PAYMENTS = List.of("PAYMENT_RESOLVED", "INQUIRY_REQUESTED");
    private static final List<String> ON_REFUNDS = List.of(
            "REFUND_RESOLVED",
            "RESOLUTION_PROPOSED",
            "RESOLUTION_DECLINED",
            "RESOLUTION_WITHDRAWN",
            "INQUIRY_REQUESTED",
            "CANCELLATION_RELEASED",
            "CANCELLATION_DISMISSED");
    private static final int NEWEST = 10;

    /// The answer of a service that keeps a resolution for another person.
    private static final int ACCEPTED = 202;

    private final PaymentClient payments;
    private final RefundClient refunds;
    private final Shells shells;
    private final Person person;
    private final UriInfo address;

    ReviewPage(
            @RestClient PaymentClient payments,
            @RestClient RefundClient refunds,
            Shells shells,
            Person person,
            UriInfo address) {
        this.payments = payments;
        this.refunds = refunds;
        this.shells = shells;
        this.person = person;
        this.address = address;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location, @QueryParam("done") @Nullable String done) {
        return page(location, null, null, null, done);
    }

    @POST
    @Path("payments/{payment}/inquiry")
    public Uni<Response> inquirePayment(@PathParam("location") String location, @PathParam("payment") String payment) {
        return act(location, payment, null, payments.inquiry(location, payment).replaceWith("inquired"));
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
        Entry entry = entry(key, outcome, null, evidence, note);
        return act(
                location,
                payment,
                entry,
                payments.resolve(
                                location,
                                payment,
                                entry.key(),
                                new Review.PaymentResolution(entry.outcome(), entry.evidence(), Typed.orNull(note)))
                        .replaceWith("resolved"));
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
                null,
                refunds.inquiry(location, payment, refund).replaceWith("inquired"));
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
        Entry entry = entry(key, outcome, aid, evidence, note);
        return act(
                location,
                refund,
                entry,
                refunds.resolve(
                                location,
                                payment,
                                refund,
                                entry.key(),
                                new Review.Resolution(
                                        entry.outcome(), Typed.orNull(aid), entry.evidence(), Typed.orNull(note)))
                        .map(answer -> answer.getStatus() == ACCEPTED ? "resolutionProposed" : "resolved"));
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
                entry(null, null, null, null, note),
                refunds.end(location, id, end, new Review.End(Typed.text(note)))
                        .replaceWith(end.equals("release") ? "released" : "dismissed"));
    }

    private static Entry entry(
            @Nullable String key,
            @Nullable String outcome,
            @Nullable String aid,
            @Nullable String evidence,
            @Nullable String note) {
        return new Entry(Typed.text(key), Typed.text(outcome), Typed.text(aid), Typed.text(evidence), Typed.text(note));
    }

    /// @param action what the page says after it
    private Uni<Response> act(String location, String about, @Nullable Entry entry, Uni<String> action) {
        return ServiceProblem.in(action)
                .map(done -> Response.seeOther(URI.create("/console/" + location + "/review?done=" + done))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> page(
                                location, failure, about, entry == null ? null : entry.after(failure), null)
                        .map(page ->
                                Response.status(failure.status()).entity(page).build()));
    }

    private Uni<TemplateInstance> page(
            String location,
            @Nullable ServiceProblem problem,
            @Nullable String about,
            @Nullable Entry typed,
            @Nullable String done) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.REVIEW),
                        Part.of(payments.manualReview(location, null)),
                        Part.of(refunds.manualReview(location, null)),
                        Part.of(refunds.setAside(location, null)),
                        Part.of(refunds.proposedResolutions(location, null, null)),
                        Part.of(payments.audit(location, null, ON_PAYMENTS, NEWEST)),
                        Part.of(refunds.audit(location, null, ON_REFUNDS, NEWEST)))
                .with((shell, inPayments, inRefunds, setAside, proposed, onPayments, onRefunds) ->
                        shells.page(Templates.review(
                                shell,
                                new View(
                                        Cases.of(inPayments, page -> page.payments(), page -> page.nextCursor()),
                                        Cases.of(inRefunds, page -> page.refunds(), page -> page.nextCursor()),
                                        Cases.of(setAside, page -> page.cancellations(), page -> page.nextCursor()),
                                        Cases.of(
                                                proposed,
                                                page -> Proposal.of(
                                                        page, shell, person.subject(), address.getBaseUri()),
                                                page -> page.nextCursor()),
                                        WhoDidWhat.of(onPayments, onRefunds).linked(),
                                        problem,
                                        about,
                                        typed,
                                        done,
                                        Instant.now()))));
    }
}
