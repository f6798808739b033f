package com.coworkpay.console.batches;

import com.coworkpay.console.client.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch as one bar in parts, drawn by the page's template as SVG: given back, failed, waiting for a person, under
/// way, not yet, left out.
public record ProgressBar(List<Piece> pieces) {

    public static final int WIDTH = 960;

    private static final Duration TOO_SOON = Duration.ofSeconds(10);

    /// In the drawing's units. `name` is that of an outcome.
    public record Piece(String name, long payments, double x, double width) {}

    static ProgressBar of(Batch batch) {
        Batch.Progress progress = batch.progress();
        long leftOut =
                batch.leftOut().stream().mapToLong(Batch.LeftOut::payments).sum();
        long all = progress.all() + leftOut;
        List<Piece> pieces = new ArrayList<>();
        add(pieces, "REFUNDED", progress.refunded(), all);
        add(pieces, "FAILED", progress.failed(), all);
        add(pieces, "IN_REVIEW", progress.inReview(), all);
        add(pieces, "REQUESTED", progress.requested(), all);
        add(pieces, "PENDING", progress.pending(), all);
        add(pieces, "STOPPED", progress.stopped(), all);
        add(pieces, "LEFT_OUT", leftOut, all);
        return new ProgressBar(List.copyOf(pieces));
    }

    private static void add(List<Piece> pieces, String name, long payments, long all) {
        if (payments > 0) {
            double x = pieces.isEmpty()
                    ? 0
                    : pieces.getLast().x() + pieces.getLast().width();
            pieces.add(new Piece(name, payments, x, WIDTH * (double) payments / all));
        }
    }

    /// At the pace since it began; a pause counts as slow. Null before there is a pace.
    static @Nullable Long minutesLeft(Batch batch, Instant now) {
        Instant startedAt = batch.startedAt();
        Batch.Progress progress = batch.progress();
        if (!batch.isRunning() || startedAt == null || progress.over() == 0) {
            return null;
        }
        Duration sofar = Duration.between(startedAt, now);
        if (sofar.compareTo(TOO_SOON) < 0) {
            return null;
        }
        double left = (double) (progress.pending() + progress.requested()) / progress.over() * sofar.toSeconds();
        return (long) Math.ceil(left / 60);
    }
}
