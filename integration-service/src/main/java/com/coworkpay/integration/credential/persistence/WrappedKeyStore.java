package com.coworkpay.integration.credential.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/// Sealed bytes in bulk, for scheduled maintenance. Every statement is its own transaction and conditional, so
/// that two instances may do the same at once.
@ApplicationScoped
public class WrappedKeyStore {

    public record WrappedKey(CredentialId id, byte[] bytes) {}

    private static final String PAGE = """
            select account_id, version, sealed from credential
            where sealed is not null and (account_id, version) > ($1, $2)
            order by account_id, version limit $3""";

    private static final String REWRAP = """
            update credential set sealed = $3 where account_id = $1 and version = $2 and sealed = $4""";

    /// The audit row in the same statement.
    private static final String ERASE = """
            with gone as (
                update credential c set sealed = null
                where (account_id, version) in (
                    select account_id, version from credential
                    where sealed is not null and superseded_at + make_interval(secs => $1) < now()
                    order by superseded_at limit $2 for update skip locked)
                returning account_id, version
            )
            insert into audit (id, action, outcome, actor, address, location_id, account_id, credential_version)
            select gen_random_uuid(), 'CREDENTIAL_ERASED', 'DONE', 'integration-service', 'local',
                   a.location_id, a.id, gone.version
            from gone join merchant_account a on a.id = gone.account_id""";

    private final Pool pool;

    WrappedKeyStore(Pool pool) {
        this.pool = pool;
    }

    /// Rows with bytes, in the order of their ids.
    public Uni<List<WrappedKey>> after(CredentialId last, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(last.accountId(), last.version(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new WrappedKey(
                                new CredentialId(row.getUUID("account_id"), row.getLong("version")),
                                row.getBuffer("sealed").getBytes()))
                        .toList());
    }

    /// @return whether the bytes were still those that were read
    public Uni<Boolean> replace(WrappedKey before, byte[] bytes) {
        var parameters = Tuple.tuple()
                .addUUID(before.id().accountId())
                .addLong(before.id().version())
                .addBuffer(Buffer.buffer(bytes))
                .addBuffer(Buffer.buffer(before.bytes()));
        return pool.preparedQuery(REWRAP).execute(parameters).map(done -> done.rowCount() == 1);
    }

    /// Erases the bytes of versions that were replaced longer ago than this.
    ///
    /// @return how many
    public Uni<Integer> purgeRetired(Duration usableFor, int limit) {
        return pool.preparedQuery(ERASE)
                .execute(Tuple.of(usableFor.toMillis() / 1000.0, limit))
                .map(done -> done.rowCount());
    }
}
