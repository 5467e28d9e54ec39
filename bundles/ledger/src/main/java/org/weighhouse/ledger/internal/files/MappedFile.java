package org.weighhouse.ledger.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A stored file, mapped into memory: the operating system keeps the parts that are used. Numbers are big-endian and read
 * at any position. Thread-safe. The mapping ends when nobody refers to it any more.
 */
public final class MappedFile {

    /** A mapping is at most 2 GB long, so a file is several of them; each overlaps the next by a long. */
    private static final int SHIFT = 30;

    private static final long SEGMENT = 1L << SHIFT;

    private final StoredFile file;
    private final ByteBuffer[] segments;

    private MappedFile(StoredFile file, ByteBuffer[] segments) {
        this.file = file;
        this.segments = segments;
    }

    /**
     * Opens a file.
     *
     * @throws FileDamagedException if it is not there or not as long as it was
     */
    public static MappedFile open(Path folder, StoredFile file) {
        try (FileChannel channel = FileChannel.open(folder.resolve(file.name()), StandardOpenOption.READ)) {
            if (channel.size() != file.length()) {
                throw new FileDamagedException(file.name() + " has " + channel.size() + " bytes, not " + file.length());
            }
            ByteBuffer[] segments = new ByteBuffer[(int) ((file.length() + SEGMENT - 1) >>> SHIFT)];
            for (int i = 0; i < segments.length; i++) {
                long from = (long) i << SHIFT;
                long length = Math.min(SEGMENT + Long.BYTES, file.length() - from);
                segments[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, length);
            }
            return new MappedFile(file, segments);
        } catch (NoSuchFileException e) {
            throw new FileDamagedException(file.name() + " is missing");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(file.name()) + ": " + e.getMessage(), e);
        }
    }

    public StoredFile file() {
        return file;
    }

    public long length() {
        return file.length();
    }

    public int getByte(long position) {
        return segments[(int) (position >>> SHIFT)].get((int) (position & SEGMENT - 1)) & 0xFF;
    }

    public int getInt(long position) {
        return segments[(int) (position >>> SHIFT)].getInt((int) (position & SEGMENT - 1));
    }

    public long getLong(long position) {
        return segments[(int) (position >>> SHIFT)].getLong((int) (position & SEGMENT - 1));
    }

    public byte[] getBytes(long position, int length) {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            long at = position + done;
            int within = (int) (at & SEGMENT - 1);
            int part = (int) Math.min(length - done, SEGMENT - within);
            segments[(int) (at >>> SHIFT)].get(within, bytes, done, part);
            done += part;
        }
        return bytes;
    }

    /** A text as {@link StoredFileWriter#putText} wrote it. */
    public String getText(long position) {
        return new String(getBytes(position + Integer.BYTES, getInt(position)), StandardCharsets.UTF_8);
    }

    /** Whether every byte is as it was written. Reads the whole file. */
    public boolean isIntact() {
        CRC32C checksum = new CRC32C();
        for (ByteBuffer segment : segments) {
            ByteBuffer all = segment.duplicate();
            checksum.update(all.limit((int) Math.min(all.limit(), SEGMENT)));
        }
        return checksum.getValue() == file.checksum();
    }
}
