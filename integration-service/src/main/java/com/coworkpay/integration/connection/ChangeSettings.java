package com.coworkpay.integration.connection;

import com.coworkpay.contracts.EventTypes;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.SwitchStore;
import com.coworkpay.integration.location.domain.KakaoPayConnection;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.location.domain.Switches;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Sets some of a connected location's switches.
@ApplicationScoped
class ChangeSettings {

    private final SwitchStore switches;
    private final LocationTransaction transaction;

    ChangeSettings(SwitchStore switches, LocationTransaction transaction) {
        this.switches = switches;
        this.transaction = transaction;
    }

    Uni<LocationState> change(String locationId, Switches.Change change, Precondition precondition, Actor actor) {
        return transaction.change(locationId, precondition, locked -> change(locked, change, actor));
    }

    private Uni<LocationTransaction.Change> change(
            LocationTransaction.Locked locked, Switches.Change change, Actor actor) {
        Switches before = locked.state()
                .connection()
                .filter(KakaoPayConnection::isConnected)
                .orElseThrow(() -> ProblemException.of(IntegrationProblem.NOT_CONNECTED))
                .switches();
        Switches after = before.with(change);
        if (after.equals(before)) {
            return Uni.createFrom().item(new LocationTransaction.Change.None());
        }
        var entry = AuditEntry.done(
                IntegrationAction.SETTINGS_CHANGED,
                actor,
                AuditDetail.location(locked.state().id()));
        for (PayableType type : PayableType.values()) {
            entry = entry.changed(type.name(), before.isOn(type), after.isOn(type));
        }
        var audited = entry.changed("automaticRefunds", before.automaticRefunds(), after.automaticRefunds());
        return switches.put(locked.state().id(), after)
                .replaceWith(new LocationTransaction.Change.Update(EventTypes.INTEGRATION_CHANGED, audited));
    }
}
