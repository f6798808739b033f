package com.coworkpay.integration.settings;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.connection.domain.KakaoPayConnection;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.LockedLocation;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.LocationChange;
import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.settings.domain.SwitchChange;
import com.coworkpay.integration.settings.domain.Switches;
import com.coworkpay.integration.settings.persistence.SwitchStore;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/// Sets some of a connected location's switches.
@ApplicationScoped
public class ChangeSettings {

    private final SwitchStore switches;
    private final LocationTransaction transaction;

    ChangeSettings(SwitchStore switches, LocationTransaction transaction) {
        this.switches = switches;
        this.transaction = transaction;
    }

    public Uni<LocationState> change(String locationId, SwitchChange change, Precondition precondition, Actor actor) {
        return transaction.change(locationId, precondition, locked -> change(locked, change, actor));
    }

    private Uni<LocationChange> change(LockedLocation locked, SwitchChange change, Actor actor) {
        Switches before = locked.state()
                .connection()
                .filter(KakaoPayConnection::isConnected)
                .orElseThrow(() -> ProblemException.of(IntegrationProblem.NOT_CONNECTED))
                .switches();
        Switches after = before.with(change);
        if (after.equals(before)) {
            return Uni.createFrom().item(new LocationChange.None());
        }
        var detail = Map.of("before", text(before), "after", text(after));
        var auditRecord = AuditRecord.done(
                AuditAction.SETTINGS_CHANGED, actor, locked.state().id(), detail);
        return switches.put(locked.state().id(), after)
                .replaceWith(new LocationChange.Update(LocationEventType.INTEGRATION_CHANGED, auditRecord));
    }

    private static String text(Switches switches) {
        return new TreeMap<>(switches.payables()) + " automaticRefunds=" + switches.automaticRefunds();
    }
}
