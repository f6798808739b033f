package com.coworkpay.reporting.rebuild.api;

import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.rebuild.GetProjectionStatus.ProjectionStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The status of the projection.
@Schema(name = "Projection")
public record ProjectionResponse(
        long generation,
        Instant switchedAt,
        @Nullable Instant completeUpTo,
        @Nullable Long eventsBehind,
        List<PartitionResponse> partitions,
        @Schema(description = "The last ones first") List<RebuildResponse> rebuilds) {

    /// How far a partition was read.
    @Schema(name = "ProjectionPartition")
    public record PartitionResponse(
            String topic,
            int partition,
            long nextOffset,
            @Nullable Instant lastEventAt) {

        static PartitionResponse of(Position position) {
            return new PartitionResponse(
                    position.partition().topic(),
                    position.partition().number(),
                    position.nextOffset(),
                    position.lastEventAt());
        }
    }

    static ProjectionResponse of(ProjectionStatus status) {
        return new ProjectionResponse(
                status.generation().number(),
                status.generation().since(),
                status.completeness().upTo(),
                status.completeness().recordsBehind(),
                status.positions().byPartition().values().stream()
                        .map(PartitionResponse::of)
                        .sorted(Comparator.comparing(PartitionResponse::topic)
                                .thenComparing(PartitionResponse::partition))
                        .toList(),
                status.rebuilds().stream().map(RebuildResponse::of).toList());
    }
}
