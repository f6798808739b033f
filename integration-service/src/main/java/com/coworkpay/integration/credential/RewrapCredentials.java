package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.platform.secret.SealBrokenException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Wraps again what a former envelope key wrapped, so that this key can be taken out of the keyset. Every statement is
/// its own transaction and conditional, so that two instances may do the same at once.
@ApplicationScoped
class RewrapCredentials {

    private static final Logger LOG = Logger.getLogger(RewrapCredentials.class);
    private static final String PAGE = """
            select account_id, version, sealed from credential
            where sealed is not null and (account_id, version) > ($1, $2)
            order by account_id, version limit $3""";

    private static final String REWRAP = """
            update credential set sealed = $3 where account_id = $1 and version = $2 and sealed = $4""";

    private static final CredentialId BEFORE_ALL = new CredentialId(new UUID(0, 0), 0);

    private record WrappedKey(CredentialId id, byte[] bytes) {}

    private final Pool pool;
    private final CredentialCipher cipher;
    private final IntegrationConfig config;

    RewrapCredentials(Pool pool, CredentialCipher cipher, IntegrationConfig config) {
        this.pool = pool;
        this.cipher = cipher;
        this.config = config;
    }

    /// Goes through all credentials, page by page.
    ///
    /// @return how many were wrapped again
    Uni<Long> rewrapAll() {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Position(BEFORE_ALL), this::nextPage)
                .whilst(page -> page.size() == config.credentials().cleanupBatch())
                .onItem()
                .disjoint()
                .map(WrappedKey.class::cast)
                .filter(row -> cipher.isOutdated(row.bytes()))
                .onItem()
                .transformToUniAndConcatenate(this::rewrap)
                .filter(done -> done)
                .collect()
                .with(Collectors.counting());
    }

    private Uni<List<WrappedKey>> nextPage(Position position) {
        var parameters = Tuple.of(
                position.last.accountId(),
                position.last.version(),
                config.credentials().cleanupBatch());
        return pool.preparedQuery(PAGE)
                .execute(parameters)
                .map(rows -> rows.stream().map(RewrapCredentials::wrappedKey).toList())
                .invoke(page -> {
                    if (!page.isEmpty()) {
                        position.last = page.getLast().id();
                    }
                });
    }

    /// One that does not open stays as it is, and is logged: its key may come back into the keyset.
    private Uni<Boolean> rewrap(WrappedKey row) {
        try {
            return replace(row, cipher.seal(cipher.open(row.bytes(), row.id()), row.id()));
        } catch (SealBrokenException e) {
            LOG.errorf("credential %s does not open: %s", row.id(), e.getMessage());
            return Uni.createFrom().item(false);
        }
    }

    /// @return whether the bytes were still those that were read
    private Uni<Boolean> replace(WrappedKey before, byte[] bytes) {
        var parameters = Tuple.tuple()
                .addUUID(before.id().accountId())
                .addLong(before.id().version())
                .addBuffer(Buffer.buffer(bytes))
                .addBuffer(Buffer.buffer(before.bytes()));
        return pool.preparedQuery(REWRAP).execute(parameters).map(done -> done.rowCount() == 1);
    }

    private static WrappedKey wrappedKey(Row row) {
        return new WrappedKey(
                new CredentialId(row.getUUID("account_id"), row.getLong("version")),
                row.getBuffer("sealed").getBytes());
    }

    private static final class Position {

        private CredentialId last;

        private Position(CredentialId last) {
            this.last = last;
        }
    }
}
