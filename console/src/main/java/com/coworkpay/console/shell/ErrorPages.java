package com.coworkpay.console.shell;

import com.coworkpay.console.client.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What a person sees where a page cannot be shown: what it is, and what to do.
public class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    /// @param kind of the message: `notFound`, `notPermitted`, `signInAgain`, `refused`, `tooManyLocations`,
    /// `unavailable`, `failed`
    public record View(
            String kind,
            @Nullable String permissions,
            @Nullable String detail,
            @Nullable String traceId) {}

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance error(Shell shell, View view);

        private Templates() {}
    }

    private final Shells shells;

    ErrorPages(Shells shells) {
        this.shells = shells;
    }

    @ServerExceptionMapper
    public Response notFound(NoSuchPageException e) {
        return page(404, shells.plain(), new View("notFound", null, null, null));
    }

    @ServerExceptionMapper
    public Response notPermitted(NotPermittedException e) {
        String permissions = String.join(", ", e.permissions());
        return page(403, e.shell(), new View("notPermitted", permissions, null, null));
    }

    /// A service refused to show what this page is about, or does not answer.
    @ServerExceptionMapper
    public Response refused(ServiceProblem e) {
        return switch (e.status()) {
            case 404 -> page(404, shells.plain(), new View("notFound", null, null, e.traceId()));
            case 403 -> page(403, shells.plain(), new View("notPermitted", "", e.detail(), e.traceId()));
            case 431 -> page(431, shells.plain(), new View("tooManyLocations", null, null, e.traceId()));
            case 401 -> page(401, shells.plain(), new View("signInAgain", null, null, e.traceId()));
            case 400, 409, 412, 422 ->
                page(e.status(), shells.plain(), new View("refused", null, e.detail(), e.traceId()));
            default -> unavailable(e.detail(), e.traceId(), e.retryAfter());
        };
    }

    @ServerExceptionMapper
    public Response refusedHere(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status < 400 || status == 401 || status == 499) {
            return e.getResponse();
        }
        return status < 500 ? page(status, shells.plain(), new View("notFound", null, null, traceId())) : failed(e);
    }

    @ServerExceptionMapper
    public Response failed(Throwable e) {
        if (ServiceProblem.isNoAnswer(e)) {
            LOG.warnf("a service does not answer: %s", e.getMessage());
            return unavailable(null, traceId(), null);
        }
        LOG.error("a page failed", e);
        return page(500, shells.plain(), new View("failed", null, null, traceId()));
    }

    private Response unavailable(@Nullable String detail, @Nullable String traceId, @Nullable Duration retryAfter) {
        Response page = page(503, shells.plain(), new View("unavailable", null, detail, traceId));
        return Response.fromResponse(page)
                .header("Retry-After", (retryAfter == null ? SOON : retryAfter).toSeconds())
                .build();
    }

    private Response page(int status, Shell shell, View view) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shells.page(Templates.error(shell, view)))
                .build();
    }

    private static @Nullable String traceId() {
        Object traceId = MDC.get("traceId");
        return traceId == null ? null : traceId.toString();
    }
}
