package com.coworkpay.tools.local.stack;

import com.coworkpay.kakaopay.simulator.Simulator;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.kakaopay.simulator.SimulatorSettings;
import com.coworkpay.tools.local.Polling;
import com.coworkpay.tools.local.frontdoor.FrontDoor;
import com.coworkpay.tools.local.frontdoor.FrontDoorSettings;
import com.coworkpay.tools.local.frontdoor.Upstream;
import com.coworkpay.tools.local.issuer.Issuer;
import com.coworkpay.tools.local.issuer.IssuerSettings;
import com.coworkpay.tools.local.portal.Portal;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What runs in this program itself: simulator, issuer, front door, and the stand-in for the portal.
///
/// @param simulatorApart whether the simulator is a process of its own that is up already
record OwnPrograms(
        boolean simulatorApart, ProcessSpecs parts, Ports ports, Secrets secrets, StateFolder state, Endings endings) {

    void start(StartTimer timer) throws IOException {
        var vertx = Vertx.vertx();
        endings.add(() -> Polling.on(vertx.close(), "the end of the supervisor's servers"));
        timer.timed("KakaoPay simulator", this::startSimulator);
        timer.timed("issuer", () -> startIssuer(vertx));
        timer.timed("front door", () -> startFrontDoor(vertx));
    }

    private void startSimulator() {
        if (!simulatorApart) {
            var simulator = Simulator.start(
                    SimulatorSettings.inMemory().port(ports.simulator()).folder(state.simulator()));
            endings.add(simulator::close);
        }
        var control = new SimulatorControl(parts.simulator());
        DemoMerchants.forSite(parts.frontDoor()).forEach(control::merchant);
    }

    private void startIssuer(Vertx vertx) throws IOException {
        var issuer = Issuer.start(
                vertx, IssuerSettings.of(ports.issuer(), secrets.issuerKeyFile(), secrets.machineSecrets()));
        endings.add(issuer::close);
    }

    private void startFrontDoor(Vertx vertx) {
        var services = ports.processes().keySet().stream()
                .map(service -> new Upstream(service, ports.processes(service)))
                .toList();
        var door = FrontDoor.start(
                vertx,
                new FrontDoorSettings(ports.frontDoor(), services, pages(vertx), FrontDoorSettings.ONE_MEBIBYTE));
        endings.add(door::close);
        ports.inside().forEach(door::openInside);
    }

    /// Where the console runs, people are there.
    private @Nullable Handler<HttpServerRequest> pages(Vertx vertx) {
        if (!ports.processes().containsKey(Services.CONSOLE)) {
            return null;
        }
        var portal = Portal.start(
                vertx,
                new Portal.Settings(
                        parts.frontDoor(),
                        parts.issuer(),
                        parts.simulator(),
                        parts.bootstrapServers(),
                        state.portalFile()),
                secrets);
        endings.add(portal::close);
        return portal.handler();
    }
}
