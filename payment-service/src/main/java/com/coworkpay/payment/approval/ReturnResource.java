package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.returnurl.CheckoutUrls;
import com.coworkpay.payment.returnurl.KakaoPayReturnUrls;
import com.coworkpay.payment.returnurl.PortalRedirect;
import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.problem.AnyQuery;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/// The payer's browser, sent back by KakaoPay. Open to all, but only by URLs that this installation signed. Always
/// redirects the browser to the portal's stored URL, or to the page of its checkout, never to one that the request
/// carries. KakaoPay may add any
/// parameter to the query: a payer who has paid is not rejected for it.
@Path("/v1/return/{paymentId}/{signature}")
@Tag(name = "Return URLs", description = "Where KakaoPay sends the payer's browser; not for programs.")
@PermitAll
@AnyQuery
class ReturnResource {

    private final KakaoPayReturnUrls returnUrls;
    private final CheckoutUrls checkoutUrls;
    private final ApprovePayment approvePayment;
    private final CancelPayment cancelPayment;

    ReturnResource(
            KakaoPayReturnUrls returnUrls,
            CheckoutUrls checkoutUrls,
            ApprovePayment approvePayment,
            CancelPayment cancelPayment) {
        this.returnUrls = returnUrls;
        this.checkoutUrls = checkoutUrls;
        this.approvePayment = approvePayment;
        this.cancelPayment = cancelPayment;
    }

    @GET
    @Path("/approved")
    @Cancellable(false)
    @Operation(operationId = "returnApproved", summary = "The payer has paid at KakaoPay: approves exactly once")
    @APIResponse(
            responseCode = "303",
            description = "Redirect to the portal, or to the page of the checkout, with paymentId and status")
    @APIResponse(responseCode = "404", description = "Not a URL that this installation signed")
    public Uni<Response> approved(
            @PathParam("paymentId") String paymentId,
            @PathParam("signature") String signature,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        UUID id = signed(paymentId, signature);
        Optional<SecretText> token = onlyToken(uri);
        return answer(
                token.isPresent() ? approvePayment.approveReturn(id, token.get()) : cancelPayment.returnResult(id),
                headers);
    }

    @GET
    @Path("/canceled")
    @Cancellable(false)
    @Operation(operationId = "returnCanceled", summary = "The payer canceled at KakaoPay")
    @APIResponse(
            responseCode = "303",
            description = "Redirect to the portal, or to the page of the checkout, with paymentId and status")
    @APIResponse(responseCode = "404", description = "Not a URL that this installation signed")
    public Uni<Response> canceled(
            @PathParam("paymentId") String paymentId,
            @PathParam("signature") String signature,
            @Context HttpHeaders headers) {
        return answer(cancelPayment.cancelReturn(signed(paymentId, signature), Reason.PAYER_ABORTED), headers);
    }

    @GET
    @Path("/failed")
    @Cancellable(false)
    @Operation(
            operationId = "returnFailed",
            summary = "The payment failed at KakaoPay, or its fifteen minutes are over")
    @APIResponse(
            responseCode = "303",
            description = "Redirect to the portal, or to the page of the checkout, with paymentId and status")
    @APIResponse(responseCode = "404", description = "Not a URL that this installation signed")
    public Uni<Response> failed(
            @PathParam("paymentId") String paymentId,
            @PathParam("signature") String signature,
            @Context HttpHeaders headers) {
        return answer(cancelPayment.cancelReturn(signed(paymentId, signature), Reason.KAKAOPAY_FAILED), headers);
    }

    private Uni<Response> answer(Uni<Optional<ReturnResult>> result, HttpHeaders headers) {
        return result.map(this::redirect)
                .onFailure(failure -> ReturnPage.isFor(failure, headers))
                .recoverWithItem(failure -> ReturnPage.of(failure, headers));
    }

    private UUID signed(String paymentId, String signature) {
        UUID id = returnUrls
                .paymentOf(paymentId, signature)
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        LogContext.paymentId(id.toString());
        return id;
    }

    /// Exactly one well-formed pg_token, as KakaoPay adds it; anything else changes nothing.
    private static Optional<SecretText> onlyToken(UriInfo uri) {
        List<String> tokens = uri.getQueryParameters().getOrDefault("pg_token", List.of());
        return tokens.size() == 1 ? PgTokens.parse(tokens.getFirst()) : Optional.empty();
    }

    private Response redirect(Optional<ReturnResult> result) {
        ReturnResult returned = result.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        String page = returned.checkoutId() == null
                ? returned.returnUrl()
                : checkoutUrls.of(returned.checkoutId()).toString();
        return Response.seeOther(PortalRedirect.to(page, returned.paymentId(), returned.status()))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
