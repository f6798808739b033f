package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.KakaoPayConnection;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Reads a location with all that belongs to it.
@ApplicationScoped
public class GetLocation {

    private final LocationStore locations;
    private final MerchantAccountStore accounts;
    private final SwitchStore switches;

    GetLocation(LocationStore locations, MerchantAccountStore accounts, SwitchStore switches) {
        this.locations = locations;
        this.accounts = accounts;
        this.switches = switches;
    }

    /// @return its state, or the problem that there is no such location
    public Uni<LocationState> get(String locationId) {
        return Panache.withSession(() -> find(locationId))
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    /// In the session that the use case opened.
    Uni<Optional<LocationState>> find(String locationId) {
        return locations
                .findById(locationId)
                .chain(entity -> entity == null
                        ? Uni.createFrom().item(Optional.empty())
                        : connection(locationId)
                                .map(connection -> Optional.of(
                                        new LocationState(entity.toLocation(), entity.version(), connection))));
    }

    /// The state as this transaction leaves it, at the version to which it advanced.
    Uni<LocationState> after(String locationId, long version) {
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
