package com.coworkpay.console.refunds;

import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.RefundPage.Counts;
import com.coworkpay.console.client.RefundPage.LocationRefund;
import com.coworkpay.console.client.ServiceProblem;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The refunds of a location, in tabs.
@Path("/console/{location}/refunds")
public class RefundsPage {

    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "refunds")
    static class Templates {
        static native TemplateInstance refunds(Shell shell, View view);

        private Templates() {}
    }

    /// What a tab shows.
    public enum Tab {
        ALL(),
        ON_THEIR_WAY("REQUESTED", "AWAITING_APPROVAL", "IN_FLIGHT", "UNKNOWN"),
        IN_REVIEW(),
        FAILED("FAILED");

        private final String[] statuses;

        Tab(String... statuses) {
            this.statuses = statuses;
        }

        public String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        List<String> statuses() {
            return List.of(statuses);
        }

        static Tab of(String tag) {
            for (Tab tab : values()) {
                if (tab.tag().equals(tag)) {
                    return tab;
                }
            }
            return ALL;
        }
    }

    /// @param counts null where they are not available
    public record View(
            Tab tab,
            List<LocationRefund> refunds,
            @Nullable String nextCursor,
            @Nullable Counts counts,
            @Nullable ServiceProblem problem) {

        public List<Tab> tabs() {
            return List.of(Tab.values());
        }

        public boolean isOpen(Tab other) {
            return tab == other;
        }

        /// How many there are; null where it is not said.
        public @Nullable Long count(Tab other) {
            if (counts == null) {
                return null;
            }
            return switch (other) {
                case ALL -> null;
                case ON_THEIR_WAY -> counts.onTheirWay();
                case IN_REVIEW -> counts.inManualReview();
                case FAILED -> counts.failed();
            };
        }
    }

    private final RefundClient refunds;
    private final Shells shells;

    RefundsPage(@RestClient RefundClient refunds, Shells shells) {
        this.refunds = refunds;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location,
            @QueryParam("tab") @DefaultValue("all") String tag,
            @QueryParam("cursor") @Nullable String cursor) {
        Tab tab = Tab.of(tag);
        Uni<View> rows = refunds.list(location, tab.statuses(), tab == Tab.IN_REVIEW ? true : null, cursor, ROWS)
                .map(page -> new View(tab, page.refunds(), page.nextCursor(), null, null))
                .onFailure(ServiceProblem.class)
                .recoverWithItem(problem -> new View(tab, List.of(), null, null, problem));
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.REFUNDS),
                        rows,
                        refunds.counts(location).onFailure(ServiceProblem.class).recoverWithNull())
                .with((shell, view, counts) -> shells.page(Templates.refunds(
                        shell, new View(tab, view.refunds(), view.nextCursor(), counts, view.problem()))));
    }
}
