package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.Location;
import com.coworkpay.integration.location.domain.Seller;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The rows of locations. All of it runs in the session that the use case opened.
@ApplicationScoped
class LocationStore implements PanacheRepositoryBase<LocationEntity, String> {

    /// A location whose row this transaction holds: nobody else changes anything of it until the commit.
    ///
    /// @param version before this transaction's change
    /// @param now the database's clock, the one clock for all that is written down
    record Lock(String locationId, long version, Instant now) {}

    private static final String INSERT = """
            insert into location (id, title, timezone, locale, refund_approval_limit_krw, seller_name,
                                  seller_business_number, seller_representative, seller_address, seller_phone, version)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as text), cast(?7 as text), cast(?8 as text), cast(?9 as text),
                    cast(?10 as text), 1)
            on conflict (id) do nothing""";

    private static final String LOCK = """
            select version, cast(extract(epoch from now()) * 1000000 as bigint)
            from location where id = ?1 for update""";

    private static final String ADVANCE = """
            update location set version = version + 1, updated_at = now() where id = ?1 and version = ?2""";

    /// Creates the location at version 1.
    ///
    /// @return false if it is there already: nothing was changed then
    Uni<Boolean> insertIfAbsent(Location location) {
        var seller = location.seller();
        return getSession().chain(session -> session.createNativeQuery(INSERT)
                .setParameter(1, location.id())
                .setParameter(2, location.title())
                .setParameter(3, location.zone().getId())
                .setParameter(4, location.locale().tag())
                .setParameter(5, location.refundApprovalLimitKrw())
                .setParameter(6, seller.map(Seller::name).orElse(null))
                .setParameter(7, seller.map(Seller::businessDigits).orElse(null))
                .setParameter(8, seller.map(Seller::representative).orElse(null))
                .setParameter(9, seller.map(Seller::address).orElse(null))
                .setParameter(10, seller.map(Seller::phone).orElse(null))
                .executeUpdate()
                .map(count -> count == 1));
    }

    /// Takes the location's row for this transaction. To be called before anything of the location is loaded: what
    /// the session already holds would not be read again.
    Uni<Optional<Lock>> lock(String id) {
        return getSession().chain(session -> session.createNativeQuery(LOCK, Object[].class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(columns -> lockOf(id, columns))));
    }

    /// Moves the version on after everything else of the change was written.
    ///
    /// @return the new version
    Uni<Long> advance(Lock lock) {
        return getSession().chain(session -> session.flush()
                .chain(() -> session.createNativeQuery(ADVANCE)
                        .setParameter(1, lock.locationId())
                        .setParameter(2, lock.version())
                        .executeUpdate())
                .map(count -> {
                    if (count != 1) {
                        throw new IllegalStateException("a locked location moved on: " + lock);
                    }
                    return lock.version() + 1;
                }));
    }

    Uni<Void> describe(Location location) {
        return findById(location.id())
                .invoke(entity -> entity.describe(location))
                .replaceWithVoid();
    }

    private static Lock lockOf(String id, Object[] columns) {
        long micros = ((Number) columns[1]).longValue();
        return new Lock(id, ((Number) columns[0]).longValue(), Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
