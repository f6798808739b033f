package com.coworkpay.reporting.reading.persistence;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.reporting.projection.domain.Positions;
import com.coworkpay.reporting.projection.persistence.PositionStore;
import com.coworkpay.reporting.reading.domain.ProjectionSide;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Which side answers, how far it was fed, and where the location is.
@ApplicationScoped
public class ProjectionHeadStore {

    private static final NamedQuery HEAD = NamedQuery.of("""
            select p.current_side, p.generation, l.timezone, l.locale, %s as positions
              from projection p
              left join report_location l on l.side = p.current_side and l.location_id = :locationId""".formatted(PositionStore.LIVE_AS_JSON));

    /// @param timezone null while the location is not known
    public record Head(
            ProjectionSide side,
            long generation,
            @Nullable String timezone,
            @Nullable String locale,
            Positions positions) {}

    public Uni<Head> head(SqlConnection connection, String locationId) {
        return HEAD.run(connection, Parameters.with("locationId", locationId)).map(rows -> {
            var row = rows.iterator().next();
            return new Head(
                    ProjectionSide.of(row.getShort("current_side")),
                    row.getLong("generation"),
                    row.getString("timezone"),
                    row.getString("locale"),
                    PositionStore.read(row.get(JsonArray.class, "positions")));
        });
    }
}
