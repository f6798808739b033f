package com.coworkpay.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private static final String SECRET = "s3cr3tValue0123456789";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/return/1/sig/approved?pg_token=%s&x=1",
                "GET /v1/return/019f/%s/approved",
                "GET /v1/checkouts/019f/%s",
                "GET /v1/checkouts/019f/%s/stream",
                "https://pay.example/checkout/019f/%s",
                "pg_token=%s",
                "pg_token: %s",
                "{\"pg_token\":\"%s\"}",
                "{pg_token=%s, tid=T1}",
                "ApproveRequest[tid=T1, pgToken=%s, total=1]",
                "Authorization: SECRET_KEY %s",
                "Authorization: DEV_SECRET_KEY %s",
                "authorization=KakaoAK %s",
                "{\"Authorization\":\"KakaoAK %s\"}",
                "headers: [Authorization=Bearer %s]",
                "Basic %s",
                "key was SECRET_KEY %s!",
                "authorization: %s",
                "{\"secretKey\":\"%s\",\"cid\":\"TC0ONETIME\"}",
                "admin_key=%s",
                "client_secret=%s&grant_type=client_credentials",
                "password=%s",
                "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtaW5qaSJ9.%s",
            })
    void nothingOfASecretIsLeft(String text) {
        assertThat(LogMask.in(text.formatted(SECRET))).doesNotContain(SECRET).contains("***");
    }

    @Test
    void whatStandsBesideASecretStays() {
        assertThat(LogMask.in("order=o-1 pg_token=abcdefgh tid=T1")).isEqualTo("order=o-1 pg_token=*** tid=T1");
        assertThat(LogMask.in("GET /v1/return/019f/abc/approved?x")).isEqualTo("GET /v1/return/019f/***/approved?x");
        assertThat(LogMask.in("{\"pg_token\":\"abcdefgh\",\"tid\":\"T1\"}"))
                .isEqualTo("{\"pg_token\":\"***\",\"tid\":\"T1\"}");
        assertThat(LogMask.in("Authorization: SECRET_KEY PRD0123456789")).isEqualTo("Authorization: SECRET_KEY ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Payment 019 is paid",
                "the Idempotency-Key was used before",
                "kind SECRET_KEY, version 3",
                "Basic rules of the outbox",
                "key rotation of account a-1",
                "tokens are checked",
            })
    void ordinaryWordsStay(String text) {
        assertThat(LogMask.in(text)).isEqualTo(text);
    }

    @Test
    void maskingTwiceChangesNothing() {
        String once = LogMask.in("Authorization: KakaoAK abcdefgh pg_token=x&y=1");
        assertThat(LogMask.in(once)).isEqualTo(once);
    }
}
