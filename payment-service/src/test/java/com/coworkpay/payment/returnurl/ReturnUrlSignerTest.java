package com.coworkpay.payment.returnurl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReturnUrlSignerTest {

    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-000000000001");
    private static final String OLD = key("0123456789abcdef0123456789abcdef");
    private static final String NEW = key("fedcba9876543210fedcba9876543210");

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aSignatureHas22CharactersAndFitsItsPaymentOnly() {
        ReturnUrlSigner keys = ReturnUrlSigner.of(List.of(NEW));
        String signature = keys.sign(ID);
        assertThat(signature).hasSize(22).matches("[A-Za-z0-9_-]+");
        assertThat(keys.verify(ID, signature)).isTrue();
        assertThat(keys.verify(UUID.fromString("01920000-0000-7000-8000-000000000002"), signature))
                .isFalse();
    }

    @Test
    void forgedTruncatedAndPaddedSignaturesAreRefused() {
        ReturnUrlSigner keys = ReturnUrlSigner.of(List.of(NEW));
        String good = keys.sign(ID);
        String flipped = (good.charAt(0) == 'A' ? "B" : "A") + good.substring(1);
        for (String bad : List.of("", good.substring(1), good + "=", flipped, "~".repeat(22), "A".repeat(22))) {
            assertThat(keys.verify(ID, bad)).as(bad).isFalse();
        }
    }

    @Test
    void afterARotationTheFirstKeySignsAndAllVerify() {
        String byOld = ReturnUrlSigner.of(List.of(OLD)).sign(ID);
        ReturnUrlSigner rotated = ReturnUrlSigner.of(List.of("# rotated", NEW, OLD, ""));
        assertThat(rotated.verify(ID, byOld)).isTrue();
        assertThat(rotated.sign(ID)).isEqualTo(ReturnUrlSigner.of(List.of(NEW)).sign(ID));
        assertThat(ReturnUrlSigner.of(List.of(NEW)).verify(ID, byOld)).isFalse();
    }

    @Test
    void weakAndBrokenKeyFilesAreRefusedWithoutQuotingThem() {
        assertThatThrownBy(() -> ReturnUrlSigner.of(List.of())).hasMessageContaining("holds no key");
        assertThatThrownBy(() -> ReturnUrlSigner.of(List.of(Base64.getEncoder().encodeToString(new byte[31]))))
                .hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> ReturnUrlSigner.of(List.of("secret but not base64!")))
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void aBaseUrlThatWouldNotFitIsRefusedAtStart() {
        ReturnUrlSigner keys = ReturnUrlSigner.of(List.of(NEW));
        URI longest = URI.create("https://pay.example/" + "x".repeat(156));
        KakaoPayReturnUrls fits = new KakaoPayReturnUrls(longest, keys);
        assertThat(fits.approved(ID).toString()).hasSize(255);
        assertThatThrownBy(() -> new KakaoPayReturnUrls(URI.create(longest + "x"), keys))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> new KakaoPayReturnUrls(URI.create("/relative"), keys))
                .hasMessageContaining("absolute");
    }

    @Test
    void onlyOurOwnSpellingOfAPaymentIdIsAccepted() {
        ReturnUrlSigner keys = ReturnUrlSigner.of(List.of(NEW));
        KakaoPayReturnUrls returnUrl = new KakaoPayReturnUrls(URI.create("https://pay.example/"), keys);
        assertThat(returnUrl.paymentOf(ID.toString(), keys.sign(ID))).contains(ID);
        assertThat(returnUrl.paymentOf("1-1-1-1-1", keys.sign(UUID.fromString("1-1-1-1-1"))))
                .isEmpty();
        assertThat(returnUrl.approved(ID).toString())
                .isEqualTo("https://pay.example/v1/return/" + ID + "/" + keys.sign(ID) + "/approved");
    }
}
