package com.coworkpay.console.schedules;

import com.coworkpay.console.audit.WhoDidWhat;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.Schedule;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
import com.coworkpay.console.shell.NotPermittedException;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Opening hours of a location: when a full-day booking begins. Each change is a version; what was paid before keeps
/// the hours that were shown.
@Path("/console/{location}/schedules")
public class SchedulesPage {

    private static final String MANAGE = "schedule:manage";
    private static final List<String> CHANGES = List.of("SCHEDULE_CHANGED", "SCHEDULE_REMOVED");
    private static final int NEWEST = 10;

    @CheckedTemplate(basePath = "schedules")
    static class Templates {
        static native TemplateInstance schedules(
                Shell shell, Part<Schedule.Page> schedules, WhoDidWhat acts, @Nullable String done);

        static native TemplateInstance schedule(Shell shell, View view);

        private Templates() {}
    }

    /// @param versions newest first
    public record View(
            Hours hours,
            Part<Schedule.Page> versions,
            @Nullable ServiceProblem problem) {

        public List<String> weekdays() {
            return Hours.WEEKDAYS;
        }

        public List<String> resourceTypes() {
            return List.of("DESK", "PARKING", "EQUIPMENT", "ROOM");
        }

        /// What is said of a field, by this page or by the service.
        public boolean isWrong(String field) {
            return hours.wrong().contains(field)
                    || (problem != null
                            && problem.fields().stream()
                                    .anyMatch(each -> each.field().startsWith(field)
                                            || each.field().startsWith("weekly." + field)));
        }

        /// There are hours to take away.
        public boolean isThere() {
            var page = versions.value();
            return page != null
                    && !page.schedules().isEmpty()
                    && page.schedules().getFirst().weekly() != null;
        }
    }

    private final RefundClient refunds;
    private final Shells shells;

    SchedulesPage(@RestClient RefundClient refunds, Shells shells) {
        this.refunds = refunds;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> all(
            @PathParam("location") String location,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.SCHEDULES),
                        Part.of(refunds.schedules(location, cursor)),
                        Part.of(refunds.audit(location, null, CHANGES, NEWEST)))
                .with((shell, found, acts) ->
                        shells.page(Templates.schedules(shell, found, WhoDidWhat.of(acts), done)));
    }

    /// The hours as they are, to change them.
    @GET
    @Path("change")
    public Uni<TemplateInstance> change(
            @PathParam("location") String location,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("resourceType") @Nullable String resourceType,
            @QueryParam("resourceId") @Nullable String resourceId) {
        Hours empty = Hours.of(kind, resourceType, resourceId);
        return page(location, empty, null, true);
    }

    @POST
    @Path("change")
    public Uni<Response> save(@PathParam("location") String location, MultivaluedMap<String, String> form) {
        Hours hours = Hours.typed(form);
        if (!hours.wrong().isEmpty()) {
            return page(location, hours, null, false)
                    .map(page -> Response.status(422).entity(page).build());
        }
        return answer(
                location,
                hours,
                refunds.putSchedule(location, hours.kind(), hours.typeOrNull(), hours.idOrNull(), hours.change()));
    }

    /// There is no such schedule from the day on.
    @POST
    @Path("remove")
    public Uni<Response> remove(
            @PathParam("location") String location,
            @FormParam("kind") @Nullable String kind,
            @FormParam("resourceType") @Nullable String resourceType,
            @FormParam("resourceId") @Nullable String resourceId,
            @FormParam("validFrom") @Nullable String validFrom) {
        Hours hours = Hours.of(kind, resourceType, resourceId).from(Typed.text(validFrom));
        return answer(
                location,
                hours,
                refunds.deleteSchedule(
                        location, hours.kind(), hours.typeOrNull(), hours.idOrNull(), hours.validFrom()));
    }

    private Uni<Response> answer(String location, Hours hours, Uni<Schedule.Page> call) {
        return ServiceProblem.in(call)
                .map(_ -> Response.seeOther(URI.create("/console/" + location + "/schedules?done=saved"))
                        .build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    return page(location, hours, problem, false).map(page -> Response.status(problem.status())
                            .entity(page)
                            .build());
                });
    }

    /// @param isAsStored the form shows the newest version instead of what was typed
    private Uni<TemplateInstance> page(
            String location, Hours hours, @Nullable ServiceProblem problem, boolean isAsStored) {
        Uni<Schedule.Page> versions = hours.isComplete()
                ? refunds.schedule(location, hours.kind(), hours.typeOrNull(), hours.idOrNull())
                : Uni.createFrom().item(new Schedule.Page(List.of(), null));
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.SCHEDULES), Part.of(versions))
                .with((shell, found) -> {
                    if (!shell.may(MANAGE)) {
                        throw new NotPermittedException(shell, List.of(MANAGE));
                    }
                    Schedule.Page stored = found.value();
                    Hours shown = isAsStored && stored != null ? hours.as(stored, LocalDate.now(shell.zone())) : hours;
                    return shells.page(Templates.schedule(shell, new View(shown, found, problem)));
                });
    }
}
