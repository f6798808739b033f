package com.coworkpay.refund.batch;

import com.coworkpay.contracts.ResourceType;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.batch.domain.BatchKind;
import com.coworkpay.refund.batch.domain.BatchSource;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.RefundProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person begins a refund batch.
@ApplicationScoped
class StartBatch {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private static final int MAX_ID = 200;

    private final NewBatchStore batches;

    StartBatch(NewBatchStore batches) {
        this.batches = batches;
    }

    /// @return its id, the same for the same key. Fails with a [ProblemException]. Runs to its end even if the caller
    ///     disconnects.
    Uni<UUID> start(String locationId, NewBatchRequest request, Actor actor, @Nullable String idempotencyKey) {
        NewBatch batch = batch(locationId, request, actor.subject(), checked(idempotencyKey));
        return batches.ofKey(batch)
                .chain(earlier -> earlier.isPresent() ? same(batch, earlier.get()) : create(batch, actor))
                .memoize()
                .indefinitely();
    }

    private Uni<UUID> create(NewBatch batch, Actor actor) {
        UUID id = Ids.next();
        return batches.create(id, batch, audit(batch, id, actor))
                .chain(created -> created
                        ? Uni.createFrom().item(id)
                        : batches.ofKey(batch).chain(earlier -> same(batch, earlier)));
    }

    /// A concurrent request with the same key was faster; or the event or day has one.
    private static Uni<UUID> same(NewBatch batch, Optional<NewBatchStore.Earlier> earlier) {
        return earlier.isPresent()
                ? same(batch, earlier.get())
                : Uni.createFrom().failure(ProblemException.of(RefundProblem.BATCH_OPEN));
    }

    private static Uni<UUID> same(NewBatch batch, NewBatchStore.Earlier earlier) {
        return earlier.same().equals(batch.requestHash())
                ? Uni.createFrom().item(earlier.id())
                : Uni.createFrom()
                        .failure(ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REUSED)
                                .field("Idempotency-Key"));
    }

    private static AuditEntry audit(NewBatch batch, UUID id, Actor actor) {
        return AuditEntry.done(
                        RefundAction.BATCH_REQUESTED,
                        actor,
                        AuditedObject.of(batch.locationId(), ObjectType.REFUND_BATCH, id))
                .because(batch.note())
                .with("eventId", batch.eventId())
                .with("day", batch.day())
                .with("resourceType", batch.resourceType())
                .with("resourceId", batch.resourceId());
    }

    /// @throws ProblemException that names the member at fault
    private static NewBatch batch(String locationId, NewBatchRequest request, String caller, String key) {
        String eventId = id("eventId", request.eventId());
        String resourceId = id("resourceId", request.resourceId());
        ResourceType resourceType = request.resourceType();
        LocalDate day = day(request.day());
        if ((eventId == null) == (day == null)) {
            throw invalid(eventId == null ? "eventId" : "day");
        }
        if (eventId != null && resourceType != null) {
            throw invalid("resourceType");
        }
        if ((resourceType == null) != (resourceId == null)) {
            throw invalid(resourceId == null ? "resourceId" : "resourceType");
        }
        HumanText note = request.note();
        return new NewBatch(
                locationId,
                day == null ? BatchKind.EVENT : BatchKind.DAY,
                eventId,
                day,
                resourceType == null ? null : resourceType.name(),
                resourceId,
                BatchSource.PERSON,
                false,
                caller,
                note == null ? null : note.text(),
                null,
                null,
                key,
                NewBatch.requestHash(
                        locationId, eventId, day, resourceType, resourceId, note == null ? null : note.asSent()),
                Traceparent.current());
    }

    /// As the events' contract has ids.
    private static @Nullable String id(String member, @Nullable String id) {
        if (id != null && (!EventData.TEXT.matcher(id).matches() || id.codePointCount(0, id.length()) > MAX_ID)) {
            throw invalid(member);
        }
        return id;
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException none) {
            throw invalid("day");
        }
    }

    private static String checked(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REQUIRED).field("Idempotency-Key");
        }
        return key;
    }

    private static ProblemException invalid(String member) {
        return ProblemException.of(CommonProblem.INVALID_REQUEST).field(member);
    }
}
