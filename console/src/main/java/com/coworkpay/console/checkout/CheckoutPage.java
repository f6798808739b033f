package com.coworkpay.console.checkout;

import com.coworkpay.console.client.Checkout;
import com.coworkpay.console.client.CheckoutClient;
import com.coworkpay.console.client.LocationPage.Location;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.receipt.Receipt;
import com.coworkpay.console.session.Language;
import com.coworkpay.console.session.Visit;
import com.coworkpay.console.shell.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// What a payer sees who follows a signed link: what is to be paid, the way to KakaoPay, the result, the receipt.
@Path("/checkout/{checkout: [0-9a-f-]{36}}/{signature: [A-Za-z0-9_-]{16,128}}")
@PermitAll
public class CheckoutPage {

    @CheckedTemplate(basePath = "checkout")
    static class Templates {
        static native TemplateInstance checkout(Shell shell, View view);

        static native TemplateInstance checkout$state(Shell shell, View view);

        private Templates() {}
    }

    /// @param key of the next attempt: the button pressed twice is one attempt
    public record View(
            Checkout checkout,
            String address,
            String key,
            @Nullable ServiceProblem problem) {}

    private final CheckoutClient checkouts;
    private final Visit visit;

    CheckoutPage(@RestClient CheckoutClient checkouts, Visit visit) {
        this.checkouts = checkouts;
        this.visit = visit;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("checkout") String checkout, @PathParam("signature") String signature) {
        return read(checkout, signature, null, null).map(view -> page(Templates.checkout(shell(view), view), view));
    }

    /// The part that changes while the payer waits.
    @GET
    @Path("state")
    public Uni<TemplateInstance> state(
            @PathParam("checkout") String checkout, @PathParam("signature") String signature) {
        return read(checkout, signature, null, null)
                .map(view -> page(Templates.checkout$state(shell(view), view), view));
    }

    @GET
    @Path("receipt")
    public Uni<Response> receipt(@PathParam("checkout") String checkout, @PathParam("signature") String signature) {
        return read(checkout, signature, null, null).map(view -> {
            Receipt receipt = Receipt.of(view.checkout(), view.address());
            return receipt == null
                    ? Response.seeOther(URI.create(view.address())).build()
                    : Response.ok(page(receipt.page(shell(view)), view)).build();
        });
    }

    /// Leads on to KakaoPay.
    @POST
    @Path("pay")
    public Uni<Response> pay(
            @PathParam("checkout") String checkout,
            @PathParam("signature") String signature,
            @FormParam("key") @Nullable String key,
            @HeaderParam("Sec-CH-UA-Mobile") @Nullable String mobile,
            @HeaderParam("User-Agent") @Nullable String agent) {
        return ServiceProblem.in(checkouts.pay(
                        checkout, signature, Typed.text(key), new Checkout.PayRequest(device(mobile, agent))))
                .map(begun -> Response.seeOther(URI.create(begun.redirectUrl())).build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> again(checkout, signature, (ServiceProblem) failure, key));
    }

    @POST
    @Path("payments/{payment: [0-9a-f-]{36}}/cancel")
    public Uni<Response> cancel(
            @PathParam("checkout") String checkout,
            @PathParam("signature") String signature,
            @PathParam("payment") String payment) {
        return ServiceProblem.in(checkouts.cancel(checkout, signature, payment))
                .map(_ -> Response.seeOther(URI.create(address(checkout, signature)))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> again(checkout, signature, (ServiceProblem) failure, null));
    }

    /// After an unknown outcome with the same key: pressed again, it is the same attempt.
    private Uni<Response> again(String checkout, String signature, ServiceProblem problem, @Nullable String key) {
        return read(checkout, signature, problem, problem.isOutcomeUnknown() ? key : null)
                .map(view -> Response.status(problem.status())
                        .entity(page(Templates.checkout(shell(view), view), view))
                        .build());
    }

    private Uni<View> read(String checkout, String signature, @Nullable ServiceProblem problem, @Nullable String key) {
        return checkouts
                .checkout(checkout, signature)
                .map(found -> new View(
                        found,
                        address(checkout, signature),
                        key == null ? UUID.randomUUID().toString() : key,
                        problem));
    }

    private static String address(String checkout, String signature) {
        return "/checkout/" + checkout + "/" + signature;
    }

    /// What the payer chose, else what the portal said, else what the browser prefers.
    private Language language(View view) {
        return visit.isLanguageChosen() || view.checkout().language() == null
                ? visit.language()
                : Language.valueOf(view.checkout().language().toUpperCase(Locale.ROOT));
    }

    private TemplateInstance page(TemplateInstance template, View view) {
        return template.setLocale(language(view).locale());
    }

    private Shell shell(View view) {
        Checkout checkout = view.checkout();
        Checkout.Place place = checkout.location();
        Location location = new Location(
                checkout.locationId(),
                place == null ? null : place.title(),
                place == null ? null : place.timezone(),
                place != null,
                false,
                checkout.live(),
                place == null ? null : place.seller(),
                List.of());
        return new Shell(language(view), visit.theme(), null, location, null, view.address(), false);
    }

    private static String device(@Nullable String mobile, @Nullable String agent) {
        boolean isMobile =
                mobile == null ? agent != null && agent.matches(".*(Mobi|Android|iPhone|iPad).*") : mobile.equals("?1");
        return isMobile ? "MOBILE" : "PC";
    }
}
