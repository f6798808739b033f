package com.coworkpay.console.help;

import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What each status means, what to do when something is stuck, keyboard and accessibility, version and licences.
@Path("/console/help")
public class HelpPage {

    @CheckedTemplate(basePath = "help")
    static class Templates {
        static native TemplateInstance help(Shell shell, View view);

        private Templates() {}
    }

    public record View(String version) {

        public List<String> paymentStatuses() {
            return List.of(
                    "SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED", "PENDING", "PROCESSING", "CANCELED", "FAILED");
        }

        public List<String> refundStatuses() {
            return List.of("REQUESTED", "AWAITING_APPROVAL", "IN_FLIGHT", "UNKNOWN", "SUCCEEDED", "FAILED");
        }
    }

    private final Shells shells;
    private final String version;

    HelpPage(Shells shells, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.shells = shells;
        this.version = version;
    }

    @GET
    public TemplateInstance show() {
        return shells.page(Templates.help(shells.plain(), new View(version)));
    }
}
