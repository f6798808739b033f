package com.coworkpay.integration.location;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Locations by their titles, in the order of code points: 가나다 for Korean ones.
@ApplicationScoped
class LocationListStore {

    /// @param sortKey the title in small letters; behind all titles for one that is not known
    record Place(String sortKey, String locationId) {}

    /// A location of the list.
    ///
    /// @param title null, as zone and locale, while the location is not known
    /// @param live of the account in use; null while not connected
    record ListedLocation(
            String locationId,
            @Nullable String title,
            @Nullable String timezone,
            @Nullable String locale,
            @Nullable Boolean live,
            @Nullable String sellerName,
            @Nullable String sellerBusinessNumber,
            @Nullable String sellerRepresentative,
            @Nullable String sellerAddress,
            @Nullable String sellerPhone,
            String sortKey) {

        Place place() {
            return new Place(sortKey, locationId);
        }
    }

    private static final RowReader<ListedLocation> READER = RowReader.of(MethodHandles.lookup(), ListedLocation.class);

    /// U+10FFFF is no character, so no title begins with it.
    private static final String SORT_KEY = "coalesce(lower(l.title), chr(1114111))";

    private static final String ALL = select("l.id", "lower(l.title)", "location l");

    private static final String AMONG =
            select("mine.id", SORT_KEY, "unnest(:ids::text[]) as mine (id) left join location l on l.id = mine.id");

    private final Pool pool;

    LocationListStore(Pool pool) {
        this.pool = pool;
    }

    /// At most so many, from behind the place.
    Uni<List<ListedLocation>> all(@Nullable String query, @Nullable Place after, int max) {
        return page(ALL, "l.id", "lower(l.title)", Parameters.with("max", max), query, after);
    }

    /// The same of these locations, known or not.
    Uni<List<ListedLocation>> among(Collection<String> ids, @Nullable String query, @Nullable Place after, int max) {
        var values = Parameters.with("max", max).and("ids", ids.toArray(String[]::new));
        return page(AMONG, "mine.id", SORT_KEY, values, query, after);
    }

    private Uni<List<ListedLocation>> page(
            String select,
            String id,
            String sortKey,
            Parameters values,
            @Nullable String query,
            @Nullable Place after) {
        StringBuilder sql = new StringBuilder(select).append(" where true");
        if (query != null) {
            sql.append(
                    " and (position(lower(:query) in lower(l.title)) > 0 or position(lower(:query) in lower(%s)) > 0)"
                            .formatted(id));
            values.and("query", query);
        }
        if (after != null) {
            sql.append(" and (%s collate \"C\", %s) > (:afterKey, :afterId)".formatted(sortKey, id));
            values.and("afterKey", after.sortKey()).and("afterId", after.locationId());
        }
        sql.append(" order by %s collate \"C\", %s limit :max".formatted(sortKey, id));
        return NamedQuery.of(sql.toString())
                .run(pool, values)
                .map(rows -> rows.stream().map(READER::read).toList());
    }

    private static String select(String id, String sortKey, String from) {
        return """
                select %s as location_id, l.title, l.timezone, l.locale, a.live, l.seller_name, l.seller_business_number,
                       l.seller_representative, l.seller_address, l.seller_phone, %s as sort_key
                  from %s left join merchant_account a on a.location_id = l.id and a.status = 'ACTIVE'""".formatted(id, sortKey, from);
    }
}
