package com.coworkpay.kakaopay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.connector.CredentialKind;
import com.coworkpay.kakaopay.connector.KakaoPaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Test money only, and no key where it could be seen.
class CheckOptionsTest {
    private static final String DEV = "DEV0123456789ABCDEF0123456789ABCDEF01234";

    @TempDir
    Path folder;

    private Path key;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void key() throws IOException {
        key = Files.writeString(folder.resolve("key"), DEV + "\n");
    }

    private CheckOptions parsed(String cid, String... more) {
        List<String> words = new ArrayList<>(List.of("--key-file", key.toString(), "--cid", cid));
        words.addAll(List.of(more));
        return parsed(words);
    }

    private CheckOptions parsed(List<String> words) {
        return Objects.requireNonNull(CheckOptions.parsed(words, said::add));
    }

    @Test
    void theRealKakaoPayOfTheKindOfKeyUnlessAnotherIsNamed() {
        assertThat(parsed("TC0ONETIME").baseUrl()).isEqualTo(KakaoPaySettings.CURRENT_API);
        CheckOptions former = parsed("TC0ONETIME", "--kind", "ADMIN_KEY");
        assertThat(former.baseUrl()).isEqualTo(KakaoPaySettings.LEGACY_API);
        assertThat(former.kind()).isEqualTo(CredentialKind.ADMIN_KEY);
        assertThat(former.key().reveal()).isEqualTo(DEV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CWGANGNAM1", "tc0onetime", "TC0ONETIME ", "TC00000001", "", "TCSUBSCRIP", "TCSEQUENCE"})
    void anotherCidIsRefusedWhateverElseIsSaid(String cid) {
        assertThatThrownBy(() -> parsed(cid)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> parsed(cid, "--base-url", "http://localhost:9900", "--unattended", "MONEY"))
                .isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRD0123456789ABCDEF0123456789ABCDEF01234", "prd0123456789", "two words", "", "키"})
    void aKeyForProductionOrNoKeyIsRefusedAndNotShown(String text) throws IOException {
        Files.writeString(key, text);
        assertThatThrownBy(() -> parsed("TC0ONETIME"))
                .isInstanceOf(UsageException.class)
                .satisfies(refused -> {
                    if (!text.isEmpty()) {
                        assertThat(refused).hasMessageNotContaining(text);
                    }
                });
    }

    @Test
    void aKeyInTheWrongPlaceIsNotShown() {
        for (List<String> words : List.of(
                List.of(DEV),
                List.of("--key=" + DEV),
                List.of("--kind", DEV),
                List.of("--minutes", DEV),
                List.of("--cid", DEV, "--key-file", key.toString()))) {
            assertThatThrownBy(() -> parsed(words))
                    .isInstanceOf(UsageException.class)
                    .hasMessageNotContaining(DEV);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://open-api.kakaopay.com", "https://localhost.example.com", "https://10.0.0.1"})
    void onlyASimulatorOnThisMachineIsPaidUnattended(String base) {
        assertThatThrownBy(() -> parsed("TC0ONETIME", "--base-url", base, "--unattended", "MONEY"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--unattended");
        assertThatThrownBy(() -> parsed("TC0ONETIME", "--unattended", "CARD")).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://open-api.kakaopay.com", "ftp://localhost", "open-api.kakaopay.com", "https:///x"})
    void theKeyGoesOutByHttpsAlone(String base) {
        assertThatThrownBy(() -> parsed("TC0ONETIME", "--base-url", base)).isInstanceOf(UsageException.class);
    }

    @Test
    void helpIsSaidAndNothingIsDone() {
        assertThat(CheckOptions.parsed(List.of("--help"), said::add)).isNull();
        assertThat(said).singleElement().asString().contains("Usage: ./coworkpay kakaopay-check", "--unattended");
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() {
        assertThatThrownBy(() -> parsed(List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Usage: ./coworkpay kakaopay-check");
        for (String[] more : new String[][] {
            {"--any-cid"}, {"--minutes", "0"}, {"--minutes", "15"}, {"--minutes"}, {"--kind", "KEY"}, {"--recording"}
        }) {
            assertThatThrownBy(() -> parsed("TC0ONETIME", more)).isInstanceOf(UsageException.class);
        }
    }
}
