package com.coworkpay.platform.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Fails in every way a service can.
@Path("/samples")
public class SampleResource {

    enum Kind {
        ROOM,
        DESK
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Policy.Ladder.class, name = "TIERED"),
        @JsonSubTypes.Type(value = Policy.NoRefund.class, name = "NO_REFUND")
    })
    sealed interface Policy {
        record NoRefund() implements Policy {}

        record Ladder(@NotNull List<@Valid Step> steps) implements Policy {}
    }

    record Step(@Min(1) @Max(100) int percent) {}

    record Payable(@NotNull Kind type, @NotBlank String id) {}

    record Order(
            @NotNull @Valid Payable payable,
            long totalKrw,
            @Size(max = 5) @Nullable String description,
            @Valid @Nullable Policy policy,
            @Nullable Instant startAt,
            @JsonProperty("item") @Size(max = 3) @Nullable String itemName,
            @Nullable Map<String, Object> extra) {}

    record Remark(@NotNull @Text(max = 5) HumanText text) {}

    /// Filters that several methods share.
    public static class Filters {
        @QueryParam("from")
        public @Nullable LocalDate from;

        @QueryParam("status")
        public @Nullable List<Kind> status;

        @QueryParam("payerId")
        public @Nullable String payerId;

        @QueryParam("minKrw")
        public @Nullable Long minKrw;
    }

    record Narrow(int whole) {
        Narrow {
            if (whole == 13) {
                throw new IllegalArgumentException("inner words about 13");
            }
        }
    }

    @Inject
    ObjectMapper mapper;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<String> order(@Valid Order order) {
        return Uni.createFrom().item("ok " + order.totalKrw());
    }

    @POST
    @Path("narrow")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<String> narrow(Narrow narrow) {
        return Uni.createFrom().item("ok " + narrow.whole());
    }

    @GET
    @Path("typed/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<String> typed(
            @PathParam("id") UUID id,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("on") @Nullable Boolean on,
            @QueryParam("day") @Nullable LocalDate day,
            @QueryParam("at") @Nullable Instant at,
            @HeaderParam("X-Count") @Nullable Integer count) {
        return Uni.createFrom().item("{}");
    }

    @GET
    @Path("checked/{locationId}")
    public Uni<String> checked(
            @PathParam("locationId") @Pattern(regexp = "[a-z]+") String locationId,
            @QueryParam("limit") @Max(10) @Nullable Integer limit) {
        return Uni.createFrom().item("ok");
    }

    @POST
    @Path("remarks")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<String> remark(@Valid Remark remark) {
        return Uni.createFrom().item(remark.text().text());
    }

    @GET
    @Path("filtered")
    public Uni<String> filtered(@BeanParam Filters filters, @QueryParam("limit") @Nullable Integer limit) {
        return Uni.createFrom().item("all rows");
    }

    @GET
    @Path("declared")
    public Uni<String> declared() {
        return Uni.createFrom()
                .failure(ProblemException.of(SampleProblem.ALREADY_PAID)
                        .field("payable.id")
                        .with("limit", 3)
                        .code("SLOT")
                        .retryAfter(Duration.ofMillis(1500)));
    }

    @GET
    @Path("range")
    public Uni<String> range() {
        RangeRule.inOrder(1, 1, "to");
        RangeRule.inOrder(null, 1, "to");
        RangeRule.inOrder(2, null, "to");
        RangeRule.inOrder(2, 1, "to");
        return Uni.createFrom().item("all rows");
    }

    @GET
    @Path("wrapped")
    public Uni<String> wrapped() {
        return Uni.createFrom().failure(new CompletionException(ProblemException.of(SampleProblem.ALREADY_PAID)));
    }

    @GET
    @Path("bug")
    public Uni<String> bug() {
        throw new IllegalStateException("secret inner words");
    }

    @GET
    @Path("stored-json")
    public Uni<String> storedJson() throws java.io.IOException {
        return Uni.createFrom().item("" + mapper.readValue("{\"whole\":[]}", Narrow.class));
    }

    @GET
    @Path("answer")
    @NotNull
    public @Nullable String answer() {
        return null;
    }

    @GET
    @Path("away/{how}")
    public Uni<String> away(@PathParam("how") String how) {
        return Uni.createFrom()
                .failure(
                        switch (how) {
                            case "refused" -> new RuntimeException(new ConnectException("Connection refused: db:5432"));
                            case "reset" -> new SocketException("Connection reset");
                            case "shutdown" ->
                                new CompletionException(new PgException("terminating", "FATAL", "57P01", "x"));
                            case "serialization" -> new PgException("serialize", "ERROR", "40001", "x");
                            case "deadlock" -> new PgException("deadlock", "ERROR", "40P01", "x");
                            case "full" -> new PgException("sorry, too many clients", "FATAL", "53300", "x");
                            case "unique" -> new PgException("duplicate key value (x)=(secret)", "ERROR", "23505", "x");
                            default -> new IllegalArgumentException(how);
                        });
    }
}
