package com.coworkpay.refund.audit;

import com.coworkpay.platform.audit.AuditFilterParams;
import com.coworkpay.platform.audit.AuditPageResponse;
import com.coworkpay.platform.audit.FindAudit;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.domain.RefundAction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Who did what with a location's refunds and opening hours.
@Path("/v1/locations/{locationId}/refunds/audit")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final FindAudit findAudit;

    AuditResource(FindAudit findAudit) {
        this.findAudit = findAudit;
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getRefundAudit",
            summary = "Who did what with refunds, cancellations and opening hours, newest first",
            description =
                    "Rows are only ever added. A refused resolution is in it; what the service decides and does by"
                            + " itself is not.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<RestResponse<AuditPageResponse>> page(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @BeanParam AuditFilterParams params,
            @QueryParam("action") @Parameter(description = "Repeatable: any of them") @Nullable
                    List<RefundAction> action,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return findAudit.page(locationId, params, action, cursor, limit);
    }
}
