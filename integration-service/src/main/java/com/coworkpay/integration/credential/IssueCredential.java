package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/// Gives an account's key to a service that calls KakaoPay with it. The row is read and audited by one statement, so
/// that the database itself gives no key away without the audit row, and the key is opened after it. A sealed account's
/// credential is issued too: pending payments may finish, and refunds go on.
@ApplicationScoped
class IssueCredential {

    private static final String RELEASE = """
            with released as (
                select a.id, a.location_id, a.cid, a.live, a.last_check_result <> 'ACCEPTED' as refused,
                       c.version, c.kind, c.sealed, c.accepted_at,
                       f.version as former_version, f.kind as former_kind, f.sealed as former_sealed,
                       f.superseded_at + make_interval(secs => $2) as former_usable_until
                from merchant_account a
                join credential c on c.account_id = a.id and c.superseded_at is null
                left join credential f on f.account_id = a.id and f.version = c.version - 1
                     and f.sealed is not null and f.superseded_at + make_interval(secs => $2) > now()
                where a.id = $1
            ), written as (
                insert into audit (id, action, outcome, actor, address, trace_id, location_id, object_type, object_id,
                                   after)
                select $3, 'CREDENTIAL_RELEASED', 'DONE', $4, $5, $6, location_id, 'MERCHANT_ACCOUNT', id::text,
                       jsonb_strip_nulls(jsonb_build_object('credentialVersion', version::text,
                                                            'formerVersion', former_version::text))
                from released
                returning id
            )
            select released.* from released, written""";

    private final Pool pool;
    private final CredentialCipher cipher;
    private final IntegrationConfig config;

    IssueCredential(Pool pool, CredentialCipher cipher, IntegrationConfig config) {
        this.pool = pool;
        this.cipher = cipher;
        this.config = config;
    }

    /// @return the newest accepted version, and the one before it for a while after a rotation
    Uni<CredentialResponse> of(UUID accountId, Actor actor) {
        double seconds = config.credentials().retiredUsableFor().toMillis() / 1000.0;
        var parameters = Tuple.tuple()
                .addUUID(accountId)
                .addDouble(seconds)
                .addUUID(Ids.next())
                .addString(actor.subject())
                .addString(actor.address())
                .addString(actor.traceId().orElse(null));
        return pool.preparedQuery(RELEASE).execute(parameters).map(rows -> rows.stream()
                .findFirst()
                .map(this::response)
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private CredentialResponse response(Row row) {
        return new CredentialResponse(
                row.getUUID("id"),
                row.getString("location_id"),
                row.getString("cid"),
                row.getBoolean("live"),
                row.getBoolean("refused"),
                kind(row, ""),
                key(row, ""),
                row.getLong("version"),
                instant(row, "accepted_at"),
                row.getLong("former_version") == null
                        ? null
                        : new CredentialResponse.Previous(
                                kind(row, "former_"),
                                key(row, "former_"),
                                row.getLong("former_version"),
                                instant(row, "former_usable_until")));
    }

    private static CredentialKind kind(Row row, String prefix) {
        return CredentialKind.valueOf(row.getString(prefix + "kind"));
    }

    /// @throws com.coworkpay.platform.secret.SealBrokenException for bytes of another row
    private String key(Row row, String prefix) {
        var id = new CredentialId(row.getUUID("id"), row.getLong(prefix + "version"));
        return cipher.open(row.getBuffer(prefix + "sealed").getBytes(), id).reveal();
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
