package com.coworkpay.console.shell;

import com.coworkpay.console.client.LocationRefunds.Counts;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.PaymentClient;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.Review;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The numbers in the navigation: refunds on their way, and what waits for a person. Asked for by each page, after it.
@Path("/console/{location}/badges")
public class BadgesPage {

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance badges(Shell shell, View view);

        private Templates() {}
    }

    /// @param toReview null where it is not known
    public record View(@Nullable Long onTheirWay, @Nullable Long toReview) {}

    private final PaymentClient payments;
    private final RefundClient refunds;
    private final Shells shells;

    BadgesPage(@RestClient PaymentClient payments, @RestClient RefundClient refunds, Shells shells) {
        this.payments = payments;
        this.refunds = refunds;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> show(@PathParam("location") String location) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.REVIEW),
                        Part.of(refunds.counts(location)),
                        Part.of(payments.manualReview(location, null)))
                .with((shell, counts, inReview) ->
                        shells.page(Templates.badges(shell, view(counts.value(), inReview.value()))));
    }

    private static View view(@Nullable Counts counts, Review.@Nullable Payments inReview) {
        return new View(
                counts == null ? null : counts.onTheirWay(),
                counts == null || inReview == null
                        ? null
                        : counts.inManualReview() + inReview.payments().size());
    }
}
