package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.secret.SecretText;
import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// KakaoPay's field limits, held before anything is sent, and naming the field.
class RequestsTest {

    private static final URI URL = URI.create("https://pay.example.kr/ok");

    private static ReadyRequest ready(String orderId, String userId, String item, int quantity, long total, long free) {
        return new ReadyRequest(orderId, userId, item, quantity, total, free, null, URL, URL, URL);
    }

    private static void refuses(String field, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(InvalidFieldException.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field));
    }

    @Test
    void readyHoldsKakaoPaysLimits() {
        String hundred = "가".repeat(100);
        assertThatCode(() -> ready(hundred, hundred, hundred, 1, Integer.MAX_VALUE, 0))
                .doesNotThrowAnyException();
        refuses("orderId", () -> ready(hundred + "x", "u", "i", 1, 100, 0));
        refuses("userId", () -> ready("o", hundred + "x", "i", 1, 100, 0));
        refuses("itemName", () -> ready("o", "u", hundred + "x", 1, 100, 0));
        refuses("itemName", () -> ready("o", "u", " ", 1, 100, 0));
        refuses("itemName", () -> ready("o", "u", "a\u0000b", 1, 100, 0));
        refuses("quantity", () -> ready("o", "u", "i", 0, 100, 0));
        refuses("totalKrw", () -> ready("o", "u", "i", 1, 0, 0));
        refuses("totalKrw", () -> ready("o", "u", "i", 1, Integer.MAX_VALUE + 1L, 0));
        refuses("taxFreeKrw", () -> ready("o", "u", "i", 1, 100, 101));
        refuses("taxFreeKrw", () -> ready("o", "u", "i", 1, 100, -1));
        refuses("vatKrw", () -> new ReadyRequest("o", "u", "i", 1, 100, 60, 41L, URL, URL, URL));
        refuses("vatKrw", () -> new ReadyRequest("o", "u", "i", 1, 100, 0, -1L, URL, URL, URL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relative", "ftp://example.kr/x", "javascript:alert(1)", "https:///x", "mailto:a@b"})
    void returnUrlsAreWebAddresses(String url) {
        URI wrong = URI.create(url);
        refuses("approvalUrl", () -> new ReadyRequest("o", "u", "i", 1, 100, 0, null, wrong, URL, URL));
        refuses("cancelUrl", () -> new ReadyRequest("o", "u", "i", 1, 100, 0, null, URL, wrong, URL));
        refuses("failUrl", () -> new ReadyRequest("o", "u", "i", 1, 100, 0, null, URL, URL, wrong));
    }

    @Test
    void aReturnUrlHasAtMost255Characters() {
        String base = "https://pay.example.kr/";
        URI longest = URI.create(base + "x".repeat(255 - base.length()));
        URI tooLong = URI.create(longest + "x");
        assertThatCode(() -> new ReadyRequest("o", "u", "i", 1, 100, 0, null, longest, longest, longest))
                .doesNotThrowAnyException();
        refuses("failUrl", () -> new ReadyRequest("o", "u", "i", 1, 100, 0, null, URL, URL, tooLong));
    }

    @Test
    void approveAndCancelHoldTheirLimitsToo() {
        SecretText token = SecretText.of("token");
        String payload = "p".repeat(200);
        assertThatCode(() -> new ApproveRequest("T1", "o", "u", token, 1, payload))
                .doesNotThrowAnyException();
        refuses("tid", () -> new ApproveRequest("T 1", "o", "u", token, 1, null));
        refuses("tid", () -> new OrderRequest("", null, null));
        refuses("payload", () -> new ApproveRequest("T1", "o", "u", token, 1, payload + "p"));
        refuses("totalKrw", () -> new ApproveRequest("T1", "o", "u", token, 0, null));
        refuses("pgToken", () -> new ApproveRequest("T1", "o", "u", SecretText.of("x".repeat(256)), 1, null));
        refuses("payload", () -> new CancelRequest("T1", "o", 1, 0, null, 1, ""));
        refuses("amountKrw", () -> new CancelRequest("T1", "o", 2, 0, null, 1, "r"));
        refuses("amountKrw", () -> new CancelRequest("T1", "o", 0, 0, null, 1, "r"));
        refuses("taxFreeKrw", () -> new CancelRequest("T1", "o", 1, 2, null, 2, "r"));
        refuses("vatKrw", () -> new CancelRequest("T1", "o", 10, 5, 6L, 10, "r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TC0ONETIM", "TC0ONETIMEE", "TC0ONETIM!", "TC0 NETIME"})
    void aCidHasTenLettersOrDigits(String cid) {
        Credential credential = new Credential(CredentialKind.SECRET_KEY, SecretText.of("key"), 1);
        refuses("cid", () -> new MerchantAccount("a", cid, credential));
    }

    /// A line break in a key would be another header.
    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\r\nX-Evil: 1", "열쇠", "tab\there"})
    void aKeyFitsAHeaderAndIsNotInTheMessage(String key) {
        assertThatThrownBy(() -> new Credential(CredentialKind.SECRET_KEY, SecretText.of(key), 1))
                .isInstanceOf(InvalidFieldException.class)
                .message()
                .startsWith("key ")
                .doesNotContain(key);
    }

    @ParameterizedTest
    @CsvSource({
        "https://open-api.kakaopay.com, false, true",
        "http://open-api.kakaopay.com, false, false",
        "http://simulator:9000, false, false",
        "http://simulator:9000, true, true",
        "http://localhost:9000, false, true",
        "http://kakaopay.localhost:9000, false, true",
        "http://127.0.0.1:9000, false, true",
        "http://[::1]:9000, false, true",
        "http://10.0.0.1, false, false",
        "http://localhost.evil.example, false, false",
        "https://user:pw@open-api.kakaopay.com, false, false",
        "https://open-api.kakaopay.com/?a=1, false, false",
        "ftp://localhost, true, false",
        "/relative, true, false"
    })
    void clearTextIsForThisMachineOnly(URI url, boolean plainHttpAllowed, boolean accepted) {
        KakaoPaySettings base = KakaoPaySettings.of(KakaoPaySettings.CURRENT_API, KakaoPaySettings.LEGACY_API);
        ThrowingCallable making = () -> new KakaoPaySettings(
                url,
                base.legacyApi(),
                base.connectTimeout(),
                base.readTimeout(),
                base.maxBodyBytes(),
                base.maxConnections(),
                base.keepAlive(),
                base.breaker(),
                base.bulkhead(),
                base.maxAccounts(),
                plainHttpAllowed);
        if (accepted) {
            assertThatCode(making).doesNotThrowAnyException();
        } else {
            refuses("currentApi", making);
        }
    }

    @Test
    void theLongestCallIsKnown() {
        KakaoPaySettings settings = KakaoPaySettings.of(KakaoPaySettings.CURRENT_API, KakaoPaySettings.LEGACY_API);
        assertThat(settings.maxCall()).isEqualTo(Duration.ofSeconds(19));
        refuses("readTimeout", () -> settings.withTimeouts(Duration.ofSeconds(1), Duration.ZERO));
    }
}
