package com.coworkpay.integration.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.integration.credential.domain.CredentialSummary;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.AccountStatus;
import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.integration.location.domain.Cid;
import com.coworkpay.integration.location.domain.KakaoPayConnection;
import com.coworkpay.integration.location.domain.Switches;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionPlanTest {

    private static final Cid ONE = new Cid("C000000001");
    private static final Cid TWO = new Cid("C000000002");
    private static final Instant THEN = Instant.EPOCH;

    @Test
    void theFirstConnectMakesAnAccountAndSwitchesOn() {
        assertThat(ConnectionPlan.of(Optional.empty(), ONE))
                .isEqualTo(new ConnectionPlan(Optional.empty(), Optional.empty(), true));
    }

    @Test
    void theSameCidIsARotationThatLeavesTheSwitchesAlone() {
        Account one = account(ONE, AccountStatus.ACTIVE, THEN);
        assertThat(ConnectionPlan.of(connection(one), ONE))
                .isEqualTo(new ConnectionPlan(Optional.of(one.id()), Optional.empty(), false));
    }

    @Test
    void anotherCidDisplacesTheActiveAccountAndLeavesTheSwitchesAlone() {
        Account one = account(ONE, AccountStatus.ACTIVE, THEN);
        Account two = account(TWO, AccountStatus.RETIRED, THEN);
        assertThat(ConnectionPlan.of(connection(one), TWO))
                .isEqualTo(new ConnectionPlan(Optional.empty(), Optional.of(one.id()), false));
        assertThat(ConnectionPlan.of(connection(one, two), TWO))
                .isEqualTo(new ConnectionPlan(Optional.of(two.id()), Optional.of(one.id()), false));
    }

    @Test
    void afterADisconnectTheSwitchesAreOnAgain() {
        Account one = account(ONE, AccountStatus.DISCONNECTED, THEN);
        assertThat(ConnectionPlan.of(connection(one), ONE))
                .isEqualTo(new ConnectionPlan(Optional.of(one.id()), Optional.empty(), true));
        assertThat(ConnectionPlan.of(connection(one), TWO))
                .isEqualTo(new ConnectionPlan(Optional.empty(), Optional.empty(), true));
    }

    @Test
    void theAccountShownIsTheActiveOneOrTheOneDisconnectedLast() {
        Account former = account(ONE, AccountStatus.RETIRED, THEN.plusSeconds(9));
        Account sealed = account(TWO, AccountStatus.DISCONNECTED, THEN);
        Account active = account(new Cid("C000000003"), AccountStatus.ACTIVE, THEN);
        assertThat(connection(former, sealed).orElseThrow().shown()).isEqualTo(sealed);
        assertThat(connection(former, sealed, active).orElseThrow().shown()).isEqualTo(active);
    }

    @Test
    void twoActiveAccountsCannotBe() {
        assertThatThrownBy(() ->
                        connection(account(ONE, AccountStatus.ACTIVE, THEN), account(TWO, AccountStatus.ACTIVE, THEN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<KakaoPayConnection> connection(Account... accounts) {
        return Optional.of(new KakaoPayConnection(List.of(accounts), Switches.allOn()));
    }

    private static Account account(Cid cid, AccountStatus status, Instant since) {
        var credential = new CredentialSummary(CredentialKind.SECRET_KEY, 1, "abcd", THEN, "minji");
        return new Account(
                UUID.randomUUID(),
                cid,
                status,
                since,
                credential,
                new Account.LastCheck(CheckResult.ACCEPTED, THEN),
                "T1",
                Optional.empty(),
                new Account.Activation("minji", THEN));
    }
}
