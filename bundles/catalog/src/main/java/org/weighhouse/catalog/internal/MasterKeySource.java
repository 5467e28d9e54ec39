package org.weighhouse.catalog.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.DataFolder;

/**
 * Where the master key comes from: the environment, else a file that is made at first start.
 *
 * @param environment the key as base64, from {@link #ENVIRONMENT}; empty if not set
 * @param file the key as base64 in one line, readable by its owner only
 */
record MasterKeySource(Optional<String> environment, Path file) {

    static final String ENVIRONMENT = "WEIGHHOUSE_SECRET_KEY";

    /** Name of the file in the data folder, and in a backup. */
    static final String FILE = "secret.key";

    static MasterKeySource of(CatalogConfig config) {
        String chosen = config.secretKeyFile();
        Path file = chosen.isBlank() ? DataFolder.path().resolve(FILE) : Path.of(chosen);
        return new MasterKeySource(Optional.ofNullable(System.getenv(ENVIRONMENT)), file);
    }

    /** Makes no key: one that credentials were encrypted with must be there. */
    MasterKey existing() {
        return fromEnvironment()
                .or(this::fromFile)
                .orElseThrow(() -> new IllegalStateException("There are encrypted credentials in the database and no"
                        + " secret key to open them: put the key file back to " + file + " or set " + ENVIRONMENT));
    }

    MasterKey existingOrNew() {
        return fromEnvironment().or(this::fromFile).orElseGet(this::create);
    }

    private Optional<MasterKey> fromEnvironment() {
        return environment.filter(text -> !text.isBlank()).map(text -> MasterKey.parse(text, ENVIRONMENT));
    }

    private Optional<MasterKey> fromFile() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MasterKey.parse(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The secret key " + file + " cannot be read", e);
        }
    }

    private MasterKey create() {
        MasterKey key = MasterKey.random(file.toString());
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // Created with its mode, so that there is no moment in which others can read it.
            try (FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(folder))) {
                channel.write(ByteBuffer.wrap((key.base64() + "\n").getBytes(StandardCharsets.US_ASCII)));
                // A key that is lost with the power makes every credential unreadable.
                channel.force(true);
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The secret key " + file + " cannot be written", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
