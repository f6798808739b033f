package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.outbox.DeadLetterKind;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// For operators of the installation: what this service could not process.
@Path("/internal/dead-letters")
@Tag(name = "Dead letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DeadLetterResource {
    private static final int MAX_PAGE_SIZE = 200;

    private final ManageLetters letters;
    private final Caller caller;

    DeadLetterResource(ManageLetters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(Permissions.DEAD_LETTER_MANAGE)
    @Operation(operationId = "getDeadLetters", summary = "Messages that this service could not process")
    @APIResponse(responseCode = "200", description = "A page, newest first, without what they hold")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Uni<RestResponse<DeadLetterPageResponse>> page(
            @QueryParam("status") @Nullable LetterStatus status,
            @QueryParam("topic")
                    @Pattern(regexp = "[A-Za-z0-9._-]{1,249}")
                    @Parameter(description = "Topic of the message, exactly")
                    @Nullable
                    String topic,
            @QueryParam("kind") @Nullable DeadLetterKind kind,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return letters.page(status, topic, kind, cursor, limit).map(DeadLetterResource::fresh);
    }

    @GET
    @Path("/{deadLetterId}")
    @PermissionsAllowed(Permissions.DEAD_LETTER_MANAGE)
    @Operation(
            operationId = "getDeadLetter",
            summary = "One message with what it holds",
            description = "May hold personal data. Where a part is cut, `command` reads the whole from its topic.")
    @APIResponse(responseCode = "200", description = "The message, and what was done about it")
    @APIResponse(responseCode = "404", description = "No such dead letter in this service")
    public Uni<RestResponse<DeadLetterDetailsResponse>> one(@PathParam("deadLetterId") UUID deadLetterId) {
        return letters.details(deadLetterId).map(DeadLetterResource::fresh);
    }

    @POST
    @Path("/{deadLetterId}/replay")
    @Cancellable(false)
    @PermissionsAllowed(Permissions.DEAD_LETTER_MANAGE)
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Gives the message to this service again, and to no other",
            description =
                    "It ends REPLAYED, or OPEN with the new reason; REPLAYING if that is not known yet, and then another"
                            + " process goes on. Repeating the request does not replay it twice.")
    @APIResponse(responseCode = "200", description = "As it stands now")
    @APIResponse(responseCode = "404", description = "No such dead letter in this service")
    @APIResponse(responseCode = "409", description = "The whole is gone, or this service does not handle the topic")
    public Uni<RestResponse<DeadLetterDetailsResponse>> replay(
            @PathParam("deadLetterId") UUID deadLetterId, @NotNull @Valid DeadLetterNoteRequest request) {
        return letters.replay(intention(deadLetterId, request)).map(DeadLetterResource::fresh);
    }

    @POST
    @Path("/{deadLetterId}/dismissal")
    @Cancellable(false)
    @PermissionsAllowed(Permissions.DEAD_LETTER_MANAGE)
    @Operation(
            operationId = "dismissDeadLetter",
            summary = "Says that the message needs no effect",
            description = "It can be replayed later. Repeating the request changes nothing.")
    @APIResponse(responseCode = "200", description = "It is dismissed")
    @APIResponse(responseCode = "404", description = "No such dead letter in this service")
    @APIResponse(responseCode = "409", description = "It was replayed, or is being replayed")
    public Uni<RestResponse<DeadLetterDetailsResponse>> dismiss(
            @PathParam("deadLetterId") UUID deadLetterId, @NotNull @Valid DeadLetterNoteRequest request) {
        return letters.dismiss(intention(deadLetterId, request)).map(DeadLetterResource::fresh);
    }

    @POST
    @Path("/{deadLetterId}/notes")
    @Cancellable(false)
    @PermissionsAllowed(Permissions.DEAD_LETTER_MANAGE)
    @Operation(operationId = "noteDeadLetter", summary = "Adds a note")
    @APIResponse(responseCode = "200", description = "The message with its notes")
    @APIResponse(responseCode = "404", description = "No such dead letter in this service")
    public Uni<RestResponse<DeadLetterDetailsResponse>> note(
            @PathParam("deadLetterId") UUID deadLetterId, @NotNull @Valid DeadLetterNoteRequest request) {
        return letters.note(intention(deadLetterId, request)).map(DeadLetterResource::fresh);
    }

    private Intention intention(UUID deadLetterId, DeadLetterNoteRequest request) {
        return new Intention(deadLetterId, caller.subject(), request.note().text());
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
