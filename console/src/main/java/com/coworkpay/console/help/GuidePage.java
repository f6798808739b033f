package com.coworkpay.console.help;

import com.coworkpay.console.session.Visit;
import com.coworkpay.console.shell.NoSuchPageException;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// The guides for administrators and for analysts, in the language of the visit.
@Path("/console/guide")
public class GuidePage {

    @CheckedTemplate(basePath = "help")
    static class Templates {
        static native TemplateInstance guide(Shell shell, RawString contents);

        private Templates() {}
    }

    private final Shells shells;
    private final Visit visit;

    GuidePage(Shells shells, Visit visit) {
        this.shells = shells;
        this.visit = visit;
    }

    @GET
    @Path("{guide: administrator|analyst}")
    public TemplateInstance show(@PathParam("guide") String guide) {
        String html = Guide.html(guide, visit.language().tag());
        return shells.page(Templates.guide(shells.plain(), new RawString(html)));
    }

    @GET
    @Path("pictures/{name: [a-z-]+\\.png}")
    public Response picture(@PathParam("name") String name) {
        byte[] picture = Guide.picture(name);
        if (picture == null) {
            throw new NoSuchPageException();
        }
        return Response.ok(picture, "image/png").build();
    }
}
