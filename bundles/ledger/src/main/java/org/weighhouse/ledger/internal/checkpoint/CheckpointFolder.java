package org.weighhouse.ledger.internal.checkpoint;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.ledger.internal.files.FileDamagedException;
import org.weighhouse.ledger.internal.files.StoredFile;

/**
 * The folder of the checkpoint. It holds nothing that the journal does not: without it, the next start reads the whole
 * journal. A checkpoint exists from the moment that its manifest does, which is written last and takes the place of the
 * one before in one step. Only one process at a time may have it.
 */
public final class CheckpointFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
    private static final String MANIFEST = "manifest";
    private static final String NEW_MANIFEST = "manifest.new";
    private static final String DAMAGED_MANIFEST = "manifest.damaged";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lockFile;
    private volatile Set<String> pinned = Set.of();

    private CheckpointFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Takes a folder, made if it is not there.
     *
     * @throws CheckpointException if another process has it, or it cannot be made
     */
    public static CheckpointFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new CheckpointException(
                        "the folder " + folder + " is in use by another ledger; each needs one of its own");
            }
            return new CheckpointFolder(folder, channel);
        } catch (IOException e) {
            throw new CheckpointException("cannot open the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path path() {
        return folder;
    }

    /**
     * The checkpoint there is.
     *
     * @throws CheckpointException if its manifest cannot be read
     */
    public Optional<Manifest> read() {
        try {
            return Optional.of(ManifestCodec.read(Files.readAllBytes(folder.resolve(MANIFEST))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CheckpointException("the checkpoint's manifest cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Looks whether a checkpoint's files are all there.
     *
     * @throws FileDamagedException if one is missing or not as long as it was
     */
    public void requireFiles(Manifest manifest) throws IOException {
        for (StoredFile file : manifest.files().toList()) {
            Path path = folder.resolve(file.name());
            if (!Files.exists(path) || Files.size(path) != file.length()) {
                throw new FileDamagedException(file.name() + " is missing or not as long as it was");
            }
        }
    }

    /**
     * Makes a checkpoint whose files are all on disk the one that counts.
     *
     * @throws CheckpointException if the disk does not take it
     */
    public void commit(Manifest manifest) {
        try {
            Path written = folder.resolve(NEW_MANIFEST);
            try (FileChannel channel = FileChannel.open(
                    written,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(ManifestCodec.toBytes(manifest));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            // The names of its files must be on disk before it is.
            syncFolder();
            Files.move(written, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } catch (IOException e) {
            throw new CheckpointException("the checkpoint could not be written: " + e.getMessage(), e);
        }
    }

    /** Keeps the files of a checkpoint, until {@link #unpin}, though another takes its place. */
    public void pin(Manifest manifest) {
        pinned = manifest.fileNames();
    }

    public void unpin() {
        pinned = Set.of();
    }

    /** Deletes the files of earlier and of unfinished checkpoints. */
    public void deleteAllBut(Set<String> names) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!names.contains(name)
                        && !pinned.contains(name)
                        && !name.startsWith(MANIFEST)
                        && !name.equals(LOCK)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            // It costs room and nothing else; the next checkpoint tries again.
            LOG.warn("Old checkpoint files in {} could not be deleted: {}", folder, e.toString());
        }
    }

    /** Lets the next start read the whole journal, and keeps the manifest for whoever wants to know. */
    public void setAside() {
        try {
            Files.move(folder.resolve(MANIFEST), folder.resolve(DAMAGED_MANIFEST), StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new CheckpointException(
                    "the checkpoint in " + folder + " is damaged and could not be set aside (" + e.getMessage()
                            + "); delete the folder",
                    e);
        }
    }

    private void syncFolder() throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows opens no folders, and keeps names with the file.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Lets others take the folder. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("The lock on {} was not given back cleanly: {}", folder, e.toString());
        }
    }
}
