package com.coworkpay.console.shell;

import com.coworkpay.console.client.IntegrationClient;
import com.coworkpay.console.client.LocationPage.Location;
import com.coworkpay.console.session.Person;
import com.coworkpay.console.session.Visit;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Makes the shell of a page, and refuses those who may not see it.
@RequestScoped
public class Shells {

    private final IntegrationClient integration;
    private final Visit visit;
    private final Person person;

    Shells(@RestClient IntegrationClient integration, Visit visit, Person person) {
        this.integration = integration;
        this.visit = visit;
        this.person = person;
    }

    /// @return fails with a [NoSuchPageException] where the person has no permission at all there, with a
    ///     [NotPermittedException] where they have others
    public Uni<Shell> of(String locationId, Section section) {
        return at(locationId).map(shell -> {
            if (!section.isFor(shell.requiredLocation())) {
                throw new NotPermittedException(shell, section.permissions());
            }
            return shell(shell.location(), section);
        });
    }

    /// Of a page that everybody with any permission there may see.
    public Uni<Shell> at(String locationId) {
        return integration
                .locations(locationId, null, null, 1)
                .map(found -> found.locations().stream().findFirst().orElseThrow(NoSuchPageException::new))
                .map(location -> shell(location, null));
    }

    /// In the language of the visit.
    public TemplateInstance page(TemplateInstance page) {
        return page.setLocale(visit.language().locale());
    }

    /// Of a page of no location.
    public Shell plain() {
        return shell(null, null);
    }

    private Shell shell(@Nullable Location location, @Nullable Section section) {
        return new Shell(
                visit.language(),
                visit.theme(),
                person.name(),
                location,
                section,
                visit.address(),
                visit.isFormUnsent());
    }
}
