package com.coworkpay.integration.location.persistence;

import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.connection.domain.KakaoPayConnection;
import com.coworkpay.integration.connection.persistence.MerchantAccountStore;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.settings.persistence.SwitchStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Reads the whole aggregate, in the session that the use case opened.
@ApplicationScoped
public class LocationAggregateReader {

    private final LocationStore locations;
    private final MerchantAccountStore accounts;
    private final SwitchStore switches;

    LocationAggregateReader(LocationStore locations, MerchantAccountStore accounts, SwitchStore switches) {
        this.locations = locations;
        this.accounts = accounts;
        this.switches = switches;
    }

    public Uni<Optional<LocationState>> find(String locationId) {
        return locations
                .findById(locationId)
                .chain(entity -> entity == null
                        ? Uni.createFrom().item(Optional.empty())
                        : connection(locationId)
                                .map(connection -> Optional.of(
                                        new LocationState(entity.toLocation(), entity.version(), connection))));
    }

    /// The state as this transaction leaves it, at the version to which it advanced.
    public Uni<LocationState> after(String locationId, long version) {
        return find(locationId)
                .map(Optional::orElseThrow)
                .map(state -> new LocationState(state.location(), version, state.connection()));
    }

    private Uni<Optional<KakaoPayConnection>> connection(String locationId) {
        return accounts.of(locationId)
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().item(Optional.empty()) : withSwitches(locationId, found));
    }

    private Uni<Optional<KakaoPayConnection>> withSwitches(String locationId, List<Account> found) {
        return switches.of(locationId).map(set -> Optional.of(new KakaoPayConnection(found, set)));
    }
}
