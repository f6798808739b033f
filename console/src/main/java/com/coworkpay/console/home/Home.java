package com.coworkpay.console.home;

import com.coworkpay.console.client.IntegrationClient;
import com.coworkpay.console.client.LocationPage;
import com.coworkpay.console.client.LocationPage.Location;
import com.coworkpay.console.session.Person;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Where a person begins: at their only location, or at the list of them.
@Path("/console")
public class Home {

    private static final int MAX_LOCATIONS = 50;

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance locations(Shell shell, LocationPage page, String query);

        static native TemplateInstance nowhere(Shell shell, String subject);

        private Templates() {}
    }

    private final IntegrationClient integration;
    private final Shells shells;
    private final Person person;

    Home(@RestClient IntegrationClient integration, Shells shells, Person person) {
        this.integration = integration;
        this.shells = shells;
        this.person = person;
    }

    @GET
    public Uni<Response> begin() {
        return integration.locations(null, null, null, 2).map(page -> {
            if (page.locations().stream().anyMatch(Home::isOfOperators)) {
                return Response.seeOther(URI.create("/console/dead-letters")).build();
            }
            if (page.locations().isEmpty()) {
                return Response.ok(shells.page(Templates.nowhere(shells.plain(), person.subject())))
                        .build();
            }
            return Response.seeOther(URI.create(
                            page.locations().size() == 1
                                    ? "/console/" + page.locations().getFirst().locationId()
                                    : "/console/locations"))
                    .build();
        });
    }

    @GET
    @Path("locations")
    public Uni<TemplateInstance> locations(
            @QueryParam("query") @Nullable String query, @QueryParam("cursor") @Nullable String cursor) {
        String asked = query == null || query.isBlank() ? null : query.strip();
        return integration
                .locations(null, asked, cursor, MAX_LOCATIONS)
                .map(page -> shells.page(Templates.locations(shells.plain(), page, asked == null ? "" : asked)));
    }

    /// The first page that the person may see there.
    @GET
    @Path("{location}")
    public Uni<Response> atLocation(@PathParam("location") String location) {
        return shells.at(location).map(found -> Response.seeOther(URI.create(
                        isOfOperators(found.requiredLocation())
                                ? "/console/dead-letters"
                                : found.path(Section.of(found.requiredLocation())
                                        .getFirst()
                                        .path())))
                .build());
    }

    /// Who may see nothing of the location itself.
    private static boolean isOfOperators(Location location) {
        return Section.of(location).isEmpty() && location.may("dead-letter:manage");
    }
}
