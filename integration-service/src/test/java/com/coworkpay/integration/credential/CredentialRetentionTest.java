package com.coworkpay.integration.credential;

import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.integration.TestMerchant;
import com.coworkpay.platform.secret.Keysets;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@IntegrationServiceTest
class CredentialRetentionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Inject
    CredentialRetentionJob retention;

    @Inject
    RewrapCredentials rewrapCredentials;

    @Inject
    IntegrationConfig config;

    @Test
    void aFormerKeyIsErasedWhenNobodyMayUseItAnyMore() throws Exception {
        var connected = connected();
        UUID account = UUID.fromString(connected.account());
        TestMerchant rotated = TestMerchant.withSecretKey(connected.merchant().cid());
        connect(connected.location(), rotated).then().statusCode(200);
        retention.purge().await().atMost(TIMEOUT);
        assertThat(sealedVersions(account)).isEqualTo(2);
        Db.execute(
                "update credential set superseded_at = now() - interval '11 minutes' where account_id = ? and version = 1",
                account);
        retention.purge().await().atMost(TIMEOUT);
        assertThat(sealedVersions(account)).isEqualTo(1);
        assertThat(Db.auditOf(connected.location())).last().isEqualTo("CREDENTIAL_ERASED DONE");
        credential(connected.account())
                .then()
                .body("key", equalTo(rotated.key()))
                .body("previous", nullValue());
    }

    @Test
    void afterARotationOfTheEnvelopeKeyEverythingIsSealedAnewAndTheOldKeyCanGo() {
        var first = connected();
        int former = Keysets.primaryKeyId(config.keysetFile());
        int next = Keysets.addKey(config.keysetFile());
        Keysets.promote(config.keysetFile(), next);
        // A pass may begin with the former keys and see the new file in its midst: only a pass that finds nothing is
        // the end.
        var sealedAnew = new AtomicLong();
        Awaitility.await().atMost(TIMEOUT).until(() -> {
            long inThisPass = rewrapCredentials.rewrapAll().await().atMost(TIMEOUT);
            return sealedAnew.addAndGet(inThisPass) > 0 && inThisPass == 0;
        });
        assertThat(keyThatSeals(first.account())).isEqualTo(Integer.toUnsignedLong(next));
        Keysets.removeKey(config.keysetFile(), former);
        credential(first.account())
                .then()
                .statusCode(200)
                .body("key", equalTo(first.merchant().key()));
        var second = connected();
        credential(second.account())
                .then()
                .body("key", equalTo(second.merchant().key()));
    }

    /// Read as docs/how-to/rotate-the-keyset.md tells an operator to.
    private static long keyThatSeals(String account) {
        return Db.count(
                "select ('x' || encode(substr(sealed, 7, 4), 'hex'))::bit(32)::bigint from credential where account_id = ?",
                UUID.fromString(account));
    }

    private static long sealedVersions(UUID account) {
        return Db.count("select count(*) from credential where account_id = ? and sealed is not null", account);
    }
}
