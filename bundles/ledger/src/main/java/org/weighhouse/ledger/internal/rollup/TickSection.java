package org.weighhouse.ledger.internal.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Dimension;
import org.weighhouse.ledger.internal.files.MappedFile;

/**
 * Stored ticks of one workspace, unit and day, of one time of writing. Not thread-safe.
 *
 * <p>Length of all that follows; number of combinations and their texts; number of blocks, each with its length, first
 * time and reach; the blocks' bytes. All but the last are varints.
 */
final class TickSection implements DayTicks {

    private final SectionFile file;
    private final int[] texts;
    private final int combinations;
    private final List<Block> blocks = new ArrayList<>();
    private final long blocksAt;
    private final long end;

    private record Block(long start, int length, long first, long last) {}

    private TickSection(SectionFile file, long from) {
        this.file = file;
        SectionCursor cursor = new SectionCursor(file.bytes(), from);
        long length = cursor.readVarint();
        this.end = cursor.position() + length;
        this.combinations = cursor.readInt();
        this.texts = new int[combinations * file.dimensions()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cursor.readInt();
        }
        this.blocksAt = cursor.position();
        readBlocks(cursor);
    }

    private void readBlocks(SectionCursor cursor) {
        int count = cursor.readInt();
        int[] lengths = new int[count];
        long[] first = new long[count];
        long[] last = new long[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = cursor.readInt();
            first[i] = cursor.readVarint();
            last[i] = first[i] + cursor.readVarint();
        }
        long start = cursor.position();
        for (int i = 0; i < count; i++) {
            blocks.add(new Block(start, lengths[i], first[i], last[i]));
            start += lengths[i];
        }
    }

    /** All that a region of a file holds, oldest first. */
    static List<TickSection> of(SectionFile file, Optional<SectionFile.Region> region) {
        List<TickSection> sections = new ArrayList<>();
        long at = region.map(SectionFile.Region::from).orElse(0L);
        long to = region.map(SectionFile.Region::to).orElse(0L);
        while (at < to) {
            TickSection section = new TickSection(file, at);
            sections.add(section);
            at = section.end;
        }
        return sections;
    }

    /** The same for another file. */
    static void put(Combinations all, SectionBytes ticks, TextTable texts, SectionBytes into) {
        SectionBytes rest = new SectionBytes();
        rest.putVarint(all.combinations());
        for (int combination = 0; combination < all.combinations(); combination++) {
            for (Dimension dimension : Dimension.values()) {
                rest.putVarint(texts.idOf(all.text(combination, dimension)));
            }
        }
        rest.putAll(ticks);
        into.putVarint(rest.size());
        into.putAll(rest);
    }

    /** The blocks as they are stored. */
    void putTicksInto(SectionBytes into) {
        byte[] bytes = file.bytes().getBytes(blocksAt, Math.toIntExact(end - blocksAt));
        into.putBytes(bytes, bytes.length);
    }

    @Override
    public int combinations() {
        return combinations;
    }

    @Override
    public String text(int combination, Dimension dimension) {
        return dimension.ordinal() < file.dimensions()
                ? file.text(texts[combination * file.dimensions() + dimension.ordinal()])
                : "";
    }

    @Override
    public void each(long from, long to, TickVisitor visitor) {
        MappedFile bytes = file.bytes();
        for (Block block : blocks) {
            if (block.first() < to && block.last() >= from) {
                TickReader.read(bytes.getBytes(block.start(), block.length()), 0, block.length(), from, to, visitor);
            }
        }
    }
}
