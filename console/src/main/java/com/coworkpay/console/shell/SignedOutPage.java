package com.coworkpay.console.shell;

import com.coworkpay.console.session.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/console/signed-out")
public class SignedOutPage {

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance signedOut(Shell shell);

        private Templates() {}
    }

    private final Visit visit;

    SignedOutPage(Visit visit) {
        this.visit = visit;
    }

    @GET
    @PermitAll
    public TemplateInstance show() {
        Shell shell = new Shell(visit.language(), visit.theme(), null, null, null, visit.address(), false);
        return Templates.signedOut(shell).setLocale(visit.language().locale());
    }
}
