package com.coworkpay.reporting.rebuild;

import com.coworkpay.reporting.projection.domain.Completeness;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.Positions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The status of the projection.
@Schema(name = "Projection")
record ProjectionResponse(
        long generation,
        Instant switchedAt,
        @Nullable Instant completeUpTo,
        @Nullable Long eventsBehind,
        List<PartitionResponse> partitions,
        @Schema(description = "The last ones first") List<Rebuild> rebuilds) {

    /// How far a partition was read.
    @Schema(name = "ProjectionPartition")
    record PartitionResponse(
            String topic,
            int partition,
            long nextOffset,
            @Nullable Instant lastEventAt) {

        static PartitionResponse of(Position position) {
            return new PartitionResponse(
                    position.partition().topic(),
                    position.partition().partition(),
                    position.nextOffset(),
                    position.lastEventAt());
        }
    }

    static ProjectionResponse of(
            RebuildStore.Generation generation,
            Positions positions,
            Completeness completeness,
            List<Rebuild> rebuilds) {
        return new ProjectionResponse(
                generation.generation(),
                generation.switchedAt(),
                completeness.upTo(),
                completeness.recordsBehind(),
                positions.byPartition().values().stream()
                        .map(PartitionResponse::of)
                        .sorted(Comparator.comparing(PartitionResponse::topic)
                                .thenComparing(PartitionResponse::partition))
                        .toList(),
                rebuilds);
    }
}
