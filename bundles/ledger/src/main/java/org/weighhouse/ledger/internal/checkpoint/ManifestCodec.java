package org.weighhouse.ledger.internal.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.index.StoredRun;
import org.weighhouse.ledger.internal.rollup.StoredCells;
import org.weighhouse.ledger.internal.rollup.StoredDay;
import org.weighhouse.ledger.internal.rollup.StoredTickFile;

/** A manifest as bytes, with a checksum at their end. */
final class ManifestCodec {

    /** Of the manifest and of all files it names: a release that changes any of them raises it, and replays. */
    private static final int VERSION = 2;

    private static final int HASH_BYTES = 32;

    private ManifestCodec() {}

    static byte[] toBytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(VERSION);
        out.writeLong(manifest.number());
        out.writeLong(manifest.point().row());
        out.writeLong(manifest.point().nextEntry());
        out.write(manifest.point().hash());
        out.writeLong(manifest.point().recorded());
        write(manifest.book(), out);
        out.writeInt(manifest.runs().size());
        for (StoredRun run : manifest.runs()) {
            write(run.file(), out);
            out.writeLong(run.count());
            out.writeLong(run.sum());
        }
        write(manifest.cells(), out);
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    static Manifest read(byte[] bytes) throws IOException {
        int end = bytes.length - Long.BYTES;
        if (end < 0 || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end)) {
            throw new IOException("it has a wrong checksum");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("it is of version " + version + ", and this release reads version " + VERSION);
        }
        long number = in.readLong();
        Point point = new Point(in.readLong(), in.readLong(), in.readNBytes(HASH_BYTES), in.readLong());
        StoredFile book = readFile(in);
        return new Manifest(number, point, book, readRuns(in), readCells(in));
    }

    private static List<StoredRun> readRuns(DataInputStream in) throws IOException {
        List<StoredRun> runs = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            runs.add(new StoredRun(readFile(in), in.readLong(), in.readLong()));
        }
        return runs;
    }

    private static StoredCells readCells(DataInputStream in) throws IOException {
        List<StoredDay> days = new ArrayList<>();
        int dayCount = in.readInt();
        for (int i = 0; i < dayCount; i++) {
            days.add(new StoredDay(in.readInt(), in.readBoolean(), readFile(in)));
        }
        List<StoredTickFile> ticks = new ArrayList<>();
        int tickCount = in.readInt();
        for (int i = 0; i < tickCount; i++) {
            ticks.add(new StoredTickFile(in.readInt(), in.readInt(), readFile(in)));
        }
        return new StoredCells(days, ticks, in.readInt());
    }

    private static void write(StoredCells cells, DataOutputStream out) throws IOException {
        out.writeInt(cells.days().size());
        for (StoredDay day : cells.days()) {
            out.writeInt(day.day());
            out.writeBoolean(day.coarse());
            write(day.file(), out);
        }
        out.writeInt(cells.ticks().size());
        for (StoredTickFile ticks : cells.ticks()) {
            out.writeInt(ticks.firstDay());
            out.writeInt(ticks.lastDay());
            write(ticks.file(), out);
        }
        out.writeInt(cells.ticksFrom());
    }

    private static void write(StoredFile file, DataOutputStream out) throws IOException {
        out.writeUTF(file.name());
        out.writeLong(file.length());
        out.writeLong(file.checksum());
    }

    private static StoredFile readFile(DataInputStream in) throws IOException {
        return new StoredFile(in.readUTF(), in.readLong(), in.readLong());
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
