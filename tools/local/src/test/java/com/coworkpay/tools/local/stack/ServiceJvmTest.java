package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.stack.ServiceJvm.CacheUse;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJvmTest {
    private static final Path ROOT = Path.of(System.getProperty("coworkpay.root"));

    @TempDir
    Path folder;

    private ServiceJvm jvm;

    @BeforeEach
    void aPackage() throws IOException {
        Path jar = Files.createFile(folder.resolve("quarkus-run.jar"));
        jvm = new ServiceJvm(
                Program.ownJdk(), folder.resolve("service.jvm"), Map.of("a", jar), CacheUse.IF_THERE, folder);
    }

    /// The flags an image has are the flags that are measured: they stand in one file.
    @Test
    void flagsStandInOneFileAndNowhereElse() throws IOException {
        assertThat(jvm.program("a").arguments().getFirst()).isEqualTo("@" + folder.resolve("service.jvm"));
        assertThat(jvm.program("a").arguments()).noneMatch(argument -> argument.startsWith("-X"));
        assertThat(ServiceJvm.ofCheckout(ROOT).flags()).isEqualTo(ROOT.resolve("deploy/images/service.jvm"));
        assertThat(Files.readAllLines(ROOT.resolve("deploy/images/service.jvm")))
                .allMatch(line -> line.startsWith("#") || line.startsWith("-"))
                .noneMatch(line -> line.contains("AOT"));
    }

    /// A JVM starts with a heap of a 64th of the memory that it sees. In a container that is less than the objects that
    /// a cache holds, and then it does not start at all.
    @Test
    void theHeapBeginsTheSameWhateverMemoryThereIs() throws IOException {
        assertThat(heapAtStart(ServiceJvm.MIN_MEMORY_MIB))
                .isEqualTo(heapAtStart(16_384))
                .isGreaterThanOrEqualTo(32);
    }

    private static long heapAtStart(int memoryMib) throws IOException {
        var process = new ProcessBuilder(
                        Program.javaOf(Program.ownJdk()).toString(),
                        "@" + ROOT.resolve(ServiceJvm.FLAGS),
                        "-XX:MaxRAM=" + memoryMib + "m",
                        "-XX:+PrintFlagsFinal",
                        "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var size = Pattern.compile(" InitialHeapSize += (\\d+) ").matcher(said);
        assertThat(size.find()).as(said).isTrue();
        return Long.parseLong(size.group(1)) >> 20;
    }

    @Test
    void withoutACacheItStartsAsIfThereWereNone() {
        assertThat(jvm.program("a").arguments()).noneMatch(argument -> argument.contains("AOT"));
    }

    @Test
    void aWholeCacheIsUsed() throws IOException {
        makeCache();
        assertThat(jvm.program("a").arguments()).contains("-XX:AOTCache=" + folder.resolve("a.aot"));
        assertThat(jvm.with(CacheUse.NONE).program("a").arguments()).noneMatch(argument -> argument.contains("AOT"));
    }

    /// The JVM may crash on one, at every start.
    @Test
    void aDamagedCacheIsLeftAlone() throws IOException {
        makeCache();
        try (var file = new RandomAccessFile(folder.resolve("a.aot").toFile(), "rw")) {
            file.seek(5_000_000);
            file.write(1);
        }
        assertThat(jvm.program("a").arguments()).noneMatch(argument -> argument.contains("AOT"));
    }

    @Test
    void anEmptyCacheIsLeftAlone() throws IOException {
        Files.createFile(jvm.cacheOf("a").fresh());
        jvm.cacheOf("a").replace();
        assertThat(jvm.program("a").arguments()).noneMatch(argument -> argument.contains("AOT"));
    }

    private void makeCache() throws IOException {
        try (var file = new RandomAccessFile(jvm.cacheOf("a").fresh().toFile(), "rw")) {
            file.setLength(StartCache.MIN_BYTES);
        }
        jvm.cacheOf("a").replace();
    }
}
