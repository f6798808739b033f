package com.coworkpay.payment.returnurl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.secret.Signer;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KakaoPayReturnUrlsTest {

    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-000000000001");

    @TempDir
    Path folder;

    private Signer signer;

    @BeforeEach
    void makeKeyset() {
        Path file = folder.resolve("return-keyset.json");
        Signer.newKeysetFile(file);
        signer = Signer.fromKeysetFile(file);
    }

    @Test
    void aBaseUrlThatWouldNotFitIsRefusedAtStart() {
        URI longest = URI.create("https://pay.example/" + "x".repeat(156));
        KakaoPayReturnUrls fits = new KakaoPayReturnUrls(longest, signer);
        assertThat(fits.approved(ID).toString()).hasSize(255);
        assertThatThrownBy(() -> new KakaoPayReturnUrls(URI.create(longest + "x"), signer))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> new KakaoPayReturnUrls(URI.create("/relative"), signer))
                .hasMessageContaining("absolute");
    }

    @Test
    void onlyOurOwnSpellingOfAPaymentIdIsAccepted() {
        KakaoPayReturnUrls returnUrl = new KakaoPayReturnUrls(URI.create("https://pay.example/"), signer);
        assertThat(returnUrl.paymentOf(ID.toString(), signer.sign(ID.toString())))
                .contains(ID);
        assertThat(returnUrl.paymentOf(ID.toString(), signer.sign("another payment")))
                .isEmpty();
        assertThat(returnUrl.paymentOf(
                        "1-1-1-1-1", signer.sign(UUID.fromString("1-1-1-1-1").toString())))
                .isEmpty();
        assertThat(returnUrl.approved(ID).toString())
                .isEqualTo("https://pay.example/v1/return/" + ID + "/" + signer.sign(ID.toString()) + "/approved");
    }
}
