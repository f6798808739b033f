package com.coworkpay.console.cancellations;

import com.coworkpay.console.client.CancellationFilter;
import com.coworkpay.console.client.LocationCancellations;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// What was cancelled at a location, and what became of it, by filters that stand in the address.
@Path("/console/{location}/cancellations")
public class CancellationsPage {

    private static final int ROWS = 50;

    private static final List<String> OUTCOMES =
            List.of("REFUND", "DECLINED", "NO_PAYMENT", "WAITING", "RESTORED", "SET_ASIDE", "DISMISSED");
    private static final List<String> ROLES = List.of("NONMEMBER", "NETWORK_MEMBER", "LOCATION_MEMBER", "ADMIN");
    private static final List<String> TYPES = List.of("BOOKING", "EVENT_TICKET", "SHOP_ORDER");

    /// Why not, and why; then why it was set aside.
    private static final List<String> REASONS = List.of(
            "TOO_LATE",
            "NO_REFUND_POLICY",
            "AUTOMATIC_REFUNDS_OFF",
            "ADMINISTRATOR_CHOSE_NONE",
            "ORDER_IN_PROGRESS",
            "START_UNKNOWN",
            "NO_POLICY",
            "ALREADY_REFUNDED",
            "NOTHING_LEFT",
            "TOO_MANY_REFUNDS",
            "TYPE_NOT_REFUNDABLE",
            "IN_TIME",
            "ORDER_STILL_NEW",
            "ADMINISTRATORS_CHOICE",
            "CANCELED_BEFORE_APPROVED",
            "OTHER_CONTENTS",
            "LATER_THAN_EVENT",
            "EARLIER_THAN_EVENT",
            "EARLIER_THAN_PAYMENT");

    @CheckedTemplate(basePath = "cancellations")
    static class Templates {
        static native TemplateInstance cancellations(Shell shell, View view);

        private Templates() {}
    }

    public record View(CancellationFilter filter, Part<LocationCancellations> page, boolean isFirstPage) {

        public List<String> outcomes() {
            return OUTCOMES;
        }

        public List<String> roles() {
            return ROLES;
        }

        public List<String> types() {
            return TYPES;
        }

        public List<String> reasons() {
            return REASONS;
        }
    }

    private final RefundClient refunds;
    private final Shells shells;

    CancellationsPage(@RestClient RefundClient refunds, Shells shells) {
        this.refunds = refunds;
        this.shells = shells;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location,
            @BeanParam CancellationFilter typed,
            @QueryParam("cursor") @Nullable String cursor) {
        CancellationFilter filter = typed.cleaned();
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.CANCELLATIONS),
                        Part.of(refunds.cancellations(location, filter, cursor, ROWS)))
                .with((shell, page) ->
                        shells.page(Templates.cancellations(shell, new View(filter, page, cursor == null))));
    }
}
