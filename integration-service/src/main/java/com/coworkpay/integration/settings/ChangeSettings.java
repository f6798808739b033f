package com.coworkpay.integration.settings;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.connection.domain.KakaoPayConnection;
import com.coworkpay.integration.location.ChangeUnderLock;
import com.coworkpay.integration.location.Locked;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.Change;
import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.settings.domain.SwitchChange;
import com.coworkpay.integration.settings.domain.Switches;
import com.coworkpay.integration.settings.persistence.SwitchRows;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/// Sets some of a connected location's switches.
@ApplicationScoped
public class ChangeSettings {

    @Inject
    SwitchRows switches;

    @Inject
    ChangeUnderLock underLock;

    public Uni<LocationState> change(String locationId, SwitchChange wish, Precondition precondition, Actor actor) {
        return underLock.change(locationId, precondition, locked -> change(locked, wish, actor));
    }

    private Uni<Change> change(Locked locked, SwitchChange wish, Actor actor) {
        Switches before = locked.state()
                .connection()
                .filter(KakaoPayConnection::isConnected)
                .orElseThrow(() -> ProblemException.of(IntegrationProblem.NOT_CONNECTED))
                .switches();
        Switches after = before.with(wish);
        if (after.equals(before)) {
            return Uni.createFrom().item(new Change.Nothing());
        }
        var detail = Map.of("before", text(before), "after", text(after));
        var line = AuditRecord.done(
                AuditAction.SETTINGS_CHANGED, actor, locked.state().id(), detail);
        return switches.put(locked.state().id(), after)
                .replaceWith(new Change.Made(LocationEventType.INTEGRATION_CHANGED, line));
    }

    private static String text(Switches switches) {
        return new TreeMap<>(switches.payables()) + " automaticRefunds=" + switches.automaticRefunds();
    }
}
