package org.weighhouse.ledger.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Writes a file from its beginning to its end. Numbers are big-endian. Not thread-safe. */
public final class StoredFileWriter implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    /** So much goes to the disk at a time: a commit of the journal that comes meanwhile waits for no more than this. */
    private static final int SLICE_BYTES = 1 << 20;

    private final String name;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final CRC32C checksum = new CRC32C();
    private long written;
    private long forced;

    /**
     * Begins a new file.
     *
     * @throws UncheckedIOException if there is such a file, or the disk does not take it
     */
    public StoredFileWriter(Path folder, String name) {
        this.name = name;
        try {
            this.channel =
                    FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot create " + folder.resolve(name) + " ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    /** Bytes written so far. */
    public long position() {
        return written + buffer.position();
    }

    public void putByte(int value) {
        room(Byte.BYTES).put((byte) value);
    }

    public void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    public void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** Its length in UTF-8 as an int, and its UTF-8. */
    public void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putInt(utf8.length);
        putBytes(utf8);
    }

    public void putBytes(byte[] bytes) {
        int from = 0;
        while (from < bytes.length) {
            int part = Math.min(room(1).remaining(), bytes.length - from);
            buffer.put(bytes, from, part);
            from += part;
        }
    }

    /**
     * Puts the file on disk for good.
     *
     * @throws UncheckedIOException if the disk does not take it
     */
    public StoredFile finish() {
        flush();
        force(true);
        return new StoredFile(name, written, checksum.getValue());
    }

    /** Closes the file, finished or not. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        buffer.flip();
        checksum.update(buffer.duplicate());
        try {
            while (buffer.hasRemaining()) {
                written += channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        buffer.clear();
        if (written - forced >= SLICE_BYTES) {
            force(false);
        }
    }

    private void force(boolean withMetadata) {
        try {
            channel.force(withMetadata);
        } catch (IOException e) {
            throw failed(e);
        }
        forced = written;
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("cannot write " + name + ": " + e.getMessage(), e);
    }
}
