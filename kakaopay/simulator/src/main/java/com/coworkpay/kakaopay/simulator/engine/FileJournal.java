package com.coworkpay.kakaopay.simulator.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An append-only file `ledger.jsonl`, one entry a line.
///
/// One thread writes and syncs whatever has gathered since its last sync, so that many calls share one fsync and
/// no event loop waits for the disk. A line torn by a crash at the end was never answered for and is cut off;
/// any other unreadable line stops the start, as a ledger with a hole is none.
public final class FileJournal implements Journal {
    private static final int MAX_LINE_BYTES = 1 << 20;

    private final ObjectMapper json;
    private final FileChannel channel;
    private final @Nullable FileLock lock;
    private final Thread writer;
    private final Object monitor = new Object();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private CompletableFuture<Void> next = new CompletableFuture<>();
    private CompletableFuture<Void> current = CompletableFuture.completedFuture(null);
    private @Nullable IOException broken;
    private boolean closed;

    public FileJournal(Path folder, ObjectMapper json) throws IOException {
        this.json = json;
        Files.createDirectories(folder);
        Path file = folder.resolve("ledger.jsonl");
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new IOException("another simulator is using " + file);
        }
        writer = Thread.ofPlatform().daemon().name("simulator-ledger").unstarted(this::writeForEver);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisJvm) {
            return null;
        }
    }

    @Override
    public void replay(Consumer<Entry> reader) throws IOException {
        long good = 0;
        channel.position(0);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                reader.accept(parse(line.toByteArray(), good));
                good += line.size();
                line.reset();
            } else if (line.size() > MAX_LINE_BYTES) {
                throw new IOException("the ledger has a line beyond 1 MiB at byte " + good);
            }
        }
        channel.truncate(good);
        channel.position(good);
        writer.start();
    }

    private Entry parse(byte[] line, long at) throws IOException {
        try {
            return json.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            throw new IOException("the ledger cannot be read at byte " + at + "; move it away to start afresh", e);
        }
    }

    @Override
    public void append(Entry entry) {
        byte[] line;
        try {
            line = json.writeValueAsBytes(entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (monitor) {
            if (broken != null) {
                throw new UncheckedIOException(broken);
            }
            pending.writeBytes(line);
            pending.write('\n');
            monitor.notifyAll();
        }
    }

    @Override
    public CompletableFuture<Void> durable() {
        synchronized (monitor) {
            if (broken != null) {
                return CompletableFuture.failedFuture(broken);
            }
            return pending.size() > 0 ? next : current;
        }
    }

    private void writeForEver() {
        while (true) {
            ByteArrayOutputStream batch;
            CompletableFuture<Void> done;
            synchronized (monitor) {
                while (pending.size() == 0 && !closed) {
                    try {
                        monitor.wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
                if (pending.size() == 0) {
                    return;
                }
                batch = pending;
                done = next;
                pending = new ByteArrayOutputStream();
                current = next;
                next = new CompletableFuture<>();
            }
            try {
                ByteBuffer bytes = ByteBuffer.wrap(batch.toByteArray());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
                done.complete(null);
            } catch (IOException e) {
                fail(e, done);
                return;
            }
        }
    }

    private void fail(IOException e, CompletableFuture<Void> done) {
        CompletableFuture<Void> waiting;
        synchronized (monitor) {
            broken = e;
            waiting = next;
        }
        done.completeExceptionally(e);
        waiting.completeExceptionally(e);
    }

    @Override
    public void clear() throws IOException {
        durable().join();
        channel.truncate(0);
        channel.position(0);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (lock != null && lock.isValid()) {
            lock.release();
        }
        channel.close();
    }
}
