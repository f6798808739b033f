package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.deadletters.LetterActionStore.Replay;
import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.outbox.DeadLetterReason;
import com.coworkpay.platform.outbox.EventReplay;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/// Replays a dead letter: the intention is stored first, then the event is given to this service's own handler, then
/// the row
/// says how it ended. Whoever ends in between leaves a lease behind, after which another process goes on.
@ApplicationScoped
class ReplayLetter {
    private static final Logger LOG = Logger.getLogger(ReplayLetter.class);
    private static final String GONE = "the whole is gone, or this service no longer handles its topic";
    private static final Duration KAFKA_AGAIN = Duration.ofSeconds(5);
    private static final int MAX_AT_ONCE = 10;

    private final DeadLetterStore letters;
    private final LetterActionStore actions;
    private final WholeRecord whole;
    private final EventReplay events;
    private final InFlightWork inFlight;
    private final Duration lease;

    ReplayLetter(
            DeadLetterStore letters,
            LetterActionStore actions,
            WholeRecord whole,
            EventReplay events,
            InFlightWork inFlight,
            DeadLettersConfig config) {
        this.letters = letters;
        this.actions = actions;
        this.whole = whole;
        this.events = events;
        this.inFlight = inFlight;
        this.lease = config.lease();
    }

    /// Ends when it is over, or when another process is at it. One that was replayed stays as it is.
    Uni<Void> replay(DeadLetter letter, Intention intention) {
        return switch (letter.status()) {
            case REPLAYING, REPLAYED -> Uni.createFrom().voidItem();
            case OPEN, DISMISSED ->
                record(letter).chain(found -> actions.begin(intention, lease)
                        .chain(begun ->
                                begun.isEmpty() ? Uni.createFrom().voidItem() : carriedOut(begun.get(), found)));
        };
    }

    /// Goes on with what others left. Never fails.
    Uni<Void> goOn() {
        return inFlight.take(List.<Replay>of(), () -> actions.takeOver(lease, MAX_AT_ONCE))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::again)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("replays that were left wait: %s", SafeErrorText.of(failure));
                    return null;
                });
    }

    private Uni<Void> again(Replay replay) {
        return letters.contents(replay.letterId()).chain(whole::of).chain(found -> found.filter(
                        each -> events.handles(each.topic()))
                .map(each -> carriedOut(replay, each))
                .orElseGet(() -> actions.end(replay, GONE)));
    }

    private Uni<ConsumerRecord<byte[], byte[]>> record(DeadLetter letter) {
        if (!events.handles(letter.topic())) {
            return Uni.createFrom()
                    .failure(ProblemException.of(DeadLetterProblem.DEAD_LETTER_OF_NO_TOPIC)
                            .with("topic", letter.topic()));
        }
        return letters.contents(letter.id())
                .chain(row -> whole.of(row).onFailure(KafkaException.class).transform(_ -> ProblemException.of(
                                CommonProblem.UNAVAILABLE)
                        .retryAfter(KAFKA_AGAIN)))
                .map(found -> found.orElseThrow(() -> ProblemException.of(DeadLetterProblem.DEAD_LETTER_GONE)
                        .with("topic", letter.topic())
                        .with("partition", letter.partitionNo())
                        .with("offset", letter.offsetNo())));
    }

    /// What is not known to have ended is replayed again after the lease.
    private Uni<Void> carriedOut(Replay replay, ConsumerRecord<byte[], byte[]> found) {
        return inFlight.hold(() -> events.replay(found)
                        .ifNoItem()
                        .after(lease.dividedBy(2))
                        .fail()
                        .chain(refusal -> actions.end(
                                replay, refusal.map(DeadLetterReason::text).orElse(null))))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "the dead letter %s is replayed again later: %s",
                            replay.letterId(), SafeErrorText.of(failure));
                    return null;
                });
    }
}
