package com.coworkpay.console.batches;

import com.coworkpay.console.client.Batch;
import com.coworkpay.console.client.BatchClient;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.session.Person;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// One refund batch: its dry run, its progress, its report, and what a person can do with it now.
@Path("/console/{location}/refund-batches/{id: [0-9a-f-]{36}}")
public class BatchPage {

    private static final int PAGE_SIZE = 50;
    private static final List<String> OUTCOMES =
            List.of("PENDING", "REQUESTED", "REFUNDED", "FAILED", "IN_REVIEW", "LEFT_OUT", "STOPPED");

    @CheckedTemplate(basePath = "batches")
    static class Templates {
        static native TemplateInstance batch(Shell shell, View view);

        static native TemplateInstance batch$live(Shell shell, View view);

        private Templates() {}
    }

    /// @param subject of the person who sees it
    /// @param outcome that the list of payments is limited to; empty: all
    /// @param problem of the last attempt to do something with it
    public record View(
            Batch batch,
            Part<Batch.Payments> payments,
            String outcome,
            String subject,
            Instant now,
            @Nullable ServiceProblem problem) {

        public List<String> outcomes() {
            return OUTCOMES;
        }

        public boolean isShowing(String other) {
            return outcome.equals(other);
        }

        public ProgressBar bar() {
            return ProgressBar.of(batch);
        }

        /// Minutes until all of it is through, at its pace so far; null where nothing can be said yet.
        public @Nullable Long minutesLeft() {
            return ProgressBar.minutesLeft(batch, now);
        }

        /// Who asked for it or confirmed it does not approve it. refund-service decides.
        public boolean isOwn() {
            return batch.isOf(subject);
        }

        public boolean isApprovedByMe() {
            return batch.approval() != null && batch.approval().isApprovedBy(subject);
        }
    }

    private final BatchClient batches;
    private final Shells shells;
    private final Visit visit;
    private final Person person;

    BatchPage(@RestClient BatchClient batches, Shells shells, Visit visit, Person person) {
        this.batches = batches;
        this.shells = shells;
        this.visit = visit;
        this.person = person;
    }

    @GET
    public Uni<TemplateInstance> one(
            @PathParam("location") String location,
            @PathParam("id") String id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(location, id, Typed.text(outcome), cursor, null);
    }

    /// The same step again changes nothing.
    @POST
    @Path("{step: withdrawal|dismissal|pause|resumption|stop}")
    public Uni<Response> take(
            @PathParam("location") String location,
            @PathParam("id") String id,
            @PathParam("step") String step,
            @FormParam("note") @Nullable String note) {
        return ServiceProblem.in(taken(location, id, step, new Batch.Note(Typed.orNull(note))))
                .map(_ -> Response.seeOther(BatchesPage.there(location, id)).build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    return page(location, id, "", null, problem).map(page -> Response.status(problem.status())
                            .entity(page)
                            .build());
                });
    }

    private Uni<Batch> taken(String location, String id, String step, Batch.Note why) {
        return switch (step) {
            case "withdrawal" -> batches.withdraw(location, id, why);
            case "dismissal" -> batches.dismiss(location, id, why);
            case "pause" -> batches.pause(location, id, why);
            case "resumption" -> batches.resume(location, id, why);
            default -> batches.stop(location, id, why);
        };
    }

    private Uni<TemplateInstance> page(
            String location, String id, String outcome, @Nullable String cursor, @Nullable ServiceProblem problem) {
        List<String> outcomes = OUTCOMES.contains(outcome) ? List.of(outcome) : List.of();
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.REFUNDS),
                        Part.of(batches.batch(location, id)),
                        Part.of(batches.payments(location, id, outcomes, cursor, PAGE_SIZE)))
                .with((shell, batch, payments) -> {
                    View view = new View(
                            batch.required(),
                            payments,
                            outcomes.isEmpty() ? "" : outcome,
                            person.subject(),
                            Instant.now(),
                            problem);
                    return shells.page(
                            visit.wantsPart() ? Templates.batch$live(shell, view) : Templates.batch(shell, view));
                });
    }
}
