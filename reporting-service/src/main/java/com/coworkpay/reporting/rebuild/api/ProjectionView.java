package com.coworkpay.reporting.rebuild.api;

import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.rebuild.LookAtProjection.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How the projection stands.
@Schema(name = "Projection")
public record ProjectionView(
        long generation,
        Instant switchedAt,
        @Nullable Instant completeUpTo,
        @Nullable Long eventsBehind,
        List<PartitionView> partitions,
        @Schema(description = "The last ones first") List<RebuildView> rebuilds) {

    /// How far a partition was read.
    @Schema(name = "ProjectionPartition")
    public record PartitionView(
            String topic,
            int partition,
            long nextOffset,
            @Nullable Instant lastEventAt) {

        static PartitionView of(Position position) {
            return new PartitionView(
                    position.partition().topic(),
                    position.partition().number(),
                    position.nextOffset(),
                    position.lastEventAt());
        }
    }

    static ProjectionView of(Standing standing) {
        return new ProjectionView(
                standing.generation().number(),
                standing.generation().since(),
                standing.completeness().upTo(),
                standing.completeness().recordsBehind(),
                standing.positions().byPartition().values().stream()
                        .map(PartitionView::of)
                        .sorted(Comparator.comparing(PartitionView::topic).thenComparing(PartitionView::partition))
                        .toList(),
                standing.rebuilds().stream().map(RebuildView::of).toList());
    }
}
