package com.coworkpay.console.resolution;

import com.coworkpay.console.approval.RefundAddress;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.RefundClient;
import com.coworkpay.console.session.Person;
import com.coworkpay.console.shell.NotPermittedException;
import com.coworkpay.console.shell.Section;
import com.coworkpay.console.shell.Shell;
import com.coworkpay.console.shell.Shells;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Finds the resolution of a refund that waits, for those who have the permission.
@RequestScoped
class FindProposal {

    private final RefundClient refunds;
    private final Shells shells;
    private final Person person;
    private final UriInfo address;

    FindProposal(@RestClient RefundClient refunds, Shells shells, Person person, UriInfo address) {
        this.refunds = refunds;
        this.shells = shells;
        this.person = person;
        this.address = address;
    }

    /// @param waiting null where none waits
    record Found(Shell shell, @Nullable Proposal waiting) {}

    Uni<Found> find(RefundAddress at, String permission) {
        return Uni.combine()
                .all()
                .unis(
                        shells.of(at.location(), Section.TRANSACTIONS),
                        Part.of(refunds.proposedResolutions(at.location(), at.payment(), null)))
                .with((shell, found) -> {
                    if (!shell.may(permission)) {
                        throw new NotPermittedException(shell, List.of(permission));
                    }
                    return new Found(
                            shell,
                            Proposal.of(found.required(), shell, person.subject(), address.getBaseUri()).stream()
                                    .filter(each -> each.isOf(at.refund()))
                                    .findFirst()
                                    .orElse(null));
                });
    }

    /// Where refund-service does not say: the page that asks again needs nothing of it.
    Uni<Shell> shell(String location) {
        return shells.of(location, Section.TRANSACTIONS);
    }
}
