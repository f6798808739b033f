package com.coworkpay.console.kakaopay;

import com.coworkpay.console.ConsoleConfig;
import com.coworkpay.console.client.Connection;
import com.coworkpay.console.client.Connection.CheckAnswer;
import com.coworkpay.console.client.Connection.ConnectRequest;
import com.coworkpay.console.client.Connection.SettingsRequest;
import com.coworkpay.console.client.History;
import com.coworkpay.console.client.IntegrationClient;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.client.Typed;
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

        static native TemplateInstance history(Shell shell, Part<History> history);

        static native TemplateInstance disconnect(
                Shell shell, Connection connection, @Nullable ServiceProblem problem, @Nullable String typed);

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
            @Nullable Part<History> history,
            @Nullable String simulatorKey,
            @Nullable String simulatorCid) {

        /// The service says the same of one field and of the whole: it stands at the field.
        public boolean isSaidAtAField() {
            return problem != null
                    && problem.detail() != null
                    && problem.fields().stream().anyMatch(each -> each.detail().equals(problem.detail()));
        }
    }

    public record Form(String kind, String cid, boolean open) {
        static Form of(Connection connection) {
            String kind = connection.credentialKind();
            String cid = connection.cid();
            return new Form(kind == null ? "SECRET_KEY" : kind, cid == null ? "" : cid, !connection.isConnected());
        }
    }

    private final IntegrationClient integration;
    private final Shells shells;
    private final Visit visit;
    private final @Nullable String simulatorKey;
    private final @Nullable String simulatorCid;

    KakaoPayPage(@RestClient IntegrationClient integration, Shells shells, Visit visit, ConsoleConfig config) {
        this.integration = integration;
        this.shells = shells;
        this.visit = visit;
        this.simulatorKey = config.simulatorKey().orElse(null);
        this.simulatorCid = config.simulatorCid().orElse(null);
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location, @QueryParam("done") @Nullable String done) {
        return page(location, null, null, null, done);
    }

    @GET
    @Path("history")
    public Uni<TemplateInstance> history(
            @PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor) {
        return shells.of(location, Section.KAKAOPAY).chain(shell -> Part.of(integration.history(location, cursor))
                .map(history -> shells.page(Templates.history(shell, history))));
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
        String typedCid = Typed.text(cid).toUpperCase(Locale.ROOT);
        Form form = new Form(Typed.text(kind), typedCid, true);
        ConnectRequest request = new ConnectRequest(form.kind(), Typed.text(key), typedCid);
        return ServiceProblem.in(integration.connect(location, ifMatch(version), request))
                .map(_ -> done(location, "connected"))
                .onFailure(ServiceProblem.class)
                .recoverWithUni(refused -> refused(location, form, refused));
    }

    /// Asks KakaoPay whether it still accepts the credential.
    @POST
    @Path("check")
    public Uni<Response> check(@PathParam("location") String location) {
        return ServiceProblem.in(integration.check(location))
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
        return ServiceProblem.in(integration.settings(location, Objects.requireNonNull(ifMatch(version)), request))
                .map(_ -> done(location, "saved"))
                .onFailure(ServiceProblem.class)
                .recoverWithUni(refused -> refused(location, null, refused));
    }

    @GET
    @Path("disconnect")
    public Uni<TemplateInstance> askToDisconnect(@PathParam("location") String location) {
        return disconnectPage(location, null, null);
    }

    @POST
    @Path("disconnect")
    public Uni<Response> disconnect(
            @PathParam("location") String location,
            @FormParam("version") long version,
            @FormParam("cid") @Nullable String cid) {
        String typed = Typed.text(cid).toUpperCase(Locale.ROOT);
        return ServiceProblem.in(integration.connection(location))
                .chain(connection -> typed.equals(connection.cid())
                        ? ServiceProblem.in(
                                integration.disconnect(location, true, Objects.requireNonNull(ifMatch(version))))
                        : Uni.createFrom().failure(new WrongCidException()))
                .map(_ -> done(location, "disconnected"))
                .onFailure(WrongCidException.class)
                .recoverWithUni(_ -> disconnectPage(location, null, typed).map(page -> answer(422, page)))
                .onFailure(ServiceProblem.class)
                .recoverWithUni(failure -> {
                    ServiceProblem problem = (ServiceProblem) failure;
                    return disconnectPage(location, problem, typed).map(page -> answer(problem.status(), page));
                });
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }

    /// What was typed is not the CID of the account.
    private static final class WrongCidException extends RuntimeException {
        private WrongCidException() {
            super(null, null, false, false);
        }
    }

    /// @param typed the CID that was typed and is wrong; null: none was
    private Uni<TemplateInstance> disconnectPage(
            String location, @Nullable ServiceProblem problem, @Nullable String typed) {
        return Uni.combine()
                .all()
                .unis(shells.of(location, Section.KAKAOPAY), Part.of(integration.connection(location)))
                .with((shell, connection) ->
                        shells.page(Templates.disconnect(shell, connection.required(), problem, typed)));
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
                .unis(
                        shells.of(location, Section.KAKAOPAY),
                        Part.of(integration.connection(location)),
                        Part.of(integration.history(location, null)))
                .with((shell, connection, history) -> shells.page(
                        Templates.kakaopay(shell, view(connection.required(), form, problem, check, done, history))));
    }

    private View view(
            Connection connection,
            @Nullable Form form,
            @Nullable ServiceProblem problem,
            @Nullable CheckAnswer check,
            @Nullable String done,
            @Nullable Part<History> history) {
        return new View(
                connection,
                form == null ? Form.of(connection) : form,
                problem,
                check,
                done,
                history,
                simulatorKey,
                simulatorCid);
    }

    private static Response done(String location, String what) {
        return Response.seeOther(URI.create("/console/" + location + "/kakaopay?done=" + what))
                .build();
    }

    private static @Nullable String ifMatch(@Nullable Long version) {
        return version == null ? null : "\"" + version + "\"";
    }
}
