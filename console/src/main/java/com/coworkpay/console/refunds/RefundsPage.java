package com.coworkpay.console.refunds;

import com.coworkpay.console.client.LocationRefunds;
import com.coworkpay.console.client.LocationRefunds.Counts;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.ProposedResolution;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.client.RefundFilter;
import com.coworkpay.console.resolution.Proposal;
import com.coworkpay.console.session.Person;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The refunds of a location, in tabs.
@Path("/console/{location}/refunds")
public class RefundsPage {

    private static final int ROWS = 50;

    private static final List<String> STATUSES =
            List.of("REQUESTED", "AWAITING_APPROVAL", "IN_FLIGHT", "UNKNOWN", "SUCCEEDED", "FAILED");
    private static final List<String> ORIGINS =
            List.of("ADMINISTRATOR", "CANCELLATION", "OVERPAYMENT", "OUTSIDE", "BATCH");
    private static final List<String> REASONS =
            List.of("REQUESTED_BY_CUSTOMER", "DUPLICATE", "ORDER_CHANGE", "UNSATISFACTORY", "FRAUDULENT", "OTHER");

    /// Of decisions that refund.
    private static final List<String> DECISION_REASONS =
            List.of("IN_TIME", "ORDER_STILL_NEW", "ADMINISTRATORS_CHOICE", "CANCELED_BEFORE_APPROVED", "OVERPAYMENT");

    @CheckedTemplate(basePath = "refunds")
    static class Templates {
        static native TemplateInstance refunds(Shell shell, View view);

        private Templates() {}
    }

    /// What a tab shows.
    public enum Tab {
        ALL(),
        ON_THEIR_WAY("REQUESTED", "AWAITING_APPROVAL", "IN_FLIGHT", "UNKNOWN"),
        AWAITING_APPROVAL("AWAITING_APPROVAL"),
        IN_REVIEW(),
        FAILED("FAILED");

        private final String[] statuses;

        Tab(String... statuses) {
            this.statuses = statuses;
        }

        public String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Of the address that shows it: a tab is nothing but some filters.
        public String query() {
            return this == IN_REVIEW
                    ? "inReview=true"
                    : statuses().stream().map(status -> "status=" + status).collect(Collectors.joining("&"));
        }

        List<String> statuses() {
            return List.of(statuses);
        }
    }

    /// @param proposals resolutions that wait for another person, in the tab of what waits
    /// @param counts null where they are not available
    public record View(
            RefundFilter filter,
            Part<LocationRefunds> page,
            Part<ProposedResolution.Page> proposed,
            List<Proposal> proposals,
            @Nullable Counts counts) {

        public List<Tab> tabs() {
            return List.of(Tab.values());
        }

        public boolean isOpen(Tab tab) {
            return filter.isOnly(tab.statuses(), tab == Tab.IN_REVIEW);
        }

        public List<String> statuses() {
            return STATUSES;
        }

        public List<String> origins() {
            return ORIGINS;
        }

        public List<String> reasons() {
            return REASONS;
        }

        public List<String> decisionReasons() {
            return DECISION_REASONS;
        }

        /// How many there are; null where it is not said.
        public @Nullable Long count(Tab other) {
            if (counts == null) {
                return null;
            }
            return switch (other) {
                case ALL -> null;
                case ON_THEIR_WAY -> counts.onTheirWay();
                case AWAITING_APPROVAL -> counts.awaitingApproval() + counts.proposedResolutions();
                case IN_REVIEW -> counts.inManualReview();
                case FAILED -> counts.failed();
            };
        }
    }

    private final RefundClient refunds;
    private final Shells shells;
    private final Person person;
    private final UriInfo address;

    RefundsPage(@RestClient RefundClient refunds, Shells shells, Person person, UriInfo address) {
        this.refunds = refunds;
        this.shells = shells;
        this.person = person;
        this.address = address;
    }

    @GET
    public Uni<TemplateInstance> show(
            @PathParam("location") String location,
            @BeanParam RefundFilter typed,
            @QueryParam("cursor") @Nullable String cursor) {
        RefundFilter filter = typed.cleaned();
        return Uni.combine()
                .all()
                .unis(
                        shells.of(location, Section.REFUNDS),
                        Part.of(refunds.list(location, filter, cursor, ROWS)),
                        Part.of(
                                filter.isOnly(Tab.AWAITING_APPROVAL.statuses(), false),
                                refunds.proposedResolutions(location, null, null)),
                        Part.of(refunds.counts(location)))
                .with((shell, page, proposed, counts) -> shells.page(Templates.refunds(
                        shell,
                        new View(
                                filter,
                                page,
                                proposed,
                                Proposal.of(proposed.value(), shell, person.subject(), address.getBaseUri()),
                                counts.value()))));
    }
}
