package com.coworkpay.console.comparisons;

import com.coworkpay.console.client.Comparison;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.session.Visit;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Compares the payments of a period with KakaoPay: what is running, what was found, and what nobody can explain yet.
@Path("/console/{location}/comparisons")
public class ComparisonsPage {

    private static final String ID = "{id: [0-9a-f-]{36}}";

    @CheckedTemplate(basePath = "comparisons")
    static class Templates {
        static native TemplateInstance comparisons(Shell shell, View view);

        static native TemplateInstance comparison(Shell shell, OneView view);

        static native TemplateInstance comparison$live(Shell shell, OneView view);

        private Templates() {}
    }

    /// @param key of the form: sent again it is one comparison
    public record Form(String key, String from, String to) {}

    /// @param problem of the last attempt to start one
    public record View(
            Part<Comparison.Page> page,
            Part<Comparison.Payments> unexplained,
            Form form,
            @Nullable ServiceProblem problem) {

        public boolean isWrong(String field) {
            return problem != null
                    && problem.fields().stream().anyMatch(each -> each.field().equals(field));
        }
    }

    /// @param problem of the last attempt to stop it
    public record OneView(
            Comparison comparison,
            Part<Comparison.Payments> results,
            @Nullable ServiceProblem problem) {}

    private final RefundClient refunds;
    private final Shells shells;
    private final Visit visit;

    ComparisonsPage(@RestClient RefundClient refunds, Shells shells, Visit visit) {
        this.refunds = refunds;
        this.shells = shells;
        this.visit = visit;
    }

    @GET
    public Uni<TemplateInstance> all(
            @PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor) {
        return page(location, cursor, null, null);
    }

    @POST
    public Uni<Response> start(
            @PathParam("location") String location,
            @FormParam("key") @Nullable String key,
            @FormParam("from") @Nullable String from,
            @FormParam("to") @Nullable String to) {
        Form form = new Form(Typed.text(key), Typed.text(from), Typed.text(to));
        return ServiceProblem.in(
                        refunds.startComparison(location, form.key(), new Comparison.Request(form.from(), form.to())))
                .map(started -> Response.seeOther(there(location, started.comparisonId()))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    // Where it is not known whether it was taken, the same key makes it one.
                    Form kept = problem.isOutcomeUnknown() ? form : new Form(newKey(), form.from(), form.to());
                    return page(location, null, kept, problem).map(page -> Response.status(problem.status())
                            .entity(page)
                            .build());
                });
    }

    @GET
    @Path(ID)
    public Uni<TemplateInstance> one(
            @PathParam("location") String location,
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor) {
        return one(location, id, cursor, null);
    }

    @POST
    @Path(ID + "/stop")
    public Uni<Response> stop(@PathParam("location") String location, @PathParam("id") String id) {
        return ServiceProblem.in(refunds.stopComparison(location, id))
                .map(_ -> Response.seeOther(there(location, id)).build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    return one(location, id, null, problem).map(page -> Response.status(problem.status())
                            .entity(page)
                            .build());
                });
    }

    private static URI there(String location, String id) {
        return URI.create("/console/" + location + "/comparisons/" + id);
    }

    private Uni<TemplateInstance> page(
            String location, @Nullable String cursor, @Nullable Form typed, @Nullable ServiceProblem problem) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.COMPARISONS),
                        Part.of(refunds.comparisons(location, cursor)),
                        Part.of(refunds.unexplained(location, null)))
                .with((shell, page, unexplained) -> {
                    Form form = typed == null ? lastWeek(LocalDate.now(shell.zone())) : typed;
                    return shells.page(Templates.comparisons(shell, new View(page, unexplained, form, problem)));
                });
    }

    private static Form lastWeek(LocalDate today) {
        return new Form(newKey(), today.minusDays(6).toString(), today.toString());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Uni<TemplateInstance> one(
            String location, String id, @Nullable String cursor, @Nullable ServiceProblem problem) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.COMPARISONS),
                        Part.of(refunds.comparison(location, id)),
                        Part.of(refunds.comparisonResults(location, id, cursor)))
                .with((shell, comparison, results) -> {
                    OneView view = new OneView(comparison.required(), results, problem);
                    return shells.page(
                            visit.wantsPart()
                                    ? Templates.comparison$live(shell, view)
                                    : Templates.comparison(shell, view));
                });
    }
}
