package com.coworkpay.refund.booking;

import com.coworkpay.contracts.BookingEvent;
import com.coworkpay.contracts.EventTimes;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.UnreadableEventException;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.refund.ledger.RefundProblem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The booking system cancels, moves or restores by REST. What fits the contract is published as the event that it is:
/// both services take it in by the one way that exists, with the same keys and the same rules.
@ApplicationScoped
class AcceptBookingRequest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final BookingRequestStore requests;
    private final EventTimes times;
    private final OutboxRelay relay;

    AcceptBookingRequest(BookingRequestStore requests, EventTimes times, OutboxRelay relay) {
        this.requests = requests;
        this.times = times;
        this.relay = relay;
    }

    /// @return what the same key gave before, or a new event. Fails with a [ProblemException] for what does not fit the
    ///     contract, a move or restoration that cannot be true, and a key that was used for something else. Runs to
    /// its
    ///     end even if the caller disconnects.
    Uni<AcceptedEvent> accept(BookingRequest request) {
        return requests.find(request)
                .chain(found -> {
                    Optional<AcceptedEvent> earlier = found.earlier();
                    return earlier.isPresent() ? same(request, earlier.get()) : add(request, found.time());
                })
                .memoize()
                .indefinitely();
    }

    private Uni<AcceptedEvent> add(BookingRequest request, DatabaseTime time) {
        Instant eventTime = eventTime(request, time.now());
        check(request, eventTime);
        return requests.add(request, eventTime).chain(added -> {
            if (added.isPresent()) {
                relay.wake();
                return Uni.createFrom().item(added.get());
            }
            // A concurrent request with the same key was faster.
            return requests.find(request)
                    .chain(found -> same(request, found.earlier().orElseThrow()));
        });
    }

    private static Uni<AcceptedEvent> same(BookingRequest request, AcceptedEvent earlier) {
        return earlier.isOf(request)
                ? Uni.createFrom().item(earlier)
                : Uni.createFrom()
                        .failure(ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REUSED)
                                .field("Idempotency-Key"));
    }

    private Instant eventTime(BookingRequest request, Instant now) {
        Instant writtenAt = request.writtenAt();
        if (writtenAt == null) {
            return now;
        }
        if (writtenAt.isAfter(now.plus(times.tolerance()))) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("Ce-Time");
        }
        return writtenAt;
    }

    /// As each consumer does.
    private void check(BookingRequest request, Instant eventTime) {
        try {
            IncomingEvent event = new IncomingEvent(
                    new UUID(0, 0).toString(),
                    "",
                    request.type(),
                    eventTime,
                    true,
                    request.payableId(),
                    JSON.readTree(request.data()),
                    null,
                    BookingRequestStore.TOPIC,
                    0,
                    0);
            times.check(BookingEvent.read(event), event);
        } catch (UnreadableEventException unfit) {
            ProblemException refusal = ProblemException.of(CommonProblem.INVALID_REQUEST);
            String member = unfit.member();
            throw member == null ? refusal : refusal.field(member);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was read is no JSON", e);
        }
    }
}
