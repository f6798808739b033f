package com.coworkpay.integration.access.persistence;

import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.SealedCredential;
import com.coworkpay.integration.access.domain.SealedCredential.RetiredKey;
import com.coworkpay.integration.access.domain.SealedCredential.SealedKey;
import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.platform.outbox.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Reads an account's sealed credential and writes the audit row in one statement, so that the database itself gives
/// no key away without the row.
@ApplicationScoped
public class SealedCredentialStore {

    private static final String RELEASE = """
            with released as (
                select a.id, a.location_id, a.cid, a.live, a.last_check_result <> 'ACCEPTED' as refused,
                       c.version, c.kind, c.sealed, c.accepted_at,
                       f.version as former_version, f.kind as former_kind, f.sealed as former_sealed,
                       f.accepted_at as former_accepted_at,
                       f.superseded_at + make_interval(secs => $2) as former_usable_until
                from merchant_account a
                join credential c on c.account_id = a.id and c.superseded_at is null
                left join credential f on f.account_id = a.id and f.version = c.version - 1
                     and f.sealed is not null and f.superseded_at + make_interval(secs => $2) > now()
                where a.id = $1
            ), written as (
                insert into audit (id, action, outcome, actor, address, trace_id, location_id, account_id,
                                   credential_version, detail)
                select $3, 'CREDENTIAL_RELEASED', 'DONE', $4, $5, $6, location_id, id, version,
                       jsonb_strip_nulls(jsonb_build_object('former', former_version))
                from released
                returning id
            )
            select released.* from released, written""";

    private final Pool pool;

    SealedCredentialStore(Pool pool) {
        this.pool = pool;
    }

    /// @return empty if there is no such account
    public Uni<Optional<SealedCredential>> release(UUID accountId, Duration retiredUsableFor, Actor actor) {
        double seconds = retiredUsableFor.toMillis() / 1000.0;
        var parameters = Tuple.tuple()
                .addUUID(accountId)
                .addDouble(seconds)
                .addUUID(Ids.next())
                .addString(actor.subject())
                .addString(actor.address())
                .addString(actor.traceId().orElse(null));
        return pool.preparedQuery(RELEASE).execute(parameters).map(SealedCredentialStore::only);
    }

    private static Optional<SealedCredential> only(RowSet<Row> rows) {
        var all = rows.iterator();
        return all.hasNext() ? Optional.of(read(all.next())) : Optional.empty();
    }

    private static SealedCredential read(Row row) {
        return new SealedCredential(
                row.getUUID("id"),
                row.getString("location_id"),
                row.getString("cid"),
                row.getBoolean("live"),
                row.getBoolean("refused"),
                sealedKey(row, ""),
                Optional.ofNullable(row.getLong("former_version"))
                        .map(_ -> new RetiredKey(sealedKey(row, "former_"), instant(row, "former_usable_until"))));
    }

    private static SealedKey sealedKey(Row row, String prefix) {
        return new SealedKey(
                CredentialKind.valueOf(row.getString(prefix + "kind")),
                row.getLong(prefix + "version"),
                row.getBuffer(prefix + "sealed").getBytes(),
                instant(row, prefix + "accepted_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
