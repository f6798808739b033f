package com.coworkpay.refund.location;

import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.credential.CredentialSource;
import com.coworkpay.refund.location.domain.LocationState;
import com.coworkpay.refund.location.persistence.Locations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Keeps the newest state of a location. A rotation or a disconnect drops the credentials in memory at once;
/// cancellations that came before their location are decided now.
@ApplicationScoped
public class KeepLocation {

    private final Locations locations;
    private final CredentialSource credentials;
    private final DecideCancellations decide;

    KeepLocation(Locations locations, CredentialSource credentials, DecideCancellations decide) {
        this.locations = locations;
        this.credentials = credentials;
        this.decide = decide;
    }

    /// @param accountIds every merchant account the event names
    public Uni<Void> keep(LocationState location, List<String> accountIds) {
        accountIds.forEach(credentials::drop);
        return locations
                .keep(location)
                .chain(() -> locations.resolveStarts(location.locationId()))
                .chain(() -> decide.ofLocation(location.locationId()));
    }
}
