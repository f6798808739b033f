package com.coworkpay.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTest {

    private static final String TEXT = "01920000-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeKeyset() {
        file = folder.resolve("keyset.json");
        Signer.newKeysetFile(file);
    }

    /// File systems may note times so coarsely that two changes in a test fall together; a rotation takes longer.
    private void letTimePassForTheFile() throws IOException {
        FileTime changed = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(changed.toInstant().plus(Duration.ofSeconds(5))));
    }

    @Test
    void aSignatureHas22CharactersAndFitsItsTextOnly() {
        Signer signer = Signer.fromKeysetFile(file);
        String signature = signer.sign(TEXT);
        assertThat(signature).hasSize(Signer.CHARACTERS).matches("[A-Za-z0-9_-]{22}");
        assertThat(signer.verify(TEXT, signature)).isTrue();
        assertThat(signer.verify(TEXT.replace('1', '2'), signature)).isFalse();
    }

    /// Each of the sixteen decodes to the same bytes.
    @Test
    void oneTextOfASignatureIsAccepted() {
        Signer signer = Signer.fromKeysetFile(file);
        String good = signer.sign(TEXT);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        List<String> accepted = alphabet.chars()
                .mapToObj(last -> good.substring(0, good.length() - 1) + (char) last)
                .filter(signature -> signer.verify(TEXT, signature))
                .toList();
        assertThat(accepted).containsExactly(good);
    }

    @Test
    void forgedTruncatedAndPaddedSignaturesAreRefused() {
        Signer signer = Signer.fromKeysetFile(file);
        String good = signer.sign(TEXT);
        String flipped = (good.charAt(0) == 'A' ? "B" : "A") + good.substring(1);
        for (String bad :
                List.of("", good.substring(1), good + "=", good + "==", flipped, "~".repeat(22), "A".repeat(22))) {
            assertThat(signer.verify(TEXT, bad)).as(bad).isFalse();
        }
    }

    @Test
    void duringARotationThePrimaryKeySignsAndAllVerifyWithoutARestart() throws IOException {
        Signer running = Signer.fromKeysetFile(file);
        int oldId = Keysets.primaryKeyId(file);
        String byOld = running.sign(TEXT);

        int newId = Keysets.addKey(file);
        letTimePassForTheFile();
        assertThat(Signer.fromKeysetFile(file).sign(TEXT)).isEqualTo(byOld);

        Keysets.promote(file, newId);
        letTimePassForTheFile();
        String byNew = Signer.fromKeysetFile(file).sign(TEXT);
        assertThat(byNew).isNotEqualTo(byOld);
        assertThat(running.verify(TEXT, byNew)).isTrue();
        assertThat(running.verify(TEXT, byOld)).isTrue();
        assertThat(running.sign(TEXT)).isEqualTo(byNew);

        Keysets.removeKey(file, oldId);
        assertThat(Signer.fromKeysetFile(file).verify(TEXT, byOld)).isFalse();
        assertThat(Signer.fromKeysetFile(file).verify(TEXT, byNew)).isTrue();
    }

    @Test
    void aKeysetOfTheOtherUseIsRefused() {
        Path sealing = folder.resolve("sealing.json");
        Sealer.newKeysetFile(sealing);
        assertThatThrownBy(() -> Signer.fromKeysetFile(sealing))
                .isInstanceOf(KeysetException.class)
                .hasMessageContaining("HMAC");
        assertThatThrownBy(() -> Sealer.fromKeysetFile(file))
                .isInstanceOf(KeysetException.class)
                .hasMessageContaining("AES-GCM");
    }

    @Test
    void aBrokenFileIsRefusedWithoutQuotingIt() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "secret but no keyset");
        assertThatThrownBy(() -> Signer.fromKeysetFile(broken))
                .isInstanceOf(KeysetException.class)
                .hasMessageContaining("broken.json")
                .hasMessageNotContaining("secret but")
                .hasNoCause();
    }
}
