package com.coworkpay.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {

    private static final SecretText KEY = SecretText.of("PRD0123456789ABCDEF");
    private static final String PLACE = "credential/acc-1/1";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeKeyset() {
        file = folder.resolve("keys/keyset.json");
        Sealer.newKeysetFile(file);
    }

    /// File systems may note times so coarsely that two changes in a test fall together; a rotation takes longer.
    private void letTimePassForTheFile() throws IOException {
        FileTime changed = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(changed.toInstant().plus(Duration.ofSeconds(5))));
    }

    @Test
    void opensWhatItSealed() {
        Sealer sealer = Sealer.fromKeysetFile(file);
        byte[] sealed = sealer.seal(KEY, PLACE);
        assertThat(sealer.open(sealed, PLACE)).isEqualTo(KEY);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("PRD0123");
        assertThat(sealer.seal(KEY, PLACE)).isNotEqualTo(sealed);
    }

    @Test
    void opensTextInAnyScript() {
        Sealer sealer = Sealer.fromKeysetFile(file);
        SecretText korean = SecretText.of("비밀 열쇠 🔑");
        assertThat(sealer.open(sealer.seal(korean, PLACE), PLACE)).isEqualTo(korean);
    }

    @Test
    void doesNotOpenInAnotherPlace() {
        Sealer sealer = Sealer.fromKeysetFile(file);
        byte[] sealed = sealer.seal(KEY, PLACE);
        for (String other : new String[] {"credential/acc-2/1", "credential/acc-1/2", "", PLACE + " "}) {
            assertThatThrownBy(() -> sealer.open(sealed, other)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void doesNotOpenWhatWasChanged() {
        Sealer sealer = Sealer.fromKeysetFile(file);
        byte[] sealed = sealer.seal(KEY, PLACE);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(changed, PLACE))
                    .as("byte %d", i)
                    .isInstanceOf(SealBrokenException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> sealer.open(cut, PLACE)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void doesNotOpenWithAnotherKeyset() {
        byte[] sealed = Sealer.fromKeysetFile(file).seal(KEY, PLACE);
        Path other = folder.resolve("other.json");
        Sealer.newKeysetFile(other);
        assertThatThrownBy(() -> Sealer.fromKeysetFile(other).open(sealed, PLACE))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageNotContaining("PRD");
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Keysets.addKey(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        String before = Files.readString(file);
        assertThatThrownBy(() -> Sealer.newKeysetFile(file)).isInstanceOf(KeysetException.class);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void keysAreRotatedWithoutARestart() throws IOException {
        Sealer first = Sealer.fromKeysetFile(file);
        Sealer second = Sealer.fromKeysetFile(file);
        byte[] old = first.seal(KEY, PLACE);
        int oldId = Keysets.primaryKeyId(file);

        int newId = Keysets.addKey(file);
        letTimePassForTheFile();
        assertThat(Keysets.primaryKeyId(file)).isEqualTo(oldId);

        Keysets.promote(file, newId);
        letTimePassForTheFile();
        byte[] sealedByARestartedOne = Sealer.fromKeysetFile(file).seal(KEY, PLACE);
        assertThat(second.open(sealedByARestartedOne, PLACE)).isEqualTo(KEY);
        assertThat(second.open(old, PLACE)).isEqualTo(KEY);
        assertThat(second.isOutdated(old)).isTrue();
        assertThat(second.isOutdated(sealedByARestartedOne)).isFalse();

        Keysets.removeKey(file, oldId);
        assertThatThrownBy(() -> Sealer.fromKeysetFile(file).open(old, PLACE)).isInstanceOf(SealBrokenException.class);
        assertThat(Sealer.fromKeysetFile(file).open(sealedByARestartedOne, PLACE))
                .isEqualTo(KEY);
    }

    @Test
    void theSealingKeyIsNotRemoved() {
        assertThatThrownBy(() -> Keysets.removeKey(file, Keysets.primaryKeyId(file)))
                .isInstanceOf(KeysetException.class);
        assertThatThrownBy(() -> Keysets.promote(file, 42)).isInstanceOf(KeysetException.class);
    }

    @Test
    void aFileThatBreaksLaterLeavesTheFormerKeysInUse() throws IOException {
        Sealer sealer = Sealer.fromKeysetFile(file);
        byte[] sealed = sealer.seal(KEY, PLACE);
        Files.writeString(file, "{\"half\":");
        letTimePassForTheFile();
        assertThatThrownBy(() -> sealer.open(sealed, "elsewhere")).isInstanceOf(SealBrokenException.class);
        assertThat(sealer.open(sealed, PLACE)).isEqualTo(KEY);
    }

    @Test
    void aFileThatIsNoKeysetIsNamedAndNotQuoted() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"value\":\"secret material\"}");
        assertThatThrownBy(() -> Sealer.fromKeysetFile(broken))
                .isInstanceOf(KeysetException.class)
                .hasMessageContaining("broken.json")
                .hasMessageNotContaining("secret material")
                .hasNoCause();
        assertThatThrownBy(() -> Sealer.fromKeysetFile(folder.resolve("missing.json")))
                .isInstanceOf(KeysetException.class);
    }

    @Test
    void outdatedIsWhatCannotBeOurs() {
        Sealer sealer = Sealer.fromKeysetFile(file);
        assertThat(sealer.isOutdated(new byte[0])).isTrue();
        assertThat(sealer.isOutdated(new byte[] {1, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7}))
                .isTrue();
        assertThat(sealer.isOutdated(sealer.seal(KEY, PLACE))).isFalse();
    }
}
