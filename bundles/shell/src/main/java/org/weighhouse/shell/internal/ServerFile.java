package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/** A file of the server that a command writes or reads. */
record ServerFile(Path path) {

    /** Writes what is to be in the file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * @param said file or folder, from the console's folder on; empty for that folder
     * @param name of the file in a folder
     */
    static ServerFile of(Session session, String said, String name) {
        Path chosen = session.currentDir().resolve(said).toAbsolutePath().normalize();
        return new ServerFile(Files.isDirectory(chosen) ? chosen.resolve(name) : chosen);
    }

    InputStream open() throws IOException, CommandException {
        if (!Files.isRegularFile(path)) {
            throw new CommandException("there is no file " + path);
        }
        return Files.newInputStream(path);
    }

    /** Beside the file first, so that one that fails half-way leaves no half file under its name. */
    void write(boolean overwrite, Content content) throws IOException, CommandException {
        if (Files.exists(path) && !overwrite) {
            throw new CommandException(path + " exists; --overwrite replaces it");
        }
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (OutputStream stream = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                content.write(stream);
            } catch (FileAlreadyExistsException e) {
                throw new CommandException(part + " is being written, or was left over: remove it", e);
            } catch (NoSuchFileException e) {
                throw new CommandException("there is no folder " + path.getParent(), e);
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** What to say when it was written. */
    String written() throws IOException {
        return "Wrote " + path + " (" + Files.size(path) + " bytes)";
    }
}
