package com.coworkpay.console.batches;

import com.coworkpay.console.client.Batch;
import com.coworkpay.console.client.BatchClient;
import com.coworkpay.console.client.Part;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Everybody back: which event or day. It is counted first; nothing is refunded from here.
@Path("/console/{location}/refund-batches")
public class BatchesPage {

    static final List<String> RESOURCE_TYPES = List.of("ROOM", "DESK", "PARKING", "EQUIPMENT");

    @CheckedTemplate(basePath = "batches")
    static class Templates {
        static native TemplateInstance batches(Shell shell, View view);

        private Templates() {}
    }

    /// @param key of the form: sent again it is one batch
    public record Form(
            String key, String kind, String eventId, String day, String resourceType, String resourceId, String note) {

        static Form empty() {
            return new Form(newKey(), "EVENT", "", "", "", "", "");
        }

        Form withNewKey() {
            return new Form(newKey(), kind, eventId, day, resourceType, resourceId, note);
        }

        private static String newKey() {
            return UUID.randomUUID().toString();
        }

        public boolean isOfDay() {
            return kind.equals("DAY");
        }

        Batch.Request request() {
            return isOfDay()
                    ? new Batch.Request(
                            null,
                            Typed.orNull(day),
                            Typed.orNull(resourceType),
                            Typed.orNull(resourceId),
                            Typed.orNull(note))
                    : new Batch.Request(Typed.orNull(eventId), null, null, null, Typed.orNull(note));
        }
    }

    /// @param problem of the last attempt to begin one
    public record View(
            Part<Batch.Page> page, Form form, @Nullable ServiceProblem problem) {

        public List<String> resourceTypes() {
            return RESOURCE_TYPES;
        }

        /// What the service says of this field.
        public @Nullable String wrong(String field) {
            return problem == null ? null : problem.of(field);
        }
    }

    private final BatchClient batches;
    private final Shells shells;

    BatchesPage(@RestClient BatchClient batches, Shells shells) {
        this.batches = batches;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> all(
            @PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor) {
        return page(location, cursor, Form.empty(), null);
    }

    @POST
    public Uni<Response> start(
            @PathParam("location") String location,
            @FormParam("key") @Nullable String key,
            @FormParam("kind") @Nullable String kind,
            @FormParam("eventId") @Nullable String eventId,
            @FormParam("day") @Nullable String day,
            @FormParam("resourceType") @Nullable String resourceType,
            @FormParam("resourceId") @Nullable String resourceId,
            @FormParam("note") @Nullable String note) {
        Form form = new Form(
                Typed.text(key),
                Typed.text(kind),
                Typed.text(eventId),
                Typed.text(day),
                Typed.text(resourceType),
                Typed.text(resourceId),
                Typed.text(note));
        return ServiceProblem.in(batches.start(location, form.key(), form.request()))
                .map(started ->
                        Response.seeOther(there(location, started.batchId())).build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    // Where it is not known whether it was taken, the same key makes it one.
                    Form kept = problem.isOutcomeUnknown() ? form : form.withNewKey();
                    return page(location, null, kept, problem).map(page -> Response.status(problem.status())
                            .entity(page)
                            .build());
                });
    }

    static URI there(String location, String id) {
        return URI.create("/console/" + location + "/refund-batches/" + id);
    }

    private Uni<TemplateInstance> page(
            String location, @Nullable String cursor, Form form, @Nullable ServiceProblem problem) {
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.REFUNDS), Part.of(batches.batches(location, cursor)))
                .with((shell, page) -> shells.page(Templates.batches(shell, new View(page, form, problem))));
    }
}
