package com.coworkpay.console.kakaopay;

import com.coworkpay.console.ConsoleConfig;
import com.coworkpay.console.client.Connection;
import com.coworkpay.console.client.Connection.CheckAnswer;
import com.coworkpay.console.client.Connection.ConnectRequest;
import com.coworkpay.console.client.Connection.SettingsRequest;
import com.coworkpay.console.client.IntegrationClient;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.session.Visit;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// KakaoPay at a location: connect, check, what it may pay for, automatic refunds, disconnect.
@Path("/console/{location}/kakaopay")
public class KakaoPayPage {

    @CheckedTemplate(basePath = "kakaopay")
    static class Templates {
        static native TemplateInstance kakaopay(Shell shell, View view);

        static native TemplateInstance disconnect(Shell shell, View view);

        private Templates() {}
    }

    /// @param form what was typed, without the key: it never comes back to the browser
    /// @param problem of the last request of this page
    /// @param done what has just been done
    public record View(
            Connection connection,
            Form form,
            @Nullable ServiceProblem problem,
            @Nullable CheckAnswer check,
            @Nullable String done,
            @Nullable String simulatorKey) {}

    public record Form(String kind, String cid, boolean open) {
        static Form of(Connection connection) {
            String kind = connection.credentialKind();
            String cid = connection.cid();
            return new Form(
                    kind == null ? "SECRET_KEY" : kind, cid == null ? "" : cid, !connection.isConnected());
        }
    }

    private final IntegrationClient integration;
    private final Shells shells;
    private final Visit visit;
    private final @Nullable String simulatorKey;

    KakaoPayPage(@RestClient IntegrationClient integration, Shells shells, Visit visit, ConsoleConfig config) {
        this.integration = integration;
        this.shells = shells;
        this.visit = visit;
        this.simulatorKey = config.simulatorKey().orElse(null);
    }

    @GET
    public Uni<TemplateInstance> show(@PathParam("location") String location, @QueryParam("done") @Nullable String done) {
        return page(location, null, null, null, done);
    }

    /// Connects, replaces the key (same CID) or changes to another account.
    @POST
    @Path("connection")
    public Uni<Response> connect(
            @PathParam("location") String location,
            @FormParam("version") @Nullable Long version,
            @FormParam("kind") @Nullable String kind,
            @FormParam("key") @Nullable String key,
            @FormParam("cid") @Nullable String cid) {
        String typedCid = cid == null ? "" : cid.strip().toUpperCase(Locale.ROOT);
        Form form = new Form(kind == null ? "" : kind, typedCid, true);
        ConnectRequest request = new ConnectRequest(form.kind(), key == null ? "" : key.strip(), typedCid);
        return integration
                .connect(location, ifMatch(version), request)
                .map(_ -> done(location, "connected"))
                .onFailure(ServiceProblem.class)
                .recoverWithUni(refused -> refused(location, form, refused));
    }

    /// Asks KakaoPay whether it still accepts the credential.
    @POST
    @Path("check")
    public Uni<Response> check(@PathParam("location") String location) {
        return integration
                .check(location)
                .chain(answer -> page(location, null, null, answer, null))
                .map(page -> Response.ok(page).build())
                .onFailure(ServiceProblem.class)
                .recoverWithUni(refused -> refused(location, null, refused));
    }

    /// The switches of one form: each box that is not checked is off.
    @POST
    @Path("settings")
    public Uni<Response> settings(
            @PathParam("location") String location,
            @FormParam("version") long version,
            @FormParam("known") List<String> known,
            @FormParam("payable") List<String> payables,
            @FormParam("automaticRefunds") @Nullable String automaticRefunds) {
        Map<String, Boolean> switches = new LinkedHashMap<>();
        known.forEach(type -> switches.put(type, payables.contains(type)));
        SettingsRequest request = new SettingsRequest(switches, automaticRefunds != null);
        return integration
                .settings(location, Objects.requireNonNull(ifMatch(version)), request)
                .map(_ -> done(location, "saved"))
                .onFailure(ServiceProblem.class)
                .recoverWithUni(refused -> refused(location, null, refused));
    }

    @GET
    @Path("disconnect")
    public Uni<TemplateInstance> askToDisconnect(@PathParam("location") String location) {
        return disconnectPage(location, null);
    }

    @POST
    @Path("disconnect")
    public Uni<Response> disconnect(
            @PathParam("location") String location,
            @FormParam("version") long version,
            @FormParam("cid") @Nullable String cid) {
        return integration
                .disconnect(
                        location,
                        cid == null ? "" : cid.strip().toUpperCase(Locale.ROOT),
                        Objects.requireNonNull(ifMatch(version)))
                .map(_ -> done(location, "disconnected"))
                .onFailure(ServiceProblem.class)
                .recoverWithUni(refused -> disconnectPage(location, refused)
                        .map(page -> Response.status(refused.status())
                                .entity(page)
                                .build()));
    }

    private Uni<TemplateInstance> disconnectPage(String location, @Nullable ServiceProblem problem) {
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.KAKAOPAY), integration.connection(location))
                .asTuple()
                .map(both -> shells.page(Templates.disconnect(
                        both.getItem1(), view(both.getItem2(), null, problem, null, null))));
    }

    /// The page again, with what the service said and what was typed.
    private Uni<Response> refused(String location, @Nullable Form form, ServiceProblem problem) {
        return page(location, form, problem, null, null)
                .map(page -> Response.status(problem.status()).entity(page).build());
    }

    private Uni<TemplateInstance> page(
            String location,
            @Nullable Form form,
            @Nullable ServiceProblem problem,
            @Nullable CheckAnswer check,
            @Nullable String done) {
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.KAKAOPAY), integration.connection(location))
                .asTuple()
                .map(both -> shells.page(
                        Templates.kakaopay(both.getItem1(), view(both.getItem2(), form, problem, check, done))));
    }

    private View view(
            Connection connection,
            @Nullable Form form,
            @Nullable ServiceProblem problem,
            @Nullable CheckAnswer check,
            @Nullable String done) {
        return new View(
                connection, form == null ? Form.of(connection) : form, problem, check, done, simulatorKey);
    }

    private static Response done(String location, String what) {
        return Response.seeOther(URI.create("/console/" + location + "/kakaopay?done=" + what))
                .build();
    }

    private static @Nullable String ifMatch(@Nullable Long version) {
        return version == null ? null : "\"" + version + "\"";
    }
}
