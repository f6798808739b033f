package com.coworkpay.platform.audit;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Pages of the audit of a location, or of the whole installation.
@ApplicationScoped
public class FindAudit {

    private final AuditPageStore store;

    FindAudit(AuditPageStore store) {
        this.store = store;
    }

    /// @param locationId null: what is of no location
    /// @param actions any of them; absent: all
    /// @throws ProblemException naming the parameter at fault
    public Uni<RestResponse<AuditPageResponse>> page(
            @Nullable String locationId,
            AuditFilterParams params,
            @Nullable List<? extends Enum<?>> actions,
            @Nullable String cursor,
            int limit) {
        AuditFilter filter = params.filter(locationId, actions);
        String question = filter.question();
        var after = PageCursor.InTime.of(cursor, question);
        return store.page(filter, after, limit + 1)
                .map(found -> AuditPageResponse.of(found, limit, question))
                .map(page -> RestResponse.ResponseBuilder.ok(page)
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
