package com.coworkpay.console.deadletters;

import com.coworkpay.console.client.DeadLetter;
import com.coworkpay.console.client.DeadLetterCalls;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.PaymentDeadLetterClient;
import com.coworkpay.console.client.RefundDeadLetterClient;
import com.coworkpay.console.client.ReportingDeadLetterClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.shell.NoSuchPageException;
import com.coworkpay.console.shell.NotPermittedException;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// For operators of the installation: what the services could not process. It belongs to no location.
@Path("/console/dead-letters")
public class DeadLettersPage {

    private static final String MANAGE = "dead-letter:manage";

    @CheckedTemplate(basePath = "deadletters")
    static class Templates {
        static native TemplateInstance letters(Shell shell, View view);

        static native TemplateInstance letter(Shell shell, LetterView view);

        private Templates() {}
    }

    /// @param service by its short name: payment, refund, reporting
    public record Group(String service, Part<DeadLetter.Page> letters) {}

    public record View(Filter filter, List<String> services, List<Group> groups) {}

    /// @param note as it was typed
    /// @param problem why it was not done
    public record LetterView(
            String service,
            DeadLetter.Details letter,
            String note,
            @Nullable ServiceProblem problem,
            @Nullable String done) {

        public String path() {
            return "/console/dead-letters/" + service + "/"
                    + letter.deadLetter().deadLetterId();
        }
    }

    private final Map<String, DeadLetterCalls> services = new LinkedHashMap<>();
    private final Shells shells;

    DeadLettersPage(
            @RestClient PaymentDeadLetterClient payment,
            @RestClient RefundDeadLetterClient refund,
            @RestClient ReportingDeadLetterClient reporting,
            Shells shells) {
        services.put("payment", payment);
        services.put("refund", refund);
        services.put("reporting", reporting);
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> list(@BeanParam Filter filter, @QueryParam("cursor") @Nullable String cursor) {
        List<String> asked = filter.service().isEmpty() ? List.copyOf(services.keySet()) : List.of(filter.service());
        List<Uni<Group>> groups = asked.stream()
                .map(service -> Part.of(calls(service)
                                .page(
                                        Typed.orNull(filter.askedStatus()),
                                        Typed.orNull(filter.kind()),
                                        Typed.orNull(filter.topic()),
                                        asked.size() == 1 ? Typed.orNull(cursor) : null))
                        .map(page -> new Group(service, page)))
                .toList();
        return Uni.join().all(groups).andFailFast().map(found -> {
            Shell shell = shells.plain();
            if (found.stream().allMatch(each -> isForbidden(each.letters()))) {
                throw new NotPermittedException(shell, List.of(MANAGE));
            }
            return shells.page(Templates.letters(shell, new View(filter, List.copyOf(services.keySet()), found)));
        });
    }

    @GET
    @Path("{service}/{id}")
    public Uni<TemplateInstance> one(
            @PathParam("service") String service,
            @PathParam("id") String id,
            @QueryParam("done") @Nullable String done) {
        return page(service, id, "", null, done);
    }

    /// @param what `replay`, `dismissal` or `notes`
    @POST
    @Path("{service}/{id}/{what: replay|dismissal|notes}")
    public Uni<Response> act(
            @PathParam("service") String service,
            @PathParam("id") String id,
            @PathParam("what") String what,
            @FormParam("note") @Nullable String note) {
        String typed = Typed.text(note);
        return ServiceProblem.in(calls(service).act(id, what, new DeadLetter.Note(typed)))
                .map(_ -> Response.seeOther(URI.create("/console/dead-letters/" + service + "/" + id + "?done=" + what))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    return page(service, id, typed, problem, null).map(page -> Response.status(problem.status())
                            .entity(page)
                            .build());
                });
    }

    private Uni<TemplateInstance> page(
            String service, String id, String note, @Nullable ServiceProblem problem, @Nullable String done) {
        return Part.of(calls(service).one(id)).map(found -> {
            Shell shell = shells.plain();
            if (isForbidden(found)) {
                throw new NotPermittedException(shell, List.of(MANAGE));
            }
            return shells.page(Templates.letter(shell, new LetterView(service, found.required(), note, problem, done)));
        });
    }

    private static boolean isForbidden(Part<?> part) {
        ServiceProblem problem = part.problem();
        return problem != null && problem.status() == 403;
    }

    private DeadLetterCalls calls(String service) {
        DeadLetterCalls calls = services.get(service);
        if (calls == null) {
            throw new NoSuchPageException();
        }
        return calls;
    }
}
