package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.observability.MeasuredRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// Goes on with replays whose process ended, and measures `coworkpay_dead_letters_open`: those that wait for a person.
@ApplicationScoped
class DeadLetterWorker {
    private final ReplayLetter replayLetter;
    private final MeasuredRow measured;

    DeadLetterWorker(ReplayLetter replayLetter, Pool pool, MeterRegistry meters) {
        this.replayLetter = replayLetter;
        this.measured = new MeasuredRow(meters, pool, "select count(*) as open from dead_letter where status = 'OPEN'")
                .number("open", "coworkpay.dead.letters.open");
    }

    @Scheduled(
            identity = "dead-letters",
            every = "${coworkpay.dead-letters.poll:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return replayLetter.goOn().chain(measured::measure);
    }
}
